import { Type } from '@sinclair/typebox';
import { date, headerFields, id, list, mapping, optional, text, whole } from '../../rubric/header-schema';

const riskId = id('^R-\\d{2}$');
const gate = mapping({ check: text(), measure: text(), threshold: text() });
const entryGate = mapping({
  check: text(),
  measure: text(),
  threshold: text(),
  added: optional(date()),
  condition: optional(id('^C-\\d+$')),
});

/** Format of a rollout plan (artifact specification, K05). */
export const schema = mapping({
  ...headerFields,
  phases: list(
    mapping({
      id: id('^P\\d$'),
      name: text(),
      start: date(),
      end: date(),
      parallel: optional(Type.Boolean()),
      scope: list(text()),
      entry: list(entryGate),
      exit: list(gate),
      rollback_triggers: list(
        mapping({
          metric: text(),
          threshold: text(),
          window: text(),
          action: text(),
          alert_id: optional(text()),
        }),
      ),
      rollback_minutes: whole({ minimum: 1, maximum: 240 }),
      mitigates: list(riskId),
      owner: text(),
      comms: text(),
    }),
  ),
  freeze_windows: optional(list(mapping({ start: date(), end: date(), reason: text() }), 0)),
  replans: optional(
    list(
      mapping({
        date: date(),
        reason: text(),
        phase: id('^P\\d$'),
        old_start: date(),
        old_end: date(),
        new_start: date(),
        new_end: date(),
      }),
      0,
    ),
  ),
});
