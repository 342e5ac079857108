import type { Fact } from '../../rubric/fact';
import type { Span } from '../../text/span';
import type { Column, DecisionLog } from './model';

const FIELDS = {
  title: 'title',
  status: 'status',
  type: 'type',
  date: 'date',
  decider: 'decider',
  confidence: 'confidence',
  supersedes: 'supersedes',
  'superseded-by': 'supersededBy',
  revisit: 'revisit',
} as const satisfies Readonly<Record<string, Column>>;

/** The rows of the log (`log-row`) under the names of the ADR's header. A column that is there has a place even where its cell is empty. */
export function facts(log: DecisionLog): Fact[] {
  return log.rows.flatMap((row) => {
    if (row.id === '') return [];
    const fields: Record<string, string> = {};
    const places: Record<string, Span> = {};
    for (const [name, column] of Object.entries(FIELDS)) {
      const cell = row.cell(column);
      if (!cell) continue;
      places[name] = cell.span;
      if (cell.text.trim() !== '') fields[name] = cell.text.trim();
    }
    const span = row.cell('id')?.span ?? row.row.span;
    return [{ type: 'record' as const, set: 'log-row', id: row.id, fields, places, span }];
  });
}
