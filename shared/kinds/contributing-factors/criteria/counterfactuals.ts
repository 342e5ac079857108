import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { factors } from '../example-factors';
import type { Factors } from '../model';

const LEAST = 2;

/** CTF-05. */
export const counterfactuals: AutoCriterion<Factors> = {
  id: 'CTF-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'For two factors it is counted what their absence saves',
  failTitle: 'It is not counted what the factors cost',
  why: 'Twelve factors are a list; two numbers say which of them to pay for first, and that the causes were understood well enough to replay.',
  hint: 'Compute from the counters how many events are not lost when the factor is absent, and put it under events_avoided.',
  sources: ['HOWIE'],
  check: ({ model }) => {
    if (model.factors.length === 0) return failBecause('CTF-01');
    const counted = model.factors
      .map(({ at }) => at.at('counterfactual', 'events_avoided'))
      .filter((at) => at.number !== null);
    if (counted.length >= LEAST) return pass(...counted.map((at) => at.span));
    return fail({
      span: model.root.at('factors').keySpan,
      message: `${counted.length} factors of ${LEAST} say how many events their absence avoids`,
    });
  },
  examples: {
    pass: [
      {
        source: factors('counterfactual: {events_avoided: 5367722}', 'counterfactual: {events_avoided: 0}'),
        evidence: ['5367722'],
      },
    ],
    fail: [
      {
        source: factors(
          'counterfactual: {events_avoided: 5367722}',
          'counterfactual: {events_avoided: many}',
        ),
        at: ['factors'],
      },
      { source: 'factors: []\n' },
    ],
  },
};
