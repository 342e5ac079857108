import { type AutoCriterion, judge, notApplicable } from '../../../rubric/criterion';
import { sensitivityRows } from '../cases';
import { changed, EXAMPLE_MODEL } from '../example-model';
import type { CostModel } from '../model';

/** TCO-11. */
export const lowConfidence: AutoCriterion<CostModel> = {
  id: 'TCO-11',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Low-confidence assumptions are swept',
  failTitle: 'A low-confidence assumption is not swept',
  why: 'Saying "we are not sure" and then showing one number is worse than silence; the sweep is what doubt looks like in a model.',
  hint: 'Add a low and a high case for the assumption, with its id in parentheses after the driver.',
  sources: ['AZADR'],
  check: ({ model }) => {
    const low = model.assumptions.filter((assumption) => assumption.at.at('confidence').text === 'low');
    if (low.length === 0) return notApplicable('No assumption is marked as low confidence');
    const rows = sensitivityRows(model);
    const swept = new Set(rows.map((row) => row.knob));
    const problems = low
      .filter((assumption) => !swept.has(assumption.id))
      .map((assumption) => ({
        span: assumption.at.at('confidence').span,
        message: `${assumption.id} has low confidence and no sensitivity row`,
      }));
    return judge(
      problems,
      rows
        .filter((row) => low.some((assumption) => assumption.id === row.knob))
        .map((row) => row.at.at('driver').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['traffic growth (a_growth)'] }],
    fail: [
      {
        source: changed('source: finance, confidence: high', 'source: finance, confidence: low'),
        at: ['low'],
      },
    ],
  },
};
