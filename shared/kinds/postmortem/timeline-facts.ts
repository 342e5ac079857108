import type { Fact } from '../../rubric/fact';
import { columnIndex } from '../../text/sections';
import type { Postmortem } from './model';

/** A reference into the evidence: `LOG-enr-03`, `CHAT-10`, `CFG-promotion-end`. */
const REFERENCE = /(?<![A-Za-z0-9-])[A-Z]{2,5}(?:-[A-Za-z0-9]+)+/g;

/** The rows of the timeline table by their number, from 1, with the minute (since 1970, UTC) and the records they cite. */
export function timelineFacts({ timeline }: Postmortem): Fact[] {
  // Minutes are compared as UTC; those of another zone would be told to be wrong.
  if (!timeline || timeline.otherZone) return [];
  const facts: Fact[] = [];
  const sources = columnIndex(timeline.table, 'source', 'ref', 'evidence', 'record');
  const events = columnIndex(timeline.table, 'event', 'what', 'description', 'entry');
  timeline.rows.forEach(({ row, time, minute, text }, i) => {
    if (minute === null) return;
    const source = sources > 0 ? row.cells[sources] : undefined;
    const event = events > 0 ? row.cells[events] : row.cells[1];
    const refs = source?.text.match(REFERENCE) ?? [];
    facts.push({
      type: 'record',
      set: 'postmortem-entry',
      id: String(i + 1),
      fields: { minute, t: time.text, text: event?.text ?? text, ...(refs.length > 0 ? { refs } : {}) },
      places: {
        t: time.span,
        ...(event ? { text: event.span } : {}),
        ...(source ? { refs: source.span } : {}),
      },
      span: time.span,
    });
  });
  return facts;
}
