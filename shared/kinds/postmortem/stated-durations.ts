import { type Duration, durationsIn } from '../../text/durations';
import { headingKey, type MarkdownDoc } from '../../text/markdown';
import { sentencesIn } from '../../text/prose';
import type { Span } from '../../text/span';

/** The five durations, the phrases that name them, and how they are computed. Time to mitigate counts from detection. */
export const DURATIONS = [
  {
    name: 'time to detect',
    phrases: ['time to detect', 'time to detection', 'detection time'],
    from: 'start',
    to: 'detected',
  },
  {
    name: 'time to declare',
    phrases: ['time to declare', 'time to declaration', 'declaration time'],
    from: 'detected',
    to: 'declared',
  },
  {
    name: 'time to mitigate',
    phrases: ['time to mitigate', 'time to mitigation', 'mitigation time'],
    from: 'detected',
    to: 'mitigated',
  },
  {
    name: 'total impact',
    phrases: ['total impact', 'impact duration', 'duration of impact', 'time of impact'],
    from: 'start',
    to: 'end',
  },
  {
    name: 'time to resolve',
    phrases: ['time to resolve', 'time to resolution', 'resolution time'],
    from: 'start',
    to: 'resolved',
  },
] as const;

export interface StatedDuration {
  /** The cell or sentence that states it. */
  readonly span: Span;
  /** Everything said there about its length: "6 h 5 min (365 min)" says it twice. Never empty. */
  readonly durations: readonly Duration[];
}

/**
 * Where a document states a duration: a table row whose first cell starts with one of the phrases, else a sentence or list item that holds one
 * and a length after it. Null when nothing states it.
 */
export function findDuration(doc: MarkdownDoc, phrases: readonly string[]): StatedDuration | null {
  for (const table of doc.tables) {
    for (const row of table.rows) {
      const key = headingKey(row.cells[0]?.text ?? '');
      if (!phrases.some((phrase) => key.startsWith(phrase))) continue;
      for (let i = row.cells.length - 1; i > 0; i--) {
        const cell = row.cells[i];
        if (!cell) continue;
        const durations = durationsIn(doc.plain, cell.span);
        if (durations.length > 0) return { span: cell.span, durations };
        const minutes = /^\d[\d,]*$/.exec(cell.text);
        const inMinutes = /(?:^|\s)min/.test(headingKey(table.header.cells[i]?.text ?? ''));
        if (minutes && inMinutes) {
          return {
            span: cell.span,
            durations: [
              { ...cell.span, text: cell.text, minutes: Number(cell.text.replace(/,/g, '')), tolerance: 0.5 },
            ],
          };
        }
      }
    }
  }
  for (const sentence of sentencesIn(doc, { from: 0, to: doc.text.length })) {
    if (sentence.block.kind !== 'paragraph') continue;
    const lower = sentence.text.toLowerCase();
    const at = phrases.map((phrase) => lower.indexOf(phrase)).find((index) => index >= 0);
    if (at === undefined) continue;
    // The first length after the phrase is the one it names; a bracket right behind it says it in another unit.
    const [first, second] = durationsIn(doc.plain, { from: sentence.span.from + at, to: sentence.span.to });
    if (!first) continue;
    const same = second && /^\s*\(\s*$/.test(doc.plain.slice(first.to, second.from));
    return { span: sentence.span, durations: same ? [first, second] : [first] };
  }
  return null;
}
