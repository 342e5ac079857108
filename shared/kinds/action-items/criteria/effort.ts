import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { type ActionItems, fieldSpan, listSpan } from '../model';

const MOST_P0_WEEKS = 6;

/** ACT-11. */
export const effort: AutoCriterion<ActionItems> = {
  id: 'ACT-11',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Effort is estimated, and the P0s fit into six weeks',
  failTitle: 'Effort is not estimated, or the P0s do not fit',
  why: 'P0 work that adds up to a quarter will not be done as P0; somebody should say so on the day it is promised.',
  hint: 'Estimate each action in weeks, and keep the sum of the P0s at six.',
  sources: ['SENG'],
  check: ({ model }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const problems: Problem[] = [];
    let weeks = 0;
    for (const item of model.items) {
      const at = item.at.at('effort_weeks');
      if (at.number === null)
        problems.push({
          span: fieldSpan(item, 'effort_weeks'),
          message: `${item.name} has no effort in weeks`,
        });
      else if (item.priority === 'P0') weeks += at.number;
    }
    if (weeks > MOST_P0_WEEKS)
      problems.push({
        span: listSpan(model),
        message: `The P0 actions add up to ${weeks} weeks; ${MOST_P0_WEEKS} are the most`,
      });
    return judge(
      problems,
      model.items.map((item) => fieldSpan(item, 'effort_weeks')),
    );
  },
  examples: {
    pass: [
      {
        source:
          'items:\n  - {id: AI-01, priority: P0, effort_weeks: 6}\n  - {id: AI-02, priority: P2, effort_weeks: 8}\n',
      },
    ],
    fail: [
      {
        source: 'items:\n  - {id: AI-01, priority: P0, effort_weeks: 7}\n  - {id: AI-02}\n',
        at: ['AI-02', 'items'],
      },
    ],
  },
};
