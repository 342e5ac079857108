import { expect, it } from 'vitest';
import { bandScore, bandsIn, scoresTotalCost, usualBands } from './cost-bands';
import { measureIn, measures, modelUnit } from './threshold';

const premiums = [0, 0.02, 0.0201, 0.075, 0.1066, 0.15, 0.3, 0.4065];

it('the usual bands', () => {
  expect(premiums.map((p) => bandScore(usualBands(), p))).toEqual([5, 5, 4, 4, 3, 3, 2, 1]);
});

it.each([
  'Bands of npv/min(npv) − 1 in the cost model: ≤ 2 % → 5, ≤ 7.5 % → 4, ≤ 15 % → 3, ≤ 30 % → 2, else 1.',
  'npv/min(npv) − 1: ≤ 2 % scores 5, ≤ 7.5 % scores 4, ≤ 15 % scores 3, ≤ 30 % scores 2, above that 1.',
  'up to 2% is 5; up to 7.5% is 4; up to 15% is 3; up to 30% is 2; otherwise 1',
])('bands as people write them: %s', (note) => {
  expect(premiums.map((p) => bandScore(bandsIn(note) ?? [], p))).toEqual([5, 5, 4, 4, 3, 3, 2, 1]);
});

it('a note without bands has none, and a premium beyond the last band scores nothing', () => {
  expect(bandsIn('5 is cheap, 1 is dear')).toBeNull();
  expect(bandScore(bandsIn('≤ 2 % → 5, ≤ 10 % → 3') ?? [], 0.2)).toBeNull();
});

it.each([
  ['Five-year TCO', '', true],
  ['Total cost of ownership', '', true],
  ['Cost', '', true],
  ['Run cost', 'npv/min − 1: ≤ 2 % → 5, ≤ 9 % → 4', true],
  ['Exit cost', 'weeks to leave', false],
  ['Costing effort', '', false],
])('"%s" scores total cost: %s', (name, note, wanted) => {
  expect(scoresTotalCost(name, note)).toBe(wanted);
});

it.each([
  ['> 2.15 FTE', 2.15, 'fte', 'FTE'],
  ['< 16.4 % a year', 0.164, 'share', 'share/year'],
  ['13 days', 13, 'day', 'days'],
  ['0.794×', 0.794, 'share', 'factor'],
  ['$1.2M', 1_200_000, 'money', 'USD'],
])('threshold %s', (text, value, unit, modelled) => {
  const measure = measureIn(text);
  expect(measure?.value).toBeCloseTo(value, 9);
  expect(measure?.unit).toBe(unit);
  expect(modelUnit(modelled).unit).toBe(unit);
});

it('a threshold equals a break-even that rounds to it', () => {
  const measure = measureIn('0.525');
  expect(measure && measures(measure, 0.5252)).toBe(true);
  expect(measure && measures(measure, 0.5262)).toBe(false);
});
