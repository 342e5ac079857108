import { Type } from '@sinclair/typebox';
import {
  amount,
  headerFields,
  id,
  list,
  mapping,
  oneOf,
  optional,
  table,
  text,
  whole,
} from '../../rubric/header-schema';

const criterionId = '^C\\d+$';
const outcome = mapping({ winner: text(), margin: Type.Number() });

/** Format of a tradeoff matrix (artifact specification, K02). */
export const schema = mapping({
  ...headerFields,
  decision: text('RFC or ADR id'),
  scale: mapping({ min: Type.Literal(1), max: Type.Literal(5), anchors: table(text(), '^[1-5]$') }),
  criteria: list(
    mapping({
      id: id(criterionId),
      name: text(),
      weight: amount({ minimum: 1, maximum: 60 }),
      rationale: text(),
      anchor_note: optional(text()),
    }),
  ),
  options: list(
    mapping({
      id: id('^[a-z0-9]+(-[a-z0-9]+)*$'),
      name: text(),
      status_quo: Type.Boolean(),
      scores: table(
        mapping({ score: whole({ minimum: 1, maximum: 5 }), evidence: text(), source: optional(text()) }),
        criterionId,
      ),
      weighted_total: amount(),
    }),
  ),
  recommendation: text(),
  override: optional(mapping({ reason: text() })),
  sensitivity: mapping({
    method: oneOf('one-at-a-time, proportional renormalisation'),
    swing_pct: amount({ minimum: 10, maximum: 50 }),
    results: list(mapping({ criterion: id(criterionId), at_low: outcome, at_high: outcome })),
    critical_weights: list(
      mapping({
        criterion: id(criterionId),
        weight: Type.Union([amount(), Type.Null()]),
        flips_to: Type.Union([text(), Type.Null()]),
      }),
      0,
    ),
    score_flips: list(
      mapping({ option: text(), criterion: id(criterionId), from: whole(), to: whole(), new_winner: text() }),
      0,
    ),
  }),
});
