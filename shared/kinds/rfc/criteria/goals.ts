import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { QUARTER } from '../../../text/periods';
import { words } from '../../../text/prose';
import { DATE, has, QTY } from '../../../text/quantities';
import { textOf } from '../../../text/sections';
import { goalEntries } from '../goal-entries';
import type { Rfc } from '../model';

const LEAST = 3;
const LEAST_WORDS = 5;

/** RFC-05. */
export const goals: AutoCriterion<Rfc> = {
  id: 'RFC-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Goals can be tested and the scope is fenced',
  failTitle: 'Goals cannot be tested or the scope has no fence',
  why: 'A goal without number and date can be declared met at any time, and a scope without a fence is one the author did not control.',
  hint: 'Write each goal as measure, target and date, and name three things that this RFC leaves alone.',
  sources: ['GDD'],
  check: ({ model }) => {
    const section = model.section('goals');
    if (!section) return failBecause('RFC-02');
    const { doc } = model;
    const { goals, nonGoals, goalsAt, nonGoalsAt } = goalEntries(doc, section);
    const problems: Problem[] = [];
    if (goals.length < LEAST)
      problems.push({ span: goalsAt, message: `${goals.length} of ${LEAST} goals are listed` });
    for (const goal of goals) {
      const text = doc.plain.slice(goal.from, goal.to);
      const lacks = [
        has(text, QTY) ? null : 'quantity',
        has(text, DATE) || has(text, QUARTER) ? null : 'date',
      ].filter((l) => l !== null);
      if (lacks.length > 0)
        problems.push({ span: goal, message: `This goal has no ${lacks.join(' and no ')}` });
    }
    if (nonGoals.length < LEAST)
      problems.push({ span: nonGoalsAt, message: `${nonGoals.length} of ${LEAST} non-goals are listed` });
    for (const span of nonGoals) {
      const count = words(textOf(doc, span));
      if (count < LEAST_WORDS)
        problems.push({
          span,
          message: `This non-goal has ${count} words; ${LEAST_WORDS} say what is left out`,
          hint: 'Say what is left alone, and why someone might have expected it.',
        });
    }
    return judge(problems, goals);
  },
  examples: {
    pass: [
      { source: example(), evidence: ['p95 ≤ 5 min by 2024-06-28'] },
      { source: example().replace('### Non-goals', '**Non-goals:**') },
      {
        source:
          '## Goals\n\n| Goal | Target | By |\n|---|---|---|\n| A | 5 min | Q2 2024 |\n| B | 1 % | 2024-06-28 |\n| C | 10 pages/month | 2024-09-30 |\n\n## Out of scope\n\n- moving the platform to another region\n- replacing the tool for business intelligence\n- serving models online to other teams\n',
      },
    ],
    fail: [
      { source: example().replace('≤ 5 min ', 'low '), at: ['p95 low by 2024-06-28'] },
      { source: example().replace(' by 2024-06-28', ''), at: ['p95 ≤ 5 min'] },
      { source: example().replace('- replay a day in 24 h by 2024-02-23\n', ''), at: ['### Goals'] },
      {
        source: example().replace('moving the platform to another region', 'region move'),
        at: ['region move'],
      },
      { source: example().replace(/### Non-goals[\s\S]*/, ''), at: ['## Goals and non-goals'] },
    ],
  },
};

function example(): string {
  return `## Goals and non-goals

### Goals

- p95 ≤ 5 min by 2024-06-28
- completeness ≥ 99.95 % by Q2 2024
- replay a day in 24 h by 2024-02-23

### Non-goals

- moving the platform to another region
- replacing the tool for business intelligence
- serving models online to other teams
`;
}
