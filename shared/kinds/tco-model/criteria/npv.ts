import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { putNumber } from '../../../rubric/repairs/write-value';
import { cellsDiverge } from '../divergence';
import { baseOf, netPresentValue } from '../evaluate';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { type CostModel, statedSum } from '../model';

const TOLERANCE = 1;

/**
 * TCO-03. Discounts the totals as the file states them. An NPV that fits the formulas while a total or a cell does not is told by TCO-02
 * or TCO-04.
 */
export const npv: AutoCriterion<CostModel> = {
  id: 'TCO-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'NPV recomputes',
  failTitle: 'An NPV does not recompute',
  why: 'The ranking rests on this one figure; if the rate and the convention do not reproduce it, the ranking is a claim.',
  hint: 'State discount_rate and discounting (end-of-year or mid-year), and write the NPV they give.',
  sources: ['MCDM'],
  check: ({ model }) => {
    if (model.options.length === 0) return failBecause('TCO-01');
    const meta = model.root.at('meta');
    const { rate, discounting } = model;
    if (rate === null)
      return fail({
        span: meta.at('discount_rate').span,
        message: 'The model states no discount_rate, so no NPV can be checked',
      });
    if (discounting === null) {
      return fail({
        span: meta.at('discounting').span,
        message: 'The model does not say whether it discounts end-of-year or mid-year',
      });
    }
    const problems: Problem[] = [];
    const causes = new Set<string>();
    model.options.forEach((option, index) => {
      const totals = option.totals.filter((total) => total !== null);
      if (totals.length < option.totals.length) {
        causes.add('TCO-02');
        return;
      }
      const wanted = netPresentValue(totals, rate, discounting);
      if (wanted === null || (option.npv !== null && Math.abs(option.npv - wanted) <= TOLERANCE)) return;
      const computed = baseOf(model).options[index]?.npv ?? null;
      if (option.npv !== null && computed !== null && Math.abs(option.npv - computed) <= TOLERANCE) {
        if (option.totals.some((total, year) => total !== statedSum(option, year))) causes.add('TCO-02');
        else if (cellsDiverge(model, index)) causes.add('TCO-04');
        if (causes.size > 0) return;
      }
      const at = option.at.at('npv');
      const way = `${Math.round(rate * 10000) / 100} %, ${discounting}`;
      problems.push({
        span: at.exists ? at.span : option.at.at('id').span,
        message:
          option.npv === null
            ? `${option.id} states no NPV; at ${way} it is ${wanted}`
            : `${option.id}: stated NPV ${option.npv}, computed ${wanted} at ${way}`,
        ...putNumber(option.at, 'npv', String(wanted)),
      });
    });
    const [cause] = causes;
    if (problems.length === 0 && cause !== undefined) return failBecause(cause);
    return judge(problems, [
      meta.at('discount_rate').span,
      meta.at('discounting').span,
      ...model.options.map((o) => o.at.at('npv').span),
    ]);
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['49526'] }],
    fail: [
      { source: changed('npv: 49526', 'npv: 49528'), at: ['49528'] },
      { source: changed('discounting: end-of-year', 'discounting: yearly'), at: ['yearly'] },
      {
        source: changed('discounting: end-of-year', 'discounting: mid-year'),
        at: ['49526', '50119', '90735'],
      },
    ],
  },
};
