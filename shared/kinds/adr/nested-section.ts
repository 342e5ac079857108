import type { MarkdownDoc, Section } from '../../text/markdown';
import { findSection, subSections } from '../../text/sections';
import { OUTLINE, type SectionName } from './outline';

/**
 * A section that MADR puts below "Decision Outcome": its consequences (in MADR 2 as positive and negative ones, read as one section) and its
 * confirmation.
 */
export function nestedSection(doc: MarkdownDoc, name: SectionName): Section | null {
  if (name !== 'consequences' && name !== 'confirmation') return null;
  const outcome = findSection(doc, ['decision outcome']);
  if (!outcome) return null;
  const inner = subSections(doc, outcome);
  const starts = (section: Section, aliases: readonly string[]) =>
    aliases.some((alias) => section.heading.key.startsWith(alias));
  const single = inner.find((section) => starts(section, OUTLINE[name].aliases));
  if (single || name === 'confirmation') return single ?? null;
  const sides = inner.filter((section) =>
    starts(section, ['positive consequences', 'negative consequences']),
  );
  const [first] = sides;
  const last = sides.at(-1);
  if (!first || !last) return null;
  return { ...first, body: { from: first.body.from, to: last.body.to } };
}
