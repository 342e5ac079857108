import { Type } from '@sinclair/typebox';
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
import { CATEGORIES, KINDS } from './model';

/** At least ten words. */
const told = () => Type.String({ pattern: '^\\s*(?:\\S+\\s+){9}\\S' });

/** Format of contributing factors (artifact specification, K20). That each has an action or an acceptance is left to CTF-03. */
export const schema = mapping({
  ...headerFields,
  factors: list(
    mapping({
      id: id('^CF-\\d{2}$'),
      title: text(),
      category: oneOf(...CATEGORIES),
      kind: oneOf(...KINDS),
      description: told(),
      how_it_contributed: told(),
      evidence: list(text()),
      pre_existing_since: optional(date()),
      known_before: mapping({ bool: Type.Boolean(), where: text() }),
      counterfactual: mapping({ if_absent: text(), events_avoided: optional(whole()) }),
      actions: optional(list(id('^AI-\\d{2}$'), 0)),
      accepted: optional(mapping({ by: text(), reason: text() })),
    }),
  ),
});
