import { type AutoCriterion, judge, notApplicable, type Problem } from '../../../rubric/criterion';
import { problemCostInTotal } from '../benefits';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { type CostModel, formulaSpan } from '../model';

/** Words of a line that is no cost: what a change avoids or earns. */
const BENEFIT = /benefit|avoided|problem_?cost|revenue/i;

/** TCO-10. */
export const benefitsApart: AutoCriterion<CostModel> = {
  id: 'TCO-10',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Benefits are kept apart from cost',
  failTitle: 'A benefit is counted as cost',
  why: 'Avoided losses are an argument and bills are a fact; a total that mixes them can be made to say anything.',
  hint: 'Move benefits and avoided losses to retained_problem_cost, outside every total.',
  sources: ['PYR'],
  check: ({ model }) => {
    const apart = model.root.at('retained_problem_cost');
    const problems: Problem[] = [];
    for (const option of model.options) {
      for (const line of option.lines) {
        if (BENEFIT.test(line.id)) {
          const message = `${line.id} is a line of ${option.id}, so a benefit runs through its totals`;
          problems.push({ span: line.at.at('id').span, message });
        }
        const names = line.formula?.ok ? line.formula.value.names : [];
        for (const name of names.filter((n) => BENEFIT.test(n.text))) {
          const message = `${line.id} counts ${name.text} into the cost of ${option.id}`;
          problems.push({ span: formulaSpan(line.at, name), message });
        }
      }
      option.totals.forEach((stated, year) => {
        if (!problemCostInTotal(model, option, year)) return;
        const message = `${option.id}, ${model.yearLabels[year]}: ${stated} differs from its lines by exactly the retained problem cost`;
        problems.push({ span: option.at.at('totals', year).span, message });
      });
    }
    if (problems.length === 0 && !apart.exists)
      return notApplicable('The model states no problem cost and no benefit');
    return judge(problems, [apart.keySpan]);
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['retained_problem_cost'] }],
    fail: [
      { source: changed('id: h_storage', 'id: h_avoided_loss'), at: ['h_avoided_loss'] },
      { source: changed('formula: "p_day * 12"', 'formula: "p_day * 12 - a_benefit"'), at: ['a_benefit'] },
      { source: changed('[14440, 11560', '[19440, 11560'), at: ['19440'] },
    ],
  },
};
