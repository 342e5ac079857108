import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { has, QTY } from '../../../text/quantities';
import { type ActionItems, fieldSpan } from '../model';

/** ACT-06. */
export const effectInNumbers: AutoCriterion<ActionItems> = {
  id: 'ACT-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Every expected effect is a number',
  failTitle: 'An expected effect has no number',
  why: 'The counterfactual ranks actions: how many events would this one have saved? Without it the list is in order of enthusiasm.',
  hint: 'Use the counterfactual of the factor the action answers.',
  sources: ['SREW10'],
  check: ({ model }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const problems = model.items.flatMap((item) => {
      const text = item.at.at('expected_effect').text;
      if (text !== null && has(text, QTY)) return [];
      const message =
        text === null
          ? `${item.name} states no expected effect`
          : `${item.name}: the expected effect holds no number with a unit`;
      return [{ span: fieldSpan(item, 'expected_effect'), message }];
    });
    return judge(
      problems,
      model.items.map((item) => fieldSpan(item, 'expected_effect')),
    );
  },
  examples: {
    pass: [
      {
        source: 'items:\n  - {id: AI-01, expected_effect: "Pages after 15 min instead of 315 min"}\n',
        evidence: ['15 min'],
      },
    ],
    fail: [
      {
        source: 'items:\n  - {id: AI-01, expected_effect: "Better visibility"}\n  - {id: AI-02}\n',
        at: ['Better visibility', 'AI-02'],
      },
    ],
  },
};
