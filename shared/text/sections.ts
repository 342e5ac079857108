import { firstLine } from './data-tree';
import {
  type CodeBlock,
  headingKey,
  type Link,
  type ListItem,
  type MarkdownDoc,
  readableText,
  type Section,
  type Table,
  type TextBlock,
} from './markdown';
import { wordsWithin } from './prose';
import { contains, type Span } from './span';

/**
 * The first section whose heading starts with one of the aliases (artifact specification, helper `sec(A|B)`).
 * The document title (the first level-1 heading) is no section. `within` limits the search to a part of the file.
 */
export function findSection(doc: MarkdownDoc, aliases: readonly string[], within?: Span): Section | null {
  const keys = aliases.map(headingKey);
  for (const section of doc.sections) {
    if (isTitle(doc, section) && !isFirstOfMany(doc, section, keys)) continue;
    if (within && !contains(within, section.heading.span)) continue;
    if (keys.some((key) => section.heading.key.startsWith(key))) return section;
  }
  return null;
}

function isTitle(doc: MarkdownDoc, section: Section): boolean {
  return section.index === 0 && section.heading.level === 1 && doc.sections.length > 1;
}

/**
 * True when the first heading opens a section although it stands where a title does: the file has no title, its sections are of level 1, and
 * this one is called as a section is (`# Summary`, then `# Motivation`).
 */
function isFirstOfMany(doc: MarkdownDoc, section: Section, keys: readonly string[]): boolean {
  return keys.includes(section.heading.key) && doc.sections.some((s) => s.index > 0 && s.heading.level === 1);
}

/** `has(sec)`: the section exists and holds at least `least` words (tables and code counted as text). */
export function hasSection(doc: MarkdownDoc, section: Section | null, least = 20): section is Section {
  return section !== null && wordsWithin(doc, section.body) >= least;
}

