import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, RuleProblem } from '../../rubric/rule';
import { WORDS_TO_TWELVE } from '../../text/number-words';
import { ids } from '../../text/quantities';
import { inTextOrder } from '../in-text-order';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { sameIncident } from './same-incident';

const ACTIONS = 'kit/action-items.yaml';
const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';
const SLIDES = 'kit/executive-summary.md';

/** The columns that repeat a field, with what messages call it. */
const COLUMNS = [
  ['title', 'title'],
  ['level', 'level'],
  ['owner', 'owner'],
  ['due', 'due date'],
  ['priority', 'priority'],
  ['slo', 'SLO'],
  ['contributing_factors', 'factors'],
] as const;
type Column = (typeof COLUMNS)[number][0];

/** Cells that are empty are found by PM-08. */
export const actionTableEqualsFile: ConsistencyRule = {
  id: 'X-38',
  severity: 'must',
  title: 'The action table equals the action items',
  failTitle: 'The postmortem and the action items disagree',
  why: 'Two lists of promises are no promise: the director reads the report, the team works from the file, and each can be right.',
  hint: 'Copy the rows from action-items.yaml, which the trackers follow, and count the levels again.',
  kinds: ['postmortem', 'action-items', 'executive-summary'],
  check: (packet) => {
    const actions = packet.records('action');
    const rows = packet.records('action-row');
    const counts = packet.records('level-count');
    if (actions.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no action items to compare with' };
    if (rows.length === 0 && counts.length === 0) {
      return {
        verdict: 'not-evaluated',
        reason: 'No postmortem of the packet has a table of actions, and no slide counts them by level',
      };
    }
    const problems = [
      ...packet.records('action-table').flatMap((table) => tableProblems(packet, table)),
      ...counts.flatMap((count) => countProblems(packet, count)),
    ];
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    return {
      verdict: 'pass',
      evidence: [...rows, ...counts].map(({ path, span }) => ({ path, span })),
    };
  },
  examples: {
    pass: [
      {
        files: {
          [ACTIONS]: actions('automate', 'guardrail'),
          [POSTMORTEM]: report(
            '| AI-01 | Page on it | automate | Ana Ruiz | 2031-01-20 | P0 |',
            '| AI-02 | Page on it | guardrail | Ana Ruiz | 2031-01-20 | P0 |',
          ),
          [SLIDES]:
            '# Slides\n\n## Slide 4 — Two actions land\n\n- Of the actions 1 automates a defence and 1 is a guardrail.\n',
        },
      },
    ],
    fail: [
      {
        files: {
          [ACTIONS]: actions('automate', 'guardrail'),
          [POSTMORTEM]: report(
            '| AI-01 | Page on it | automate | Ana Ruiz | 2031-01-27 | P0 |',
            '| AI-03 | Write a page | document | Ana Ruiz | 2031-01-20 | P2 |',
          ),
        },
        at: [
          [POSTMORTEM, '| ID | Action | Level | Owner | Due | Priority |'],
          [POSTMORTEM, '2031-01-27'],
          [POSTMORTEM, 'AI-03'],
        ],
      },
      {
        files: {
          [ACTIONS]: actions('automate', 'guardrail'),
          [SLIDES]:
            '# Slides\n\n## Slide 4 — Two actions land\n\n- Of the actions 2 automate a defence and 1 is a guardrail.\n',
        },
        at: [[SLIDES, '2']],
      },
    ],
  },
};

/** Rows that are missing, rows that are too many, and cells that say something else. */
function tableProblems(packet: Packet, table: RecordOf): RuleProblem[] {
  const related = sameIncident(packet);
  const actions = packet.records('action').filter((action) => related(action.path, table.path));
  const rows = packet.recordsOf('action-row', table.path);
  if (actions.length === 0) return [];
  const problems: RuleProblem[] = [];
  for (const action of actions) {
    if (rows.some((row) => row.id === action.id)) continue;
    problems.push({
      path: table.path,
      span: table.span,
      message: `The action table leaves out ${action.id} "${textOf(action, 'title') ?? ''}"`,
      related: [{ path: action.path, span: action.span, message: `${action.id} is an action item` }],
    });
  }
  for (const row of rows) {
    const action = actions.find((a) => a.id === row.id);
    if (!action) {
      const first = actions[0] as RecordOf;
      problems.push({
        path: row.path,
        span: row.span,
        message: `${row.id} stands in the table and is not among the action items`,
        related: [{ path: first.path, span: first.span, message: `The action items start at ${first.id}` }],
      });
      continue;
    }
    for (const [column, name] of COLUMNS) {
      const wanted = wantedCell(packet, action, column);
      const said = textOf(row, column);
      if (wanted === null || said === null || sameCell(packet, column, said, wanted)) continue;
      const place = placeOf(row, column);
      problems.push({
        ...place,
        message: `${row.id}: the table gives the ${name} ${quoted(said)}, the action items ${quoted(wanted)}`,
        related: [{ ...placeOf(action, column), message: `${row.id} has the ${name} ${quoted(wanted)}` }],
        fix: {
          title: `Write ${quoted(wanted)}`,
          edits: [{ ...place.span, insert: wanted.replaceAll('|', '\\|') }],
        },
      });
    }
  }
  return problems;
}

/** What a cell should say; null when the action does not state it. Owners are written by name. */
function wantedCell(packet: Packet, action: RecordOf, column: Column): string | null {
  if (column === 'contributing_factors') {
    const factors = listOf(action, column);
    return factors.length === 0 ? null : factors.join(', ');
  }
  const value = textOf(action, column);
  return value !== null && column === 'owner' ? (packet.person(value)?.name ?? value) : value;
}

function sameCell(packet: Packet, column: Column, said: string, wanted: string): boolean {
  if (column === 'owner') return (packet.person(said)?.name ?? said) === wanted;
  if (column === 'slo' || column === 'contributing_factors') {
    const family = column === 'slo' ? 'SLO' : 'CF';
    const named = ids(said, family).map((hit) => hit.text);
    // A cell that names its objective in words is no id to compare.
    return named.length === 0 || [...named].sort().join() === wanted.split(', ').sort().join();
  }
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[`*_]|\.$/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  return plain(said) === plain(wanted);
}

/** The number of actions at a level, where a text counts them. */
function countProblems(packet: Packet, count: RecordOf): RuleProblem[] {
  const related = sameIncident(packet);
  const actions = packet.records('action').filter((action) => related(action.path, count.path));
  const at = actions.filter((action) => textOf(action, 'level') === count.id);
  if (actions.length === 0 || at.length === count.fields['count']) return [];
  const said = textOf(count, 'said') ?? '';
  const wanted = /^\d/.test(said) ? String(at.length) : (WORDS_TO_TWELVE[at.length] ?? String(at.length));
  const insert = /^\p{Lu}/u.test(said) ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
  const show = at.length > 0 ? at : actions.slice(0, 1);
  return [
    {
      path: count.path,
      span: count.span,
      message: `The text counts ${said.toLowerCase()} of level ${count.id}; the action items hold ${at.length}`,
      related: show.map((action) => ({
        ...placeOf(action, 'level'),
        message: `${action.id} is of level ${textOf(action, 'level') ?? 'none'}`,
      })),
      fix: { title: `Write ${insert}`, edits: [{ ...count.span, insert }] },
    },
  ];
}

function quoted(text: string): string {
  return `"${text}"`;
}

function actions(...levels: readonly string[]): string {
  const item = (level: string, i: number) =>
    `  - {id: AI-0${i + 1}, title: Page on it, level: ${level}, owner: Ana Ruiz, due: "2031-01-20", priority: P0}\n`;
  return `items:\n${levels.map(item).join('')}`;
}

function report(...rows: readonly string[]): string {
  const header = '| ID | Action | Level | Owner | Due | Priority |';
  return `# Report\n\n## Action items\n\n${header}\n|${' --- |'.repeat(6)}\n${rows.join('\n')}\n`;
}
