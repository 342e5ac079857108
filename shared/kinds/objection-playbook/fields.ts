import type { MarkdownDoc, Section } from '../../text/markdown';
import type { Span } from '../../text/span';

/** The fields of a block, in their order, with the labels under which they may stand. */
export const FIELDS = {
  frame: { name: 'Frame', labels: ['frame'] },
  asker: { name: 'Asked by', labels: ['asked by', 'asker', 'who asks'] },
  question: {
    name: 'What is really being asked',
    labels: ['what is really being asked', 'what is really asked', 'really being asked', 'the real question'],
  },
  answer: {
    name: 'Answer in one breath',
    labels: ['answer in one breath', 'one-breath answer', 'short answer', 'answer'],
  },
  evidence: { name: 'Evidence', labels: ['evidence'] },
  concede: { name: 'Concede', labels: ['concede', 'concession', 'conceded', 'what is true in it'] },
  pressed: { name: 'If pressed', labels: ['if pressed', 'when pressed'] },
  avoid: { name: 'Do not say', labels: ['do not say', "don't say", 'don’t say', 'never say'] },
  tripwire: { name: 'Tripwire', labels: ['tripwires', 'tripwire'] },
} as const;

export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** One labelled field: its label, and what stands behind it up to the next label. Empty when nothing does. */
export interface Field {
  readonly label: Span;
  readonly value: Span;
}

const NAME_OF_LABEL = new Map<string, FieldName>(
  FIELD_NAMES.flatMap((name) => FIELDS[name].labels.map((label) => [label, name] as const)),
);

/** At the start of a line of plain text: `Frame:`, a label on a line of its own, or the first cell of a table row. */
const LABEL = new RegExp(
  `^[^\\S\\n\\r]*(${[...NAME_OF_LABEL.keys()].join('|')})[^\\S\\n\\r]*(?:\\([^)\\n]{0,60}\\)[^\\S\\n\\r]*)?(?::|[^\\S\\n\\r]{2}|$)`,
  'gimu',
);

/**
 * The fields of a block, whether they are items of a list, paragraphs, headings or rows of a table. A label that comes twice counts where it
 * comes first.
 */
export function readFields(doc: MarkdownDoc, { body }: Section): ReadonlyMap<FieldName, Field> {
  const plain = doc.plain.slice(body.from, body.to);
  const hits = [...plain.matchAll(LABEL)].flatMap((hit) => {
    const label = hit[1] ?? '';
    const name = NAME_OF_LABEL.get(label.toLowerCase());
    const from = body.from + hit.index + hit[0].indexOf(label);
    return name
      ? [{ name, label: { from, to: from + label.length }, start: body.from + hit.index + hit[0].length }]
      : [];
  });
  const fields = new Map<FieldName, Field>();
  hits.forEach(({ name, label, start }, i) => {
    if (fields.has(name)) return;
    const end = hits[i + 1]?.label.from ?? body.to;
    fields.set(name, { label, value: written(doc, start, end) });
  });
  return fields;
}

/** What is written between two places: without blanks, list marks and emphasis around it. */
function written(doc: MarkdownDoc, from: number, to: number): Span {
  let [start, end] = [from, to];
  // The prompts of templates are quotations, and the mark of the next field's item stands before its label.
  const edge = /[\s*_>|-]/;
  while (start < end && edge.test(doc.text[start] as string)) start++;
  while (end > start && edge.test(doc.text[end - 1] as string)) end--;
  return { from: start, to: end };
}
