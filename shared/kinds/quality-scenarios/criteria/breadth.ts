import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { scenarios } from '../example-scenarios';
import { ATTRIBUTES, type Scenarios } from '../model';

const LEAST_SCENARIOS = 6;
const LEAST_ATTRIBUTES = 4;
const LEAST_HARDEST = 2;

/** QA-C2. Carries the finding when the file holds no scenario. */
export const breadth: AutoCriterion<Scenarios> = {
  id: 'QA-C2',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'At least six scenarios over four attributes, two of them rated high in both',
  failTitle: 'The scenarios are too few, too alike or not ranked',
  why: 'Performance alone is what the author enjoys; the review needs the four ways in which the design can disappoint, and which of them are hard.',
  hint: 'Add a scenario for a missing attribute, or rate again what matters most and is hardest: importance H, difficulty H.',
  sources: ['ATAM'],
  check: ({ model }) => {
    const span = model.root.at('scenarios').keySpan;
    const used = new Set(model.scenarios.flatMap(({ at }) => at.at('attribute').text ?? []));
    const known = ATTRIBUTES.filter((attribute) => used.has(attribute));
    const hardest = model.scenarios.filter((scenario) => scenario.hardest);
    const problems: Problem[] = [];
    if (model.scenarios.length < LEAST_SCENARIOS)
      problems.push({
        span,
        message: `The file holds ${model.scenarios.length} scenarios of ${LEAST_SCENARIOS}`,
      });
    if (known.length < LEAST_ATTRIBUTES) {
      const names = known.length === 0 ? '' : ` (${known.join(', ')})`;
      problems.push({
        span,
        message: `The scenarios cover ${known.length} attributes of ${LEAST_ATTRIBUTES}${names}`,
      });
    }
    if (hardest.length < LEAST_HARDEST)
      problems.push({
        span,
        message: `${hardest.length} scenarios of ${LEAST_HARDEST} are rated H in importance and H in difficulty`,
      });
    return judge(
      problems,
      hardest.map(({ at }) => at.at('id').span),
    );
  },
  examples: {
    pass: [
      {
        source: scenarios(
          'attribute: performance, importance: H, difficulty: H',
          'attribute: security, importance: H, difficulty: H',
          'attribute: cost',
          'attribute: data-quality',
          'attribute: cost',
          'attribute: cost',
        ),
        evidence: ['QA-01', 'QA-02'],
      },
    ],
    fail: [
      { source: 'scenarios: []\n', at: ['scenarios', 'scenarios', 'scenarios'] },
      {
        source: scenarios(
          'attribute: performance, importance: H, difficulty: H',
          'attribute: performance, importance: H, difficulty: M',
          'attribute: cost',
          'attribute: beauty',
          'attribute: cost',
          'attribute: cost',
        ),
        at: ['scenarios', 'scenarios'],
      },
    ],
  },
};
