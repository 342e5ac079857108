import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { divergences, recomputeEdits } from '../divergence';
import { baseOf } from '../evaluate';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { brokenFormula, clashingNames, divergence, valuelessNames } from '../formula-problems';
import { type CostModel, MAX_FORMULAS } from '../model';

/** TCO-04: each derived value and each cell is what its formula gives. One finding per formula: its first cell that diverges. */
export const formulas: AutoCriterion<CostModel> = {
  id: 'TCO-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Formulas evaluate to the values',
  failTitle: 'A formula does not give its values',
  why: 'A model whose cells do not follow from its own assumptions cannot be re-run with other ones, so nobody can test the decision.',
  hint: 'Correct the first cell that diverges from its formula, or the formula; every name must be an assumption, a price or a derived value.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.options.length === 0) return failBecause('TCO-01');
    if (model.tooLarge) {
      const message = `The model has more than ${MAX_FORMULAS} formulas; that many are not computed`;
      return judge([{ span: model.root.at('options').keySpan, message }]);
    }
    const base = baseOf(model);
    const problems: Problem[] = [...clashingNames(model), ...valuelessNames(model)];
    model.derived.forEach((series, i) => {
      problems.push(...brokenFormula(model, series, base.derived[i]));
    });
    model.options.forEach((option, i) => {
      option.lines.forEach((line, j) => {
        problems.push(...brokenFormula(model, line, base.options[i]?.lines[j]));
      });
    });
    const diverging = divergences(model);
    const all = diverging.length > 1 ? recomputeEdits(model) : null;
    for (const list of diverging) problems.push(divergence(model, list, all));
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      model.options.flatMap((o) => o.lines.slice(0, 2).map((line) => line.at.at('formula').span)),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['a_unit * G'] }],
    fail: [
      { source: changed('[840, 840, 840, 840, 840]', '[840, 840, 842, 850, 840]'), at: ['842'] },
      { source: changed('2.07]', '2.08]'), at: ['2.08'] },
      { source: changed('"2 * a_unit * G"', '"2 * a_units * G"'), at: ['a_units'] },
      { source: changed('"p_day * 12"', '"p_day * (12"'), at: ['('] },
      { source: changed('(1 + a_growth) ^ (y - 1)', '(1 + a_growth) ^ G'), at: ['G'] },
      {
        source: changed(
          'id: a_move, name: migration labour, value: 3000',
          'id: a_move, name: migration labour, value: unknown',
        ),
        at: ['unknown'],
      },
    ],
  },
};
