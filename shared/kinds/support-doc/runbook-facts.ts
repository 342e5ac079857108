import type { Source } from '../../rubric/artifact';
import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { rootReader } from '../../rubric/root-reader';
import { phaseKey } from '../../text/phase-name';
import type { Span } from '../../text/span';
import { viewTable } from '../../text/tables';

const COLUMNS = {
  phase: ['phase', 'stage', 'wave'],
  metric: ['metric', 'signal'],
  threshold: ['threshold', 'limit'],
  window: ['window'],
} as const;
type Column = keyof typeof COLUMNS;

const ROLLBACK = /roll(?:s|ed|ing)?[ -]?back|revert/i;

/** The triggers of a rollback runbook (`runbook-trigger`): the rows of its tables with phase, metric and threshold. */
export function runbookFacts(source: Source): Fact[] {
  if (source.format !== 'md') return [];
  const header = rootReader(source);
  if (header.at('subtype').text !== 'runbook') return [];
  if (!ROLLBACK.test(`${source.path} ${header.at('id').text} ${header.at('title').text}`)) return [];
  return source.markdown.tables.flatMap((table) => {
    const view = viewTable<Column>(table, COLUMNS);
    if (!view.has('phase') || !view.has('metric') || !view.has('threshold')) return [];
    return table.rows.flatMap((row): Fact[] => {
      const phase = phaseKey(view.text(row, 'phase'));
      if (phase === '') return [];
      const places: Record<string, Span> = {};
      const fields: Record<string, string | null> = { phase };
      for (const column of ['metric', 'threshold', 'window'] as const) {
        const cell = view.cell(row, column);
        fields[column] = cell?.text || null;
        if (cell && cell.text !== '') places[column] = cell.span;
      }
      const span = view.cell(row, 'phase')?.span ?? row.span;
      const id = `${phase}/${row.span.from}`;
      return [{ type: 'record', set: 'runbook-trigger', id, fields: definitionData(fields), places, span }];
    });
  });
}
