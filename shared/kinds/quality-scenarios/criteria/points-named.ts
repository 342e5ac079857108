import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { scenarios } from '../example-scenarios';
import { attributesIn, type Scenarios } from '../model';

const LEAST_POINTS = 2;
const LEAST_NAMED = 2;

/** QA-C4. */
export const pointsNamed: AutoCriterion<Scenarios> = {
  id: 'QA-C4',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Sensitivity points and a trade-off between two attributes are named',
  failTitle: 'No trade-off between two attributes is named, or too few sensitivity points',
  why: 'Knowing the dial that changes the answer, and what gets worse when it is turned, is the difference between a design and a wish list.',
  hint: 'Ask of each scenario: what gets worse if we tune this? Name two attributes, such as performance against cost.',
  sources: ['ATAM'],
  check: ({ model }) => {
    if (model.scenarios.length === 0) return failBecause('QA-C2');
    const list = model.root.at('scenarios').keySpan;
    const points = model.scenarios
      .map(({ at }) => at.at('sensitivity_point'))
      .filter((at) => at.text !== null);
    const tradeoffs = model.scenarios.map(({ at }) => at.at('tradeoff')).filter((at) => at.text !== null);
    const real = tradeoffs.filter((at) => attributesIn(at.text ?? '').length >= LEAST_NAMED);
    const problems: Problem[] = [];
    if (points.length < LEAST_POINTS)
      problems.push({
        span: list,
        message: `${points.length} sensitivity points of ${LEAST_POINTS} are named`,
      });
    if (real.length === 0) {
      const [first] = tradeoffs;
      const found = attributesIn(first?.text ?? '');
      problems.push(
        first
          ? {
              span: first.span,
              message: `This trade-off names ${found.length} attributes of ${LEAST_NAMED}${found.length > 0 ? ` (${found.join(', ')})` : ''}`,
            }
          : { span: list, message: 'No scenario names a trade-off' },
      );
    }
    return judge(
      problems,
      [...points, ...real].map((at) => at.span),
    );
  },
  examples: {
    pass: [
      {
        source: scenarios(
          'sensitivity_point: Buffering window, tradeoff: "performance against cost"',
          'sensitivity_point: Retention in days',
        ),
        evidence: ['performance against cost', 'Retention in days'],
      },
    ],
    fail: [
      {
        source: scenarios('sensitivity_point: Buffering window, tradeoff: "speed against data quality"'),
        at: ['scenarios', 'speed against data quality'],
      },
      { source: scenarios('attribute: cost'), at: ['scenarios', 'scenarios'] },
      { source: 'scenarios: []\n' },
    ],
  },
};
