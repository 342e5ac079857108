import { Type } from '@sinclair/typebox';
import { amount, headerFields, id, list, mapping, oneOf, optional, text } from '../../rubric/header-schema';
import { DIMENSIONS, METHODS } from './model';

/** Names as DNS labels (RFC 1123). */
const name = () => id('^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$');
const duration = () => id('^\\d+(?:m|h|d|w|M|Q|Y)$');
const open = () => Type.Unsafe<Record<string, unknown>>({ type: 'object' });
const metric = () =>
  mapping({
    metricSource: mapping({
      type: optional(text()),
      metricSourceRef: optional(text()),
      spec: open(),
    }),
  });

const indicator = mapping({
  metadata: optional(mapping({ name: name(), displayName: optional(text()) })),
  spec: mapping({
    description: optional(text()),
    ratioMetric: optional(
      mapping({
        counter: Type.Boolean(),
        good: optional(metric()),
        bad: optional(metric()),
        total: metric(),
      }),
    ),
    thresholdMetric: optional(metric()),
  }),
});

const openslo = mapping({
  apiVersion: oneOf('openslo/v1'),
  kind: oneOf('SLO'),
  metadata: mapping({
    name: name(),
    displayName: optional(text()),
    labels: optional(open()),
    annotations: optional(open()),
  }),
  spec: mapping({
    description: optional(text()),
    service: text(),
    indicator: optional(indicator),
    indicatorRef: optional(text()),
    timeWindow: Type.Array(
      mapping({ duration: duration(), isRolling: Type.Boolean(), calendar: optional(open()) }),
      { minItems: 1, maxItems: 1 },
    ),
    budgetingMethod: oneOf(...METHODS),
    objectives: list(
      mapping({
        displayName: optional(text()),
        target: Type.Number({ minimum: 0, exclusiveMaximum: 1 }),
        op: optional(oneOf('lte', 'gte', 'lt', 'gt')),
        value: optional(Type.Number()),
        timeSliceTarget: optional(Type.Number({ minimum: 0, maximum: 1 })),
        timeSliceWindow: optional(duration()),
      }),
    ),
    alertPolicies: optional(list(Type.Unsafe<unknown>({}), 0)),
  }),
});

/** Format of service level objectives (artifact specification, K22): an OpenSLO v1 body each, with what its readers need beside it. */
export const schema = mapping({
  ...headerFields,
  slos: list(
    mapping({
      id: id('^SLO-\\d{2}$'),
      openslo,
      dimension: oneOf(...DIMENSIONS),
      good_definition: text(),
      valid_definition: text(),
      exclusions: list(text(), 0),
      owner: text(),
      consumers: list(text()),
      rationale: text(),
      budget_policy: text(),
      alerts: list(
        mapping({
          id: text(),
          severity: oneOf('page', 'ticket'),
          burn_rate: amount(),
          long_window: duration(),
          short_window: duration(),
          budget_pct: amount(),
        }),
      ),
    }),
  ),
});
