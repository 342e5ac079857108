import {
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

/** Format of a RACI matrix (artifact specification, K11). `AR` counts as both A and R. */
export const schema = mapping({
  ...headerFields,
  people: list(
    mapping({
      key: id('^[A-Z]{2,4}$'),
      name: text(),
      role: text(),
      team: text(),
      level: whole({ minimum: 1, maximum: 5 }),
    }),
  ),
  activities: list(
    mapping({
      id: id('^RA-\\d{2}$'),
      name: text(),
      phase: text(),
      assignments: table(oneOf('R', 'A', 'AR', 'C', 'I'), '^[A-Z]{2,4}$'),
      artifact: optional(text()),
    }),
  ),
});
