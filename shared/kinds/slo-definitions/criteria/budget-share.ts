import {
  type AutoCriterion,
  failBecause,
  judge,
  notApplicable,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import type { DataReader } from '../../../rubric/read-data';
import { putNumber } from '../../../rubric/repairs/write-value';
import { spentWhenFired } from '../budget';
import { slos } from '../example-slos';
import type { Slos } from '../model';

/** SLD-06. The stated share is compared at the precision it is written in. */
export const budgetShare: AutoCriterion<Slos> = {
  id: 'SLD-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The share of budget behind each alert is right',
  failTitle: 'The share of budget behind an alert is wrong',
  why: 'The share says how much is gone by the time somebody wakes up. A wrong one was copied from a page about another window.',
  hint: 'Compute 100 × burn rate × long window / time window.',
  sources: ['SREW5'],
  check: ({ model }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    const problems: Problem[] = [];
    let open: string | null = null;
    const alerts = model.slos.flatMap((slo) => slo.alerts.map((alert) => ({ slo, alert })));
    if (alerts.length === 0) return notApplicable('No objective has an alert');
    for (const { slo, alert } of alerts) {
      const exact = spentWhenFired(slo, alert);
      if (exact === null) {
        open ??= alert.name;
        continue;
      }
      const stated = alert.at.at('budget_pct');
      if (stated.number !== null && Math.abs(stated.number - exact) <= 0.5 / 10 ** decimals(stated) + 1e-9)
        continue;
      const insert = exact.toFixed(2);
      problems.push({
        span: fieldSpan(alert.at, 'budget_pct'),
        message: `${alert.name} spends ${insert} % of the budget (${alert.burnRate} × ${alert.long?.text} of ${slo.window?.text}); ${stated.spelled === null ? 'nothing' : stated.spelled} is stated`,
        ...putNumber(alert.at, 'budget_pct', insert),
      });
    }
    if (problems.length === 0 && open !== null)
      return notEvaluated(
        `The shares follow from burn rate, long window and time window; ${open} lacks one of them`,
      );
    return judge(
      problems,
      alerts.map(({ alert }) => alert.at.at('budget_pct').span),
    );
  },
  examples: {
    pass: [
      { source: example('14.4', '1h', '2.14'), evidence: ['2.14'] },
      { source: example('6', '6h', '5.4') },
    ],
    fail: [
      { source: example('14.4', '1h', '3'), at: ['3'] },
      { source: example('14.4', '1h', '2.0'), at: ['2.0'] },
      { source: example('14.4', '1h', 'two'), at: ['two'] },
      { source: 'slos: []\n' },
    ],
  },
};

function decimals(at: DataReader): number {
  return /\.(\d+)/.exec(at.tree.text.slice(at.span.from, at.span.to))?.[1]?.length ?? 0;
}

function example(rate: string, long: string, share: string): string {
  return slos(
    `openslo: {spec: {timeWindow: [{duration: 28d}]}}, alerts: [{id: ALR-c, burn_rate: ${rate}, long_window: ${long}, budget_pct: ${share}}]`,
  );
}
