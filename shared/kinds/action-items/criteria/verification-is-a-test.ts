import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { type ActionItems, fieldSpan } from '../model';

const LEAST_WORDS = 8;
const TEST = /test|drill|alert fires|query|metric|replay|CI fails|inject/i;

/** ACT-05. */
export const verificationIsATest: AutoCriterion<ActionItems> = {
  id: 'ACT-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every action says which test proves it',
  failTitle: 'An action cannot be verified',
  why: '"Done" in a tracker means somebody stopped working on it; a test that failed before and passes now means it works.',
  hint: 'Ask: how would we see it fail today? Write that test, drill, query or alert.',
  sources: ['SREW10'],
  check: ({ model }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const problems = model.items.flatMap((item) => {
      const text = item.at.at('verification').text ?? '';
      const span = fieldSpan(item, 'verification');
      if (words(text) < LEAST_WORDS)
        return [
          { span, message: `${item.name}: the verification has ${words(text)} words of ${LEAST_WORDS}` },
        ];
      return TEST.test(text)
        ? []
        : [
            {
              span,
              message: `${item.name}: the verification names no test, drill, query, metric, replay or alert`,
            },
          ];
    });
    return judge(
      problems,
      model.items.map((item) => fieldSpan(item, 'verification')),
    );
  },
  examples: {
    pass: [
      {
        source:
          'items:\n  - {id: AI-01, verification: "Inject 1,000 null records in staging and count them again"}\n',
        evidence: ['Inject'],
      },
    ],
    fail: [
      {
        source: 'items:\n  - {id: AI-01, verification: "Reviewed by the team"}\n',
        at: ['Reviewed by the team'],
      },
      {
        source:
          'items:\n  - {id: AI-01, verification: "Everyone on the rota has read it and agrees with what it says"}\n',
        at: ['Everyone on the rota has read it and agrees with what it says'],
      },
    ],
  },
};
