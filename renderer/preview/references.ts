import type { Text } from '@codemirror/state';
import type { Block } from './block-list';

/** Link definitions and footnotes reach across blocks: what one block defines, others draw. */
export interface References {
  /** Markdown of each link definition, by normalised label. */
  readonly links: ReadonlyMap<string, string>;
  /** Labels of footnotes that are defined. */
  readonly footnotes: ReadonlySet<string>;
}

export const NO_REFERENCES: References = { links: new Map(), footnotes: new Set() };

/** Labels compare as Markdown compares them: case folded (so that ẞ is SS), runs of blanks as one. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
}

/** A definition within quotes or lists, behind their marks. */
const NESTED = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+(\[(?!\^)(?:[^\\[\]\n]|\\.){1,999}\]:.*)$/gm;
const CONTAINERS = new Set(['Blockquote', 'BulletList', 'OrderedList']);

/** True for quotes and lists that define what the whole text may use. */
export function definesWithin(type: string, source: string): boolean {
  return CONTAINERS.has(type) && source.includes(']:') && nestedDefinitions(source).length > 0;
}

function nestedDefinitions(source: string): readonly string[] {
  return [...source.matchAll(NESTED)].map((match) => match[1] ?? '');
}

/** Collects what the blocks define; `within` are quotes and lists that do. The first definition of a label wins, as in Markdown. */
export function collectReferences(
  blocks: readonly Block[],
  doc: Text,
  within: ReadonlySet<Block>,
): References {
  const links = new Map<string, string>();
  const footnotes = new Set<string>();
  const define = (source: string) => {
    const label = /^\s*\[((?:[^\\[\]]|\\.){1,999})\]:/.exec(source)?.[1];
    if (label !== undefined && !links.has(normalLabel(label))) links.set(normalLabel(label), source);
  };
  for (const block of blocks) {
    if (block.type === 'LinkReference') define(doc.sliceString(block.from, block.to));
    else if (within.has(block)) nestedDefinitions(doc.sliceString(block.from, block.to)).forEach(define);
    else if (block.type === 'Footnote') {
      for (const match of doc.sliceString(block.from, block.to).matchAll(/^\[\^([^\]\s]+)\]:/gm))
        footnotes.add(normalLabel(match[1] ?? ''));
    }
  }
  return links.size === 0 && footnotes.size === 0 ? NO_REFERENCES : { links, footnotes };
}

/** Labels in brackets that a block mentions, footnotes with their `^`. Code is not left out: a superfluous definition does no harm. */
export function mentionedLabels(source: string): readonly string[] {
  const labels = new Set<string>();
  for (const match of source.matchAll(/\[((?:[^\\[\]]|\\.){1,200})\]/g))
    labels.add(normalLabel(match[1] ?? ''));
  return [...labels];
}

/** The Markdown to add behind a block so that its references resolve; empty when it uses none. */
export function definitionsFor(labels: readonly string[], references: References): string {
  const lines: string[] = [];
  for (const label of labels) {
    const link = references.links.get(label);
    if (link !== undefined) lines.push(link);
    if (label.startsWith('^') && references.footnotes.has(label.slice(1))) lines.push(`[${label}]: .`);
  }
  return lines.join('\n\n');
}

/** The same for a footnote, which must not get a stub of itself. */
export function foreignDefinitions(
  labels: readonly string[],
  source: string,
  references: References,
): string {
  return definitionsFor(
    labels.filter((label) => !source.toLowerCase().includes(`[${label}]:`)),
    references,
  );
}

/** Numbers footnotes in the order of their first mention; footnotes that nothing mentions follow in the order of definition. */
export function numberFootnotes(
  references: References,
  mentions: Iterable<readonly string[]>,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const give = (label: string) => {
    if (references.footnotes.has(label) && !numbers.has(label)) numbers.set(label, numbers.size + 1);
  };
  for (const labels of mentions) for (const label of labels) if (label.startsWith('^')) give(label.slice(1));
  for (const label of references.footnotes) give(label);
  return numbers;
}
