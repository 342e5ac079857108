import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { columnIndex, itemsIn, tablesIn } from '../../../text/sections';
import type { Postmortem } from '../model';

const COLUMNS = [
  ['id', ['id']],
  ['action', ['action', 'title', 'what']],
  ['level', ['level']],
  ['owner', ['owner']],
  ['due', ['due']],
  ['priority', ['priority', 'prio']],
  ['SLO', ['slo']],
  ['CF', ['cf', 'contributing factor', 'factor']],
  ['verification', ['verification', 'verified', 'test', 'proof']],
] as const;

/** PM-08. */
export const actionTable: AutoCriterion<Postmortem> = {
  id: 'PM-08',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The action table is complete',
  failTitle: 'The action table has gaps',
  why: 'An action without owner, date or proof is a wish. The table is the page a director keeps, so it has to stand alone.',
  hint: 'Import action-items.yaml, or write a table with id, action, level, owner, due, priority, SLO, CF and verification for every row.',
  sources: ['SREB', 'Seed'],
  check: ({ model }) => {
    const section = model.section('actions');
    if (!section) return failBecause('PM-02');
    const table = tablesIn(model.doc, section.body)[0];
    if (!table) {
      const listed = itemsIn(model.doc, section.body).length;
      const message =
        listed > 0
          ? 'The action items are a list; a table gives each its owner, due date and proof'
          : 'The action items have no table';
      return fail({ span: section.heading.span, message });
    }
    const problems: Problem[] = [];
    const columns = COLUMNS.map(([name, headers]) => ({ name, index: columnIndex(table, ...headers) }));
    const missing = columns.filter((column) => column.index < 0).map((column) => column.name);
    if (missing.length > 0) {
      const what = missing.length === 1 ? 'the column' : 'the columns';
      problems.push({
        span: table.header.span,
        message: `The action table lacks ${what} ${missing.join(', ')}`,
      });
    }
    if (table.rows.length === 0)
      problems.push({ span: table.header.span, message: 'The action table has no rows' });
    for (const row of table.rows) {
      const empty = columns.filter(
        ({ index }) => index >= 0 && !/[\p{L}\p{N}]/u.test(row.cells[index]?.text ?? ''),
      );
      if (empty.length === 0) continue;
      const id = row.cells[0]?.text ?? '';
      const first = row.cells[0];
      const span = first && first.span.to > first.span.from ? first.span : row.span;
      problems.push({
        span,
        message: `${id === '' ? 'A row' : id} has no ${empty.map((column) => column.name).join(', no ')}`,
      });
    }
    return judge(problems, table.rows.map((row) => row.span).slice(0, 5));
  },
  examples: {
    pass: [
      {
        source: report(
          '| AI-01 | Refuse it | eliminate | Ana Ruiz | 2024-03-29 | P0 | SLO-01 | CF-01 | CI fails |',
        ),
        evidence: ['AI-01'],
      },
    ],
    fail: [
      {
        source: report('| AI-01 | Refuse it | eliminate |  | 2024-03-29 | P0 | SLO-01 | CF-01 | – |'),
        at: ['AI-01'],
      },
      {
        source: '# Report\n\n## Action items\n\n| ID | Action |\n| --- | --- |\n| AI-01 | Refuse it |\n',
        at: ['| ID | Action |'],
      },
      { source: '# Report\n\n## Action items\n\n- Be more careful.\n', at: ['## Action items'] },
      { source: '# Report\n\n## Lessons\n\nNone.\n' },
    ],
  },
};

function report(row: string): string {
  const header = '| ID | Action | Level | Owner | Due | Priority | SLO | CF | Verification |';
  return `# Report\n\n## Action items\n\n${header}\n|${' --- |'.repeat(9)}\n${row}\n`;
}
