import {
  date,
  headerFields,
  id,
  list,
  mapping,
  oneOf,
  optional,
  text,
  whole,
} from '../../rubric/header-schema';

/** Format of a dissent register (artifact specification, K14). */
export const schema = mapping({
  ...headerFields,
  entries: list(
    mapping({
      id: id('^D-\\d{2}$'),
      person: text(),
      date: date(),
      decision: text(),
      statement: text(),
      predicted_failure: text(),
      evidence: text(),
      would_change_mind: text(),
      response: text(),
      tripwire: id('^TW-\\d{2}$'),
      status: oneOf('open', 'tripped', 'retired', 'vindicated', 'disproved'),
      outcome_note: optional(text()),
      outcome_date: optional(date()),
    }),
  ),
  tripwires: list(
    mapping({
      id: id('^TW-\\d{2}$'),
      metric: text(),
      threshold: text(),
      window: text(),
      owner: text(),
      action: text(),
      deadline_days: whole(),
      state: oneOf('armed', 'tripped', 'retired'),
      alert_id: optional(text()),
      tripped_by: optional(text()),
    }),
  ),
});
