import { type AutoCriterion, fail, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import type { MaybeFix } from '../../../rubric/repairs/write-value';
import { insertRow } from '../../../text/edits/cell';
import { headingKey } from '../../../text/markdown';
import { words } from '../../../text/prose';
import type { Consensus } from '../model';
import { OUTLINE } from '../outline';
import { POSITIONS, type Positions } from '../positions';
import { SKELETON } from '../skeleton';

const LEAST_WORDS = 4;

/** CON-02. */
export const positionsComplete: AutoCriterion<Consensus> = {
  id: 'CON-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Every voter has a position with a reason',
  failTitle: 'A voter has no position',
  why: '"We agreed" hides who did; a committee trusts the record that lists each name and what that person said.',
  hint: 'Give every voter of the agenda a row with position and reason.',
  sources: ['CONS'],
  check: ({ model, packet }) => {
    const { positions } = model;
    if (!positions) {
      const what = model.section('positions')
        ? 'The section has no table with name, position and reason'
        : 'There is no "Positions" section; its place is at this heading';
      return fail({
        span: model.place('positions'),
        message: what,
        ...sectionFix(model.doc, SKELETON, OUTLINE.positions.name),
      });
    }
    const problems: Problem[] = [];
    const seen = new Set<string>();
    for (const row of positions.rows) {
      if (seen.has(row.name)) problems.push({ span: row.at.name, message: `${row.name} has two rows` });
      seen.add(row.name);
      if (!(POSITIONS as readonly string[]).includes(row.position)) {
        problems.push({
          span: row.at.position,
          message: `${row.name}: "${row.position}" is no position; it is one of ${POSITIONS.join(', ')}`,
        });
      }
      const count = words(row.reason);
      if (count < LEAST_WORDS)
        problems.push({
          span: row.at.reason,
          message: `${row.name} gives ${count} of ${LEAST_WORDS} words of reason`,
        });
    }
    const voters = [...new Set(packet.facts('voter').map((fact) => fact.name))];
    if (voters.length > 0) {
      const missing = voters.filter((name) => !seen.has(name));
      if (missing.length > 0) {
        problems.push({
          span: positions.header,
          message: `${voters.length - missing.length} of ${voters.length} voters have a position; missing: ${missing.join(', ')}`,
          ...rowsFor(model, positions, missing),
        });
      }
      for (const row of positions.rows) {
        if (!voters.includes(row.name))
          problems.push({ span: row.at.name, message: `${row.name} has no vote on the agenda` });
      }
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    if (problems.length === 0 && voters.length === 0)
      return notEvaluated('Whether every voter has a position shows once the packet holds a review agenda');
    return judge(
      problems,
      positions.rows.map((row) => row.at.position),
    );
  },
  examples: {
    pass: [
      {
        packet: agenda('Kofi Darrow', 'Imani Rusk'),
        source: example('consent'),
        evidence: ['consent', 'disagree-and-commit'],
      },
    ],
    fail: [
      { packet: agenda('Kofi Darrow', 'Imani Rusk'), source: example('fine'), at: ['fine'] },
      {
        packet: agenda('Kofi Darrow', 'Imani Rusk', 'Halvard Osei'),
        source: example('consent'),
        at: ['| Name | Position | Reason |'],
      },
      { packet: agenda('Kofi Darrow'), source: example('consent'), at: ['Imani Rusk'] },
      {
        packet: agenda('Kofi Darrow', 'Imani Rusk'),
        source: example('consent').replace('fresh counts cure the credits', 'fresh counts'),
        at: ['fresh counts'],
      },
      { source: '## Positions\n\nWe agreed.\n', at: ['## Positions'] },
    ],
  },
};

const BLANKS: readonly (readonly [name: RegExp, blank: string])[] = [
  [/^position/, `<${POSITIONS.slice(0, -1).join(', ')} or ${POSITIONS.at(-1)}>`],
  [/^score/, '<minus ten to ten, integer>'],
  [/^reason/, '<their reason, in four words or more>'],
  [/^(?:role|team)/, '<role, team>'],
];

/** A row for each voter that has none, with the name and blanks. */
function rowsFor(model: Consensus, positions: Positions, names: readonly string[]): MaybeFix {
  const table = model.doc.tables.find(({ header }) => header.span.from === positions.header.from);
  if (!table) return {};
  const columns = table.header.cells.map((cell) => headingKey(cell.text));
  const edits = names.map((name) =>
    insertRow(
      model.doc,
      table,
      table.rows.length - 1,
      columns.map((column) =>
        column.startsWith('name') ? name : (BLANKS.find(([of]) => of.test(column))?.[1] ?? '<what, if any>'),
      ),
    ),
  );
  return { fix: { title: names.length === 1 ? `Add ${names[0]}` : `Add ${names.length} voters`, edits } };
}

function agenda(...names: readonly string[]): Record<string, string> {
  const participants = names.map((name) => `  - {name: ${name}, role: Engineer, vote: "yes"}\n`).join('');
  return {
    'kit/review-agenda.md': `---\nid: AGENDA\ncaptain: Dmitri Castellane\nparticipants:\n${participants}---\n\n# Agenda\n`,
  };
}

function example(position: string): string {
  return `## Positions\n\n| Name | Position | Reason |\n|---|---|---|\n| Kofi Darrow | disagree-and-commit | Kinesis asks less of us |\n| Imani Rusk | ${position} | fresh counts cure the credits |\n`;
}
