import { type TInteger, Type } from '@sinclair/typebox';
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

const step = (): TInteger => whole({ minimum: 1, maximum: 5 });
const score = (): TInteger => whole({ minimum: 1, maximum: 25 });
const anchors = () => mapping({ '1': text(), '2': text(), '3': text(), '4': text(), '5': text() });
const band = (from: number, to: number) => Type.Tuple([Type.Literal(from), Type.Literal(to)]);

/**
 * Format of a risk register (artifact specification, K03). That thresholds hold a quantity is left to RR-03 and RR-04, which say what is
 * wanted; the format only asks for text.
 */
export const schema = mapping({
  ...headerFields,
  scale: mapping({ likelihood: anchors(), impact: anchors() }),
  bands: mapping({ low: band(1, 4), medium: band(5, 9), high: band(10, 14), critical: band(15, 25) }),
  risks: list(
    mapping({
      id: id('^R-\\d{2}$'),
      title: text(),
      cause: text(),
      event: text(),
      consequence: text(),
      likelihood: step(),
      impact: step(),
      score: score(),
      level: oneOf('low', 'medium', 'high', 'critical'),
      category: oneOf('technical', 'data', 'delivery', 'cost', 'people', 'security', 'vendor'),
      owner: text(),
      response: oneOf('mitigate', 'avoid', 'transfer', 'accept'),
      mitigation: text(),
      trigger: mapping({ metric: text(), threshold: text(), alert_id: optional(text()) }),
      rollback_trigger: optional(text()),
      phase: id('^P\\d$'),
      residual: mapping({ likelihood: step(), impact: step(), score: score() }),
      status: oneOf('open', 'watching', 'closed', 'realised'),
      reviewed: date(),
    }),
  ),
});
