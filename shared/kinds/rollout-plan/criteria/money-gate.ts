import { type AutoCriterion, judge, notApplicable } from '../../../rubric/criterion';
import { type Plan, phaseName } from '../model';

const MONEY_SCOPE = /order|payment|billing|finance/i;
const SAFETY = /completeness|correctness/i;

/** RO-06. */
export const moneyGate: AutoCriterion<Plan> = {
  id: 'RO-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'A data-safety gate stands before money data moves',
  failTitle: 'Money data moves without a safety gate',
  why: 'Missing rows in money data are found by finance; a completeness or correctness gate finds them first.',
  hint: 'Add an entry check on completeness or correctness to the phase that moves orders, payments or billing.',
  sources: ['SREW13'],
  check: ({ model }) => {
    const bearing = model.phases.filter((phase) => phase.scope.some((scope) => MONEY_SCOPE.test(scope)));
    if (bearing.length === 0) return notApplicable('No phase moves order, payment, billing or finance data');
    const problems = bearing.flatMap((phase) => {
      if (phase.entry.some((gate) => SAFETY.test(`${gate.check} ${gate.measure}`))) return [];
      const item = phase.at.at('scope').items.find((scope) => MONEY_SCOPE.test(scope.text ?? ''));
      const span = item?.span ?? phase.at.at('id').span;
      return [
        {
          span,
          message: `${phaseName(phase)} moves "${item?.text}" with no entry check on completeness or correctness`,
        },
      ];
    });
    return judge(
      problems,
      bearing.flatMap((phase) =>
        phase.entry
          .filter((gate) => SAFETY.test(`${gate.check} ${gate.measure}`))
          .map((gate) => gate.at.at('check').span),
      ),
    );
  },
  examples: {
    pass: [
      {
        source:
          'phases:\n  - {id: P2, scope: ["order facts"], entry: [{check: "Completeness alert pages"}]}\n',
        evidence: ['Completeness'],
      },
    ],
    fail: [
      {
        source: 'phases:\n  - {id: P2, scope: ["clicks", "order facts"], entry: [{check: "Load test"}]}\n',
        at: ['order facts'],
      },
    ],
  },
};
