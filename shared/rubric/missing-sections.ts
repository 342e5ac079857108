import type { Section } from '../text/markdown';
import type { OutlineMatch } from '../text/sections';

/** Sections of an outline that are missing at one place: between two that are there, or at an end. */
export interface MissingSections {
  readonly names: readonly string[];
  /** The index of the first one in the outline. */
  readonly at: number;
  /** The section that is in place before them, and the one after them. */
  readonly before: Section | null;
  readonly after: Section | null;
  /** `The section "Impact" is missing; its place is`, for one or several. */
  readonly told: string;
}

/** What an outline lacks, by place: a document in another form is one gap per place, not one per heading. */
export function missingSections(outline: readonly OutlineMatch[]): readonly MissingSections[] {
  const runs: { names: string[]; at: number; before: Section | null; after: Section | null }[] = [];
  let before: Section | null = null;
  let open: (typeof runs)[number] | null = null;
  outline.forEach(({ step, section }, at) => {
    if (section && isAnchor(outline, at)) {
      if (open) open.after = section;
      open = null;
      before = section;
    } else if (!section) {
      if (open) open.names.push(step.name);
      else {
        open = { names: [step.name], at, before, after: null };
        runs.push(open);
      }
    }
  });
  return runs.map((run) => ({ ...run, told: tell(run.names) }));
}

/** A section in place, which others can stand before or after: one inside a later section is there, but marks no place. */
function isAnchor(outline: readonly OutlineMatch[], at: number): boolean {
  const match = outline[at];
  if (!match?.section || match.misplaced) return false;
  const { from } = match.section.heading.span;
  return outline.slice(at + 1).every((m) => !m.section || m.misplaced || m.section.heading.span.from > from);
}

function tell(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0
    ? `The section ${last} is missing; its place is`
    : `The sections ${quoted.join(', ')} and ${last} are missing; their place is`;
}
