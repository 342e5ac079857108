import { definitionsIn } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { budgetFacts } from './budget-facts';

/** The objectives (`SLO`) and their alerts (`ALR`, by the alert's own id). Targets are shares between 0 and 1. */
export function facts(root: DataReader): Fact[] {
  const slos = root.at('slos');
  return [
    ...definitionsIn(slos, 'SLO', (slo) => {
      const spec = slo.at('openslo', 'spec');
      return {
        title: slo.at('openslo', 'metadata', 'name').text,
        data: {
          dimension: slo.at('dimension').text,
          service: spec.at('service').text,
          target: spec.at('objectives', 0, 'target').number,
          window: spec.at('timeWindow', 0, 'duration').text,
          method: spec.at('budgetingMethod').text,
          owner: slo.at('owner').text,
          policy: slo.at('budget_policy').text,
          alerts: slo.at('alerts').items.flatMap((alert) => alert.at('id').text ?? []),
        },
      };
    }),
    ...slos.items.flatMap((slo) =>
      definitionsIn(
        slo.at('alerts'),
        'ALR',
        (alert) => ({
          title: alert.at('id').text,
          data: {
            slo: slo.at('id').text,
            severity: alert.at('severity').text,
            burn_rate: alert.at('burn_rate').number,
            long_window: alert.at('long_window').text,
            short_window: alert.at('short_window').text,
          },
        }),
        /^ALR-[\w-]+$/,
      ),
    ),
    ...budgetFacts(root),
  ];
}
