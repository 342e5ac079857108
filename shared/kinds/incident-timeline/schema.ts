import { headerFields, list, mapping, oneOf, text, timestamp, whole } from '../../rubric/header-schema';
import { DURATIONS, ENTRY_KINDS } from './model';

const derived = Object.fromEntries(DURATIONS.map(({ key }) => [key, whole()]));

/** Format of an incident's timeline (artifact specification, K21). People are named under `responders` and nowhere else. */
export const schema = mapping({
  ...headerFields,
  incident: text(),
  timezone: oneOf('UTC'),
  entries: list(
    mapping({
      t: timestamp(),
      kind: oneOf(...ENTRY_KINDS),
      text: text(),
      actor: text(),
      scenario_ref: text(),
      visible_to: list(text()),
    }),
  ),
  responders: list(mapping({ key: text(), name: text(), role: text(), team: text() })),
  derived: mapping(derived),
});