export interface OutlineStep {
  /** The section's name in messages. */
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface OutlineMatch {
  readonly step: OutlineStep;
  readonly section: Section | null;
  /** The section exists, but stands before the one that should precede it. */
  readonly misplaced: boolean;
}

/**
 * Matches the sections of a document with the order a kind asks for (`order(a,b,…)`); sections the kind does not know are allowed anywhere.
 * A sub-heading of a section never stands in for another one; one below a heading that is no section of the kind does, where there is no better.
 * The longest run that is
 * in order counts as placed; what stands outside it is misplaced, so one section that moved is one finding and not twelve.
 */
export function matchOutline(doc: MarkdownDoc, steps: readonly OutlineStep[]): OutlineMatch[] {
  const names = steps.map((step) => step.aliases.map(headingKey));
  const first = doc.sections[0];
  const own = steps.map((step) => headingKey(step.name));
  const opens = first && isTitle(doc, first) && isFirstOfMany(doc, first, [...names.flat(), ...own]);
  const candidates = opens ? [first, ...topSections(doc)] : topSections(doc);
  // The name that is listed first fits best: of two sections that could stand for a step in the same order, it is taken.
  const rank = (keys: readonly string[], s: Section) =>
    keys.findIndex((key) => s.heading.key.startsWith(key));
  const among = (sections: readonly Section[], keys: readonly string[]) =>
    sections.filter((s) => rank(keys, s) >= 0).sort((a, b) => rank(keys, a) - rank(keys, b));
  // Below headings that are no step ("Summary", "Details" of an ADR) stand steps too; below a step stands what belongs to it.
  const wrapped = candidates
    .filter((s) => names.every((keys) => rank(keys, s) < 0))
    .flatMap((s) => subSections(doc, s));
  const fitting = names.map((keys) => {
    const own = among(candidates, keys);
    return (own.length > 0 ? own : among(wrapped, keys)).slice(0, MOST_OF_A_NAME);
  });
  const placed = longestOrder(fitting);
  const used = new Set(placed);
  return steps.map((step, i) => {
    const section = placed[i] ?? null;
    if (section) return { step, section, misplaced: false };
    const elsewhere = fitting[i]?.find((s) => !used.has(s)) ?? null;
    return { step, section: elsewhere, misplaced: elsewhere !== null };
  });
}

/** Sections of one name among which the one in order is looked for. */
const MOST_OF_A_NAME = 50;

/** For each step the section that stands for it in the longest chain of steps whose sections are in document order; null for the others. */
function longestOrder(fitting: readonly (readonly Section[])[]): (Section | null)[] {
  interface Link {
    readonly step: number;
    readonly section: Section;
    readonly length: number;
    readonly previous: Link | null;
  }
  const links: Link[] = [];
  let best: Link | null = null;
  fitting.forEach((sections, step) => {
    const fresh = sections.map((section): Link => {
      let previous: Link | null = null;
      for (const link of links) {
        if (link.section.index < section.index && link.length > (previous?.length ?? 0)) previous = link;
      }
      return { step, section, length: (previous?.length ?? 0) + 1, previous };
    });
    links.push(...fresh);
    for (const link of fresh) if (link.length > (best?.length ?? 0)) best = link;
  });
  const placed: (Section | null)[] = fitting.map(() => null);
  for (let link = best as Link | null; link; link = link.previous) placed[link.step] = link.section;
  return placed;
}

/**
 * Where a missing section belongs: the heading of the next section of the outline that is in place, since the missing one goes right before
 * it; else the last heading that is in place, else the document's first line.
 */
export function placeForSection(doc: MarkdownDoc, outline: readonly OutlineMatch[], index: number): Span {
  const inPlace = (m: OutlineMatch) => m.section !== null && !m.misplaced;
  const next = outline.slice(index + 1).find(inPlace) ?? outline.slice(0, index).reverse().find(inPlace);
  return (
    next?.section?.heading.span ??
    doc.headings[0]?.span ??
    firstLine(doc.text, { from: 0, to: doc.text.length })
  );
}

/**
 * The sections directly under the title: level 2, or level 1 in a file that has no title of its own. A later heading of the title's level
 * ends the title's part of the file and is a section beside those in it.
 */
export function topSections(doc: MarkdownDoc): readonly Section[] {
  const title = doc.sections.find((s) => isTitle(doc, s));
  const parts = title
    ? [
        doc.sections.filter((s) => s !== title && contains(title.body, s.heading.span)),
        doc.sections.filter((s) => !contains(title.body, s.heading.span) && s !== title),
      ]
    : [doc.sections];
  return parts.flatMap(highest);
}

/** The sections directly below a section (the next deeper level that occurs). */
export function subSections(doc: MarkdownDoc, section: Section): readonly Section[] {
  // They stand right behind it, up to the first that is outside: looking through all for each section would cost the square.
  let end = section.index + 1;
  while (end < doc.sections.length && contains(section.body, (doc.sections[end] as Section).heading.span))
    end++;
  return highest(doc.sections.slice(section.index + 1, end));
}

/** Those of the highest level that occurs among them. */
function highest(sections: readonly Section[]): readonly Section[] {
  const level = sections.reduce((least, s) => Math.min(least, s.heading.level), Number.POSITIVE_INFINITY);
  return sections.filter((s) => s.heading.level === level);
}

export function tablesIn(doc: MarkdownDoc, s: Span): readonly Table[] {
  return doc.tables.filter((t) => contains(s, t.span));
}

export function itemsIn(doc: MarkdownDoc, s: Span): readonly ListItem[] {
  return doc.items.filter((item) => contains(s, item.span));
}

export function linksIn(doc: MarkdownDoc, s: Span): readonly Link[] {
  return doc.links.filter((link) => contains(s, link.span));
}

export function codeBlocksIn(doc: MarkdownDoc, s: Span, lang?: string): readonly CodeBlock[] {
  return doc.codeBlocks.filter((b) => contains(s, b.span) && (lang === undefined || b.lang === lang));
}

export function blocksIn(doc: MarkdownDoc, s: Span): readonly TextBlock[] {
  return doc.blocks.filter((b) => contains(s, b.span));
}

/** The readable text of a span: markup removed, code kept. Offsets do not apply to it; use `doc.plain` for matching. */
export function textOf(doc: MarkdownDoc, s: Span): string {
  return readableText(doc, s);
}

/** The index of the first column whose header starts with one of the names (compared as headings are), or -1. */
export function columnIndex(table: Table, ...names: readonly string[]): number {
  const keys = names.map(headingKey);
  return table.header.cells.findIndex((cell) => {
    const key = headingKey(cell.text);
    return keys.some((k) => key === k || key.startsWith(k));
  });
}
