import { has, ids, QTY } from '../../text/quantities';
import type { Span } from '../../text/span';
import { viewTable } from '../../text/tables';
import type { Consensus } from './model';

const COLUMNS = {
  id: ['id', 'tripwire'],
  metric: ['metric', 'signal'],
  threshold: ['threshold', 'limit'],
  window: ['window'],
  owner: ['owner'],
  action: ['action'],
  deadline: ['deadline'],
} as const;
type Column = keyof typeof COLUMNS;

export interface TripwireRow {
  readonly id: string;
  readonly at: Span;
  readonly metric: string;
  readonly threshold: string;
  readonly window: string;
  readonly owner: string;
  readonly action: string;
  readonly deadline: string;
  /** Cells that are empty, or hold no quantity where one is wanted; with their names. */
  readonly gaps: readonly { readonly name: string; readonly span: Span }[];
}

/** The rows of the tripwire tables, wherever they stand. */
export function tripwireRows({ doc }: Consensus): readonly TripwireRow[] {
  return doc.tables.flatMap((table) => {
    const view = viewTable<Column>(table, COLUMNS);
    if (!view.has('id') || !view.has('metric') || !view.has('threshold')) return [];
    return table.rows.flatMap((row) => {
      const cell = view.cell(row, 'id');
      const id = cell ? ids(doc.plain, 'TW', cell.span)[0] : undefined;
      if (!id) return [];
      const text = (column: Column) => view.text(row, column);
      const gap = (column: Column, name: string, ok: boolean) =>
        ok ? [] : [{ name, span: nonEmpty(view.cell(row, column)?.span) ?? row.span }];
      return [
        {
          id: id.text,
          at: { from: id.from, to: id.to },
          metric: text('metric'),
          threshold: text('threshold'),
          window: text('window'),
          owner: text('owner'),
          action: text('action'),
          deadline: text('deadline'),
          gaps: [
            ...gap('metric', 'metric', text('metric') !== ''),
            ...gap('threshold', 'threshold with a quantity', has(text('threshold'), QTY)),
            ...gap('window', 'window', text('window') !== ''),
            ...gap('owner', 'owner', text('owner') !== ''),
            ...gap('action', 'action', text('action') !== ''),
          ],
        },
      ];
    });
  });
}

function nonEmpty(span: Span | undefined): Span | null {
  return span && span.to > span.from ? span : null;
}
