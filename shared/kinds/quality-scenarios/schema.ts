import { Type } from '@sinclair/typebox';
import { headerFields, id, list, mapping, oneOf, optional, text } from '../../rubric/header-schema';
import { ATTRIBUTES } from './model';

const rating = () => oneOf('H', 'M', 'L');

/** Format of quality attribute scenarios (artifact specification, K15). That measures hold a quantity is left to QA-C1. */
export const schema = mapping({
  ...headerFields,
  scenarios: list(
    mapping({
      id: id('^QA-\\d{2}$'),
      attribute: oneOf(...ATTRIBUTES),
      source: text(),
      stimulus: text(),
      environment: text(),
      artifact: text(),
      response: text(),
      measure: text(),
      importance: rating(),
      difficulty: rating(),
      approach: text(),
      sensitivity_point: optional(text()),
      tradeoff: optional(text()),
      risk: Type.Unsafe<string | null>({ type: ['string', 'null'], pattern: '^R-\\d{2}$' }),
      verdict: oneOf('risk', 'non-risk', 'open'),
    }),
  ),
  risk_themes: list(mapping({ id: text(), text: text(), scenarios: list(id('^QA-\\d{2}$')) })),
});
