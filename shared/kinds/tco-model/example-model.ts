/**
 * A small cost model that meets every automatic criterion: three options, two drivers, numbers that recompute. The criteria's examples are
 * this text with one thing changed.
 */
export const EXAMPLE_MODEL = `id: TCO-1
title: Cost of three backbones
owner: Baptiste Nwosu
date: "2023-11-10"
meta:
  currency: USD
  base_year: 2024
  years: [2024, 2025, 2026, 2027, 2028]
  price_as_of: "2023-10-16"
  price_region: us-east-1
  discount_rate: 0.08
  discounting: end-of-year
  rounding: "nearest unit, half up, per line per year"
assumptions:
  - {id: a_growth, name: growth of traffic per year, value: 0.2, unit: share/year, source: plan, confidence: low}
  - {id: a_ret, name: hot retention, value: 7, unit: days, source: target, confidence: medium}
  - {id: a_unit, name: platform bill in year 1, value: 600, unit: USD/year, source: bill, confidence: high}
  - {id: a_fte, name: loaded cost of one engineer, value: 10000, unit: USD/year, source: finance, confidence: high}
  - {id: a_move, name: migration labour, value: 3000, unit: USD, source: plan, confidence: medium}
prices:
  - {id: p_day, item: one day of storage, value: 10, unit: USD/day-month, source: price page, as_of: "2023-10-16"}
derived:
  G: {note: traffic relative to year 1, formula: "(1 + a_growth) ^ (y - 1)", unit: factor, values: [1, 1.2, 1.44, 1.73, 2.07]}
options:
  - id: stream
    name: Stream
    lines:
      - {id: s_platform, category: platform, formula: "a_unit * G", values: [600, 720, 864, 1037, 1244]}
      - {id: s_storage, category: storage, formula: "a_ret * p_day * 12", values: [840, 840, 840, 840, 840]}
      - {id: s_staffing, category: staffing, formula: "a_fte", values: [10000, 10000, 10000, 10000, 10000]}
      - {id: s_migration, category: migration, formula: "max(0, 2 - y) * a_move", values: [3000, 0, 0, 0, 0]}
    totals: [14440, 11560, 11704, 11877, 12084]
    total_5yr: 61665
    npv: 49526
  - id: hosted
    name: Hosted stream
    lines:
      - {id: h_platform, category: platform, formula: "2 * a_unit * G", values: [1200, 1440, 1728, 2074, 2488]}
      - {id: h_storage, category: storage, formula: "p_day * 12", values: [120, 120, 120, 120, 120]}
      - {id: h_staffing, category: staffing, formula: "a_fte", values: [10000, 10000, 10000, 10000, 10000]}
      - {id: h_migration, category: migration, formula: "max(0, 2 - y) * a_move", values: [3000, 0, 0, 0, 0]}
    totals: [14320, 11560, 11848, 12194, 12608]
    total_5yr: 62530
    npv: 50119
  - id: batch
    name: Hourly batch (status quo)
    lines:
      - {id: b_platform, category: platform, formula: "3 * a_unit * G", values: [1800, 2160, 2592, 3110, 3732]}
      - {id: b_storage, category: storage, formula: "p_day * 12", values: [120, 120, 120, 120, 120]}
      - {id: b_staffing, category: staffing, formula: "2 * a_fte", values: [20000, 20000, 20000, 20000, 20000]}
      - {id: b_migration, category: migration, formula: "0", values: [0, 0, 0, 0, 0]}
    totals: [21920, 22280, 22712, 23230, 23852]
    total_5yr: 113994
    npv: 90735
sensitivity:
  - {driver: traffic growth (a_growth), unit: share/year, low: 0, base: 0.2, high: 0.4, npv_low: {stream: 48454, hosted: 47975, batch: 87520}, npv_high: {stream: 51047, hosted: 53160, batch: 95298}, winner_low: hosted, winner_high: stream}
  - {driver: hot retention (a_ret), unit: days, low: 3, base: 7, high: 14, npv_low: {stream: 47610, hosted: 50119, batch: 90735}, npv_high: {stream: 52880, hosted: 50119, batch: 90735}, winner_low: stream, winner_high: hosted}
break_evens:
  - {driver: traffic growth (a_growth), value: 0.099, unit: share/year, between: [stream, hosted]}
  - {driver: hot retention (a_ret), value: 8.235, unit: days, between: [stream, hosted]}
retained_problem_cost: {note: stays outside the totals, per_year: 5000}
excluded:
  - {item: licences, why: no option needs one}
`;

/** The example with one passage replaced. Throws when the passage is not there: an example must show what it says. */
export function changed(from: string, to: string, text: string = EXAMPLE_MODEL): string {
  if (!text.includes(from)) throw new Error(`The example model does not hold ${from}`);
  return text.replace(from, to);
}
