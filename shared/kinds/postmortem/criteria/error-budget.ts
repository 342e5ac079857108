import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { has, ids, quantities } from '../../../text/quantities';
import type { Postmortem } from '../model';

const LEAST_QUANTITIES = 3;
const COUNT =
  '\\d\\s?(?:events?|records?|rows?|lines?|orders?|requests?|pages?|tickets?|users?|windows?)(?![A-Za-z])';

/** PM-09. */
export const errorBudget: AutoCriterion<Postmortem> = {
  id: 'PM-09',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The SLO section states target, window, budget and what was consumed',
  failTitle: 'The cost in error budget is not stated',
  why: 'The budget turns "how bad" into "what stops now"; without it the incident has no consequence for the plan.',
  hint: 'Name the SLO id, then budget = (1 − target) × valid events in the window, and what share of it this incident consumed.',
  sources: ['SREW2'],
  check: ({ model }) => {
    const section = model.section('budget');
    if (!section) return failBecause('PM-02');
    const { plain } = model.doc;
    const span = section.heading.span;
    const body = plain.slice(section.body.from, section.body.to);
    const found = quantities(plain, section.body);
    const named = ids(plain, 'SLO', section.body);
    const problems: Problem[] = [];
    if (named.length === 0)
      problems.push({ span, message: 'The section names no objective by its id (SLO-nn)' });
    if (found.length < LEAST_QUANTITIES) {
      problems.push({
        span,
        message: `The section holds ${found.length} quantities of ${LEAST_QUANTITIES}: target, budget and what was consumed`,
      });
    } else {
      if (!found.some((hit) => hit.text.includes('%')))
        problems.push({
          span,
          message:
            'The section states no percentage: the target, or the share of the budget that was consumed',
        });
      if (!has(body, COUNT))
        problems.push({
          span,
          message: 'The section counts nothing: the budget in events, and how many were lost',
        });
    }
    return judge(problems, [...named.slice(0, 1), ...found.slice(0, LEAST_QUANTITIES)]);
  },
  examples: {
    pass: [
      {
        source:
          '# Report\n\n## SLO and error budget\n\nSLO-01 promises 99.95 % over 28 days. The budget is 523,316 events; this took 1,026 %.\n',
        evidence: ['SLO-01', '99.95 %'],
      },
    ],
    fail: [
      {
        source: '# Report\n\n## SLO and error budget\n\nWe overspent 99 % of it in 6 h, 40 events.\n',
        at: ['## SLO and error budget'],
      },
      { source: '# Report\n\n## SLO and error budget\n\nSLO-01 is gone.\n', at: ['## SLO and error budget'] },
      {
        source: '# Report\n\n## Error budget\n\nSLO-01: 40 events in 6 h of 28 days.\n',
        at: ['## Error budget'],
      },
      { source: '# Report\n\n## Lessons\n\nNone.\n' },
    ],
  },
};
