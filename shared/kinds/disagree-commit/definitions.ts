import { headingKey, type MarkdownDoc, type Section } from '../../text/markdown';
import { blocksIn, columnIndex } from '../../text/sections';
import { contains, type Span } from '../../text/span';

export type Term = 'preference' | 'concern' | 'objection';

const TERMS: readonly (readonly [Term, RegExp])[] = [
  ['preference', /(?<!\p{L})preferences?(?!\p{L})/u],
  ['concern', /(?<!\p{L})concerns?(?!\p{L})/u],
  ['objection', /(?<!\p{L})objections?(?!\p{L})/u],
];
/** A definition names its term this early: "A reasoned objection names a harm". */
const OPENING = 40;
const EXAMPLE = /(?<!\p{L})(?:examples?|e\.g\.|for instance|such as)(?!\p{L})|["“][^"“”]{8,}["”]/iu;

export interface Definition {
  readonly term: Term;
  /** From the block that names the term to the next definition. */
  readonly span: Span;
  readonly exemplified: boolean;
}

/** The terms that a section defines, each by the block that opens with it and whatever follows up to the next one. */
export function definitionsIn(doc: MarkdownDoc, section: Section): Definition[] {
  const opened: { term: Term; from: number; block: Span }[] = [];
  for (const block of blocksIn(doc, section.body)) {
    const opening = headingKey(doc.plain.slice(block.span.from, block.span.to)).slice(0, OPENING);
    const first = TERMS.map(([term, form]) => ({ term, at: opening.search(form) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (first && opened.at(-1)?.term !== first.term)
      opened.push({ term: first.term, from: block.span.from, block: block.span });
  }
  return opened.map(({ term, from, block }, i) => {
    const to = opened[i + 1]?.from ?? section.body.to;
    const text = doc.plain.slice(from, to);
    return {
      term,
      span: { from, to: block.to },
      exemplified: EXAMPLE.test(text) || hasExampleCell(doc, block),
    };
  });
}

/** The row of a table whose column "Example" is filled in. */
function hasExampleCell(doc: MarkdownDoc, cell: Span): boolean {
  const table = doc.tables.find((t) => contains(t.span, cell));
  const row = table?.rows.find((r) => contains(r.span, cell));
  const column = table ? columnIndex(table, 'example') : -1;
  return (row?.cells[column]?.text ?? '').trim() !== '';
}
