import { has, holds, ids, QTY } from '../../text/quantities';
import type { Span } from '../../text/span';
import { viewTable } from '../../text/tables';
import { onceFor } from '../../util/once-for';
import type { Rfc } from './model';

export interface StatedTripwire {
  readonly id: string;
  readonly at: Span;
  readonly metric: string;
  readonly threshold: string;
  readonly window: string;
  readonly owner: string;
  readonly action: string;
  /** What it lacks to be falsifiable; empty when it is whole. */
  readonly lacks: readonly string[];
}

const COLUMNS = {
  id: ['tripwire', 'id'],
  metric: ['metric', 'signal'],
  threshold: ['threshold', 'limit'],
  window: ['window', 'for'],
  owner: ['owner'],
  action: ['action'],
} as const;
type Column = keyof typeof COLUMNS;

/** What a reopened decision does, as prose says it. */
const ACTION =
  /(?<!\p{L})(?:reopen|re-open|revisit|pause|stop|halt|freeze|roll(?:s|ed)?[ -]?back|revert|escalat|switch|reconsider)/iu;
const WINDOW = /(?<!\p{L})(?:for|over|within|in any|any|running|in a row|consecutive|per|during)(?!\p{L})/iu;

/** Each tripwire of the file once, in its fullest statement: a table row, or a sentence "reopen if X > Y for Z". */
export const tripwires = onceFor(({ doc }: Rfc): readonly StatedTripwire[] => {
  const found = new Map<string, StatedTripwire>();
  const offer = (stated: StatedTripwire) => {
    const known = found.get(stated.id);
    if (!known || stated.lacks.length < known.lacks.length) found.set(stated.id, stated);
  };
  for (const table of doc.tables) {
    const view = viewTable<Column>(table, COLUMNS);
    for (const row of table.rows) {
      const cell = view.cell(row, 'id');
      const id = cell ? ids(doc.plain, 'TW', cell.span)[0] : undefined;
      if (!id) continue;
      const text = (column: Column) => view.text(row, column);
      const lacks = [
        text('metric') === '' ? 'metric' : null,
        has(text('threshold'), QTY) ? null : 'threshold with a quantity',
        text('window') === '' ? 'window' : null,
        text('action') === '' ? 'action' : null,
      ].filter((l) => l !== null);
      const [metric, threshold, window, owner, action] = [
        text('metric'),
        text('threshold'),
        text('window'),
        text('owner'),
        text('action'),
      ];
      offer({
        id: id.text,
        at: { from: id.from, to: id.to },
        metric,
        threshold,
        window,
        owner,
        action,
        lacks,
      });
    }
  }
  for (const block of doc.blocks) {
    if (block.kind !== 'paragraph' || !holds(doc.plain, 'TW-', block.span)) continue;
    const text = doc.plain.slice(block.span.from, block.span.to);
    for (const id of ids(doc.plain, 'TW', block.span)) {
      const lacks = [
        has(text, QTY) ? null : 'threshold with a quantity',
        WINDOW.test(text) ? null : 'window',
        ACTION.test(text) ? null : 'action',
      ].filter((l) => l !== null);
      offer({
        id: id.text,
        at: { from: id.from, to: id.to },
        metric: '',
        threshold: '',
        window: '',
        owner: '',
        action: '',
        lacks,
      });
    }
  }
  return [...found.values()].sort((a, b) => a.at.from - b.at.from);
});
