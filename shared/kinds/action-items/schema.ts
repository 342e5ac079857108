import {
  amount,
  date,
  headerFields,
  id,
  list,
  mapping,
  oneOf,
  optional,
  text,
} from '../../rubric/header-schema';

/** Format of action items (artifact specification, K23). */
export const schema = mapping({
  ...headerFields,
  items: list(
    mapping({
      id: id('^AI-\\d{2}$'),
      title: text(),
      type: oneOf('prevent', 'detect', 'mitigate', 'process'),
      level: oneOf('eliminate', 'automate', 'guardrail', 'document'),
      priority: oneOf('P0', 'P1', 'P2'),
      owner: text(),
      team: text(),
      due: date(),
      slo: id('^SLO-\\d{2}$'),
      contributing_factors: list(id('^CF-\\d{2}$')),
      expected_effect: text(),
      verification: text(),
      status: oneOf('open', 'in-progress', 'done', 'verified'),
      tracker: text(),
      adr: optional(id('^ADR-\\d{3}$')),
      effort_weeks: amount({ minimum: 0.5, maximum: 12 }),
    }),
  ),
});
