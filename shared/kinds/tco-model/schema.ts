import { Type } from '@sinclair/typebox';
import {
  amount,
  date,
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

const NAME = '^[A-Za-z_]\\w*$';
const five = <T extends ReturnType<typeof amount> | ReturnType<typeof whole>>(item: T) =>
  Type.Array(item, { minItems: 5, maxItems: 5 });
const npvs = table(amount());

/** What a line of an option can be for. */
export const CATEGORIES = [
  'platform',
  'storage',
  'archive',
  'network',
  'processing',
  'tooling',
  'staffing',
  'migration',
  'licence',
  'other',
] as const;

/** Format of a five-year cost model (artifact specification, K08). `retained_problem_cost` is free: it takes no part in any sum. */
export const schema = mapping({
  ...headerFields,
  meta: mapping({
    currency: text(),
    base_year: whole({ minimum: 1990, maximum: 2200 }),
    years: five(whole({ minimum: 1990, maximum: 2200 })),
    price_as_of: date(),
    price_region: text(),
    discount_rate: amount({ maximum: 0.3 }),
    discounting: oneOf('end-of-year', 'mid-year'),
    rounding: oneOf('nearest unit, half up, per line per year'),
  }),
  assumptions: list(
    mapping({
      id: id('^a_\\w+$'),
      name: text(),
      value: amount(),
      unit: text(),
      source: text(),
      confidence: oneOf('low', 'medium', 'high'),
    }),
  ),
  prices: list(
    mapping({
      id: id('^p_\\w+$'),
      item: text(),
      value: amount(),
      unit: text(),
      source: text(),
      as_of: date(),
    }),
  ),
  derived: table(
    mapping({
      note: optional(text()),
      formula: text(),
      unit: optional(text()),
      values: optional(five(amount())),
    }),
    NAME,
  ),
  options: list(
    mapping({
      id: id('^[a-z0-9]+(-[a-z0-9]+)*$'),
      name: text(),
      lines: list(
        mapping({ id: id(NAME), category: oneOf(...CATEGORIES), formula: text(), values: five(amount()) }),
      ),
      totals: five(whole()),
      total_5yr: whole(),
      npv: amount(),
    }),
  ),
  sensitivity: list(
    mapping({
      driver: text(),
      unit: text(),
      low: Type.Number(),
      base: Type.Number(),
      high: Type.Number(),
      npv_low: npvs,
      npv_high: npvs,
      winner_low: text(),
      winner_high: text(),
    }),
  ),
  break_evens: list(
    mapping({
      driver: text(),
      value: Type.Number(),
      unit: text(),
      between: Type.Array(text(), { minItems: 2, maxItems: 2 }),
    }),
  ),
  retained_problem_cost: Type.Unsafe<Record<string, unknown>>({ type: 'object' }),
  excluded: list(mapping({ item: text(), why: text() })),
});
