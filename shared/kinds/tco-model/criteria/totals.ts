import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { putNumber, writeNumber } from '../../../rubric/repairs/write-value';
import { problemCostInTotal } from '../benefits';
import { cellsDiverge } from '../divergence';
import { baseOf } from '../evaluate';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { type CostModel, type CostOption, statedSum, sumOf } from '../model';

/**
 * TCO-02. Sums the cells as the file states them. A total that fits the formulas while one of its cells does not is the cell's fault
 * (TCO-04), and one that is too high by the retained problem cost is told by TCO-10; neither is told twice.
 */
export const totals: AutoCriterion<CostModel> = {
  id: 'TCO-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Totals add up',
  failTitle: 'A total does not add up',
  why: 'Totals are what people quote; one that its own column disproves takes the rest of the model with it.',
  hint: 'Write the sum of the lines above, in whole units, or let the fix write it.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.options.length === 0) return failBecause('TCO-01');
    const problems: Problem[] = [];
    const causes = new Set<string>();
    model.options.forEach((option, index) => {
      const { totals: computed, total } = baseOf(model).options[index] ?? { totals: null, total: null };
      const diverges = cellsDiverge(model, index);
      const add = (
        at: DataReader,
        label: string,
        stated: number | null,
        sum: number | null,
        formulas: number | null,
      ) => {
        if (sum === null) causes.add('TCO-01');
        else if (diverges && stated !== sum && stated === formulas) causes.add('TCO-04');
        else if (stated !== sum || !Number.isSafeInteger(stated))
          problems.push(problem(option, at, label, stated, sum));
      };
      const sums = option.totals.map((_, year) => statedSum(option, year));
      option.totals.forEach((stated, year) => {
        if (problemCostInTotal(model, option, year)) causes.add('TCO-10');
        else
          add(
            option.at.at('totals', year),
            model.yearLabels[year] ?? '',
            stated,
            sums[year] ?? null,
            computed?.[year] ?? null,
          );
      });
      add(option.at.at('total_5yr'), 'five years', option.total, sumOf(sums), total);
    });
    const [cause] = causes;
    if (problems.length === 0 && cause !== undefined) return failBecause(cause);
    return judge(
      problems,
      model.options.flatMap((o) => [o.at.at('totals').span, o.at.at('total_5yr').span]),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['61665'] }],
    fail: [
      {
        source: changed('[14440, 11560, 11704, 11877, 12084]', '[14440, 11560, 11714, 11877, 12084]'),
        at: ['11714'],
      },
      { source: changed('total_5yr: 62530', 'total_5yr: 62531'), at: ['62531'] },
      { source: changed('total_5yr: 62530', 'total_5yr: 62530.5'), at: ['62530.5'] },
    ],
  },
};

function problem(
  option: CostOption,
  at: DataReader,
  label: string,
  stated: number | null,
  sum: number,
): Problem {
  if (stated === null) {
    const span = at.exists ? at.span : option.at.at('id').span;
    const message = `${option.id} states no total for ${label}; its lines add up to ${sum}`;
    const five = at.path.at(-1) === 'total_5yr';
    const repair = five ? putNumber(option.at, 'total_5yr', String(sum)) : writeNumber(at, String(sum));
    return { span, message, ...repair };
  }
  return {
    span: at.span,
    message: `${option.id}, ${label}: stated ${stated}, the lines add up to ${sum}`,
    ...writeNumber(at, String(sum)),
  };
}
