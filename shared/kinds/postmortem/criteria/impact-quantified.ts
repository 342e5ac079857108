import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { TableCell, TableRow } from '../../../text/markdown';
import { words } from '../../../text/prose';
import { has, QTY } from '../../../text/quantities';
import { columnIndex, tablesIn } from '../../../text/sections';
import type { Postmortem } from '../model';

const LEAST_ROWS = 5;
const LEAST_METHOD = 3;

/** Rows about lost data, which must say whether the loss is for good. */
const DATA_LOSS =
  '(?<!\\p{L})(?:lost|loss|los(?:es|ing)|drop(?:s|ped)?|missing|deleted|discarded|truncated|corrupt(?:ed|ion)?|unrecoverable|without attribution)(?!\\p{L})';
const FATE = '(?<!\\p{L})(?:permanent(?:ly)?|recovered)(?!\\p{L})';

/** PM-04. */
export const impactQuantified: AutoCriterion<Postmortem> = {
  id: 'PM-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The impact is quantified, with its method',
  failTitle: 'The impact is not quantified',
  why: 'Without numbers an incident is as bad as the loudest voice says; a number without a method is one of the voices.',
  hint: 'Give events, people, money, data and error budget a row each: the value with its unit, how it was measured, and for lost data whether it is permanent or recovered.',
  sources: ['SREW10'],
  check: ({ model }) => {
    const section = model.section('impact');
    if (!section) return failBecause('PM-02');
    const table = tablesIn(model.doc, section.body)[0];
    if (!table) {
      return fail({
        span: section.heading.span,
        message: `The impact has no table; at least ${LEAST_ROWS} rows of measure, value and method are wanted`,
      });
    }
    const problems: Problem[] = [];
    const value = columnIndex(table, 'value', 'amount', 'size');
    const method = columnIndex(table, 'how', 'method', 'source', 'evidence');
    if (method < 0)
      problems.push({
        span: table.header.span,
        message: 'No column of the impact table says how a value was measured',
      });
    if (table.rows.length < LEAST_ROWS) {
      problems.push({
        span: table.header.span,
        message: `The impact table has ${table.rows.length} rows of ${LEAST_ROWS}`,
      });
    }
    for (const row of table.rows) {
      const all = row.cells.map((cell) => cell.text).join(' ');
      const name = row.cells[0]?.text ?? '';
      const stated = value >= 0 ? row.cells[value] : undefined;
      if (!has(stated ? stated.text : all, QTY)) {
        problems.push({
          span: place(stated, row),
          message: `${name}: "${stated?.text ?? ''}" is no number with a unit`,
        });
      }
      const how = method >= 0 ? row.cells[method] : undefined;
      if (method >= 0 && words(how?.text ?? '') < LEAST_METHOD) {
        problems.push({
          span: place(how, row),
          message: `${name}: the method has ${words(how?.text ?? '')} words of ${LEAST_METHOD}`,
        });
      }
      if (has(all, DATA_LOSS, 'i') && !has(all, FATE, 'i')) {
        problems.push({
          span: place(row.cells[1] ?? row.cells[0], row),
          message: `${name}: data was lost; the row does not say whether it is permanent or recovered`,
        });
      }
    }
    return judge(
      problems,
      table.rows.slice(0, LEAST_ROWS).map((row) => row.span),
    );
  },
  examples: {
    pass: [
      {
        source: report('| Events dropped | 5,367 events, recovered | Filter counter less baseline |'),
        evidence: ['5,367 events'],
      },
    ],
    fail: [
      { source: report('| Customers | many | Count of support tickets |'), at: ['many'] },
      { source: report('| Customers | 40 users | Support |'), at: ['Support'] },
      {
        source: report('| Events dropped | 5,367 events | Filter counter less baseline |'),
        at: ['5,367 events'],
      },
      { source: '# Report\n\n## Impact\n\nIt was bad.\n', at: ['## Impact'] },
      { source: '# Report\n\n## Lessons\n\nNone.\n' },
    ],
  },
};

/** An empty cell cannot be seen; its row can. */
function place(cell: TableCell | undefined, row: TableRow) {
  return cell && cell.span.to > cell.span.from ? cell.span : row.span;
}

function report(row: string): string {
  const others = ['Money', 'Time', 'Budget', 'People'].map(
    (name) => `| ${name} | 12 h | Time sheets of responders |`,
  );
  return `# Report\n\n## Impact\n\n| Measure | Value | How measured |\n| --- | --- | --- |\n${[row, ...others].join('\n')}\n`;
}
