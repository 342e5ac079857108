import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { dissentTable, scoreOf } from '../dissent';
import type { Rfc } from '../model';

const LEAST_ROWS = 5;
const DISPOSITIONS = ['accepted', 'rejected', 'deferred', 'disagree-and-commit'];
const NO_NEGATIVE = /no negative score after asking\s+\S+/i;

/** RFC-12. */
export const dissentFarmed: AutoCriterion<Rfc> = {
  id: 'RFC-12',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Dissent was farmed',
  failTitle: 'Dissent was not farmed',
  why: 'An RFC with only friendly scores was shown to friends; the scores of likely opponents show that the bet was tested.',
  hint: 'Invite the two most likely opponents, and record score, concern and disposition of at least five people.',
  sources: ['NFLX', 'SQSP'],
  check: ({ model }) => {
    const section = model.section('dissent');
    if (!section) return failBecause('RFC-02');
    const view = dissentTable(model);
    if (!view)
      return fail({
        span: section.heading.span,
        message: 'No table has the columns name, score, concern and disposition',
      });
    const problems: Problem[] = [];
    const rows = view.table.rows.filter((row) => view.text(row, 'name') !== '');
    if (rows.length < LEAST_ROWS)
      problems.push({
        span: view.table.header.span,
        message: `${rows.length} of ${LEAST_ROWS} people are recorded`,
      });
    for (const row of rows) {
      const name = view.text(row, 'name');
      const score = scoreOf(view, row);
      if (score === null || Math.abs(score) > 10)
        problems.push({
          span: view.cell(row, 'score')?.span ?? row.span,
          message: `${name}: "${view.text(row, 'score')}" is no score from −10 to +10`,
        });
      if (view.text(row, 'concern') === '')
        problems.push({
          span: view.cell(row, 'concern')?.span ?? row.span,
          message: `${name} has no concern on record`,
        });
      const disposition = view.text(row, 'disposition');
      if (!DISPOSITIONS.includes(disposition.toLowerCase())) {
        problems.push({
          span: view.cell(row, 'disposition')?.span ?? row.span,
          message: `${name}: "${disposition}" is no disposition; it is one of ${DISPOSITIONS.join(', ')}`,
        });
      }
    }
    const negative = rows.filter((row) => (scoreOf(view, row) ?? 0) < 0);
    if (
      negative.length === 0 &&
      !NO_NEGATIVE.test(model.doc.plain.slice(section.body.from, section.body.to))
    ) {
      const span = view.cell(view.table.header, 'score')?.span ?? view.table.header.span;
      problems.push({
        span,
        message: `None of the ${rows.length} scores is negative, and no sentence says "no negative score after asking N people"`,
      });
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      negative.map((row) => row.span),
    );
  },
  examples: {
    pass: [
      { source: example('−4'), evidence: ['−4'] },
      { source: `${example('4')}\nThere was no negative score after asking 9 people.\n` },
    ],
    fail: [
      { source: example('4'), at: ['Score'] },
      { source: example('-4').replace(/\| Farid.*\n/, ''), at: ['| Name | Score | Concern | Disposition |'] },
      { source: example('-4').replace('deferred', 'noted'), at: ['noted'] },
      { source: example('-4').replace('| 8 |', '| 18 |'), at: ['18'] },
      { source: '## Dissent\n\nNobody minded.\n', at: ['## Dissent'] },
      { source: '## Context\n\nNo dissent.\n', at: [] },
    ],
  },
};

function example(score: string): string {
  const rows = [
    ['Kofi', score, 'disagree-and-commit'],
    ['Imani', '8', 'accepted'],
    ['Odalys', '3', 'deferred'],
    ['Halvard', '+6', 'rejected'],
    ['Farid', '7', 'accepted'],
  ];
  return `## Dissent\n\n| Name | Score | Concern | Disposition |\n|---|---|---|---|\n${rows.map(([name, s, d]) => `| ${name} | ${s} | Something weighty | ${d} |\n`).join('')}`;
}
