import type { Fact } from '../../rubric/fact';
import { ids } from '../../text/quantities';
import { type Columns, findTable } from '../../text/tables';
import type { Postmortem } from './model';

type Column = 'id' | 'title' | 'level' | 'owner' | 'due' | 'priority' | 'slo' | 'contributing_factors';

/** The columns of the action table that repeat a field of the action itself. */
const COLUMNS: Columns<Column> = {
  id: ['id'],
  title: ['action', 'title', 'what'],
  level: ['level'],
  owner: ['owner'],
  due: ['due'],
  priority: ['priority', 'prio'],
  slo: ['slo'],
  contributing_factors: ['cf', 'contributing factor', 'factor'],
};

/** The rows of the action table, cell by cell, and the table itself; empty cells are left out. */
export function actionFacts({ doc, section }: Postmortem): Fact[] {
  const actions = section('actions');
  const view = actions ? findTable<Column>(doc, actions.body, COLUMNS, ['id', 'title']) : null;
  if (!view) return [];
  const columns = (Object.keys(COLUMNS) as Column[]).filter((column) => view.has(column));
  const rows = view.table.rows.flatMap((row): Fact[] => {
    const cell = view.cell(row, 'id');
    const id = cell ? ids(cell.text, 'AI')[0]?.text : undefined;
    if (!cell || id === undefined) return [];
    const cells = columns.flatMap((column) => {
      const at = view.cell(row, column);
      return column !== 'id' && at && /[\p{L}\p{N}]/u.test(at.text) ? [[column, at] as const] : [];
    });
    return [
      {
        type: 'record',
        set: 'action-row',
        id,
        fields: Object.fromEntries(cells.map(([column, at]) => [column, at.text])),
        places: Object.fromEntries(cells.map(([column, at]) => [column, at.span])),
        span: cell.span,
      },
    ];
  });
  return [
    {
      type: 'record',
      set: 'action-table',
      id: 'action items',
      fields: { rows: rows.length, columns },
      places: {},
      span: view.table.header.span,
    },
    ...rows,
  ];
}
