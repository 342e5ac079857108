import { headingKey, type MarkdownDoc, readableText } from './markdown';
import type { Span } from './span';

/** Slugs in code marks: `kafka-msk`. */
const MARKED = /`([a-z0-9]+(?:-[a-z0-9]+)*)`/;

/**
 * The slug by which files compare options (`norm(option)`): the one in code marks beside the name, else the name itself in lower case, without
 * what stands in brackets.
 */
export function optionSlug(doc: MarkdownDoc, at: Span): string {
  const marked = MARKED.exec(doc.text.slice(at.from, at.to));
  return marked ? (marked[1] as string) : slugOf(readableText(doc, at));
}

/** A name as a slug: "Hourly batch (status quo)" → `hourly-batch`. */
export function slugOf(name: string): string {
  const bare = headingKey(name.replace(/\([^()]*\)/g, ' '));
  return bare.replace(/[\s-]+/g, '-').replace(/^-|-$/g, '');
}

/** The name without its slug and without brackets, for messages. */
export function optionName(doc: MarkdownDoc, at: Span): string {
  return readableText(doc, at)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[:;,.])/g, '')
    .trim();
}

export interface NamedOption {
  readonly slug: string;
  readonly name: string;
}

/**
 * Which of the options a passage names: the first slug in code marks, else the first slug or full name. `span` is where it stands. Null when
 * none is named.
 */
export function namedOption<T extends NamedOption>(
  doc: MarkdownDoc,
  within: Span,
  options: readonly T[],
): { readonly option: T; readonly span: Span } | null {
  const raw = doc.text.slice(within.from, within.to);
  const plain = doc.plain.slice(within.from, within.to).toLowerCase();
  return (
    first(
      within.from,
      options,
      (o) => raw.indexOf(`\`${o.slug}\``),
      (o) => o.slug.length + 2,
    ) ??
    first(
      within.from,
      options,
      (o) => earliest(wordAt(plain, o.slug), wordAt(plain, o.name.toLowerCase())),
      (o) => o.slug.length,
    )
  );
}

function first<T extends NamedOption>(
  offset: number,
  options: readonly T[],
  place: (option: T) => number,
  length: (option: T) => number,
): { readonly option: T; readonly span: Span } | null {
  let best: { option: T; span: Span } | null = null;
  for (const option of options) {
    const at = place(option);
    if (at < 0 || (best && offset + at >= best.span.from)) continue;
    best = { option, span: { from: offset + at, to: offset + at + length(option) } };
  }
  return best;
}

function earliest(a: number, b: number): number {
  return a < 0 ? b : b < 0 ? a : Math.min(a, b);
}

/** Where `word` stands in `text` with no letter, digit or hyphen beside it; −1 when nowhere. */
function wordAt(text: string, word: string): number {
  if (word === '') return -1;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const beside = /[\p{L}\p{N}-]/u;
    if (!beside.test(text[at - 1] ?? '') && !beside.test(text[at + word.length] ?? '')) return at;
  }
  return -1;
}
