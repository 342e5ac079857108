import type { Span } from '../../text/span';
import { findTable } from '../../text/tables';
import type { Consensus } from './model';

const COLUMNS = {
  id: ['id', 'condition id', 'no'],
  text: ['condition', 'text'],
  owner: ['owner'],
  due: ['due', 'by when'],
  gates: ['gates', 'gate', 'phase'],
  evidence: ['evidence', 'proof'],
  state: ['state', 'status'],
} as const;
export type ConditionColumn = keyof typeof COLUMNS;

export interface Condition {
  readonly id: string;
  readonly at: Span;
  text(column: ConditionColumn): string;
  /** The cell, or the whole row where the cell is empty or missing. */
  span(column: ConditionColumn): Span;
}

/** The rows of the conditions table; null when the section has none with id, owner and due. */
export function conditions(consensus: Consensus): readonly Condition[] | null {
  const section = consensus.section('conditions');
  const view = section
    ? findTable<ConditionColumn>(consensus.doc, section.body, COLUMNS, ['id', 'owner', 'due'])
    : null;
  if (!view) return null;
  return view.table.rows.flatMap((row) => {
    const id = view.cell(row, 'id');
    if (!id || !/^C-\d{1,4}$/.test(id.text)) return [];
    return [
      {
        id: id.text,
        at: id.span,
        text: (column: ConditionColumn) => view.text(row, column),
        span: (column: ConditionColumn) => {
          const span = view.cell(row, column)?.span;
          return span && span.to > span.from ? span : row.span;
        },
      },
    ];
  });
}
