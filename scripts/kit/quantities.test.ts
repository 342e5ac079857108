import { describe, expect, it } from 'vitest';
import { ALLOWED, type Allowed } from './allowed-quantities.test-support';
import { kitFile, lineAt, shortPath, WORKED_PATHS } from './kit.test-support';
import type { Known } from './known.test-support';
import { COST } from './known-cost.test-support';
import { COUNTED, TIMES } from './known-incident.test-support';
import { LEARNED } from './known-learning.test-support';
import { PLAN, REVIEW, SCORES, SIZES, SYSTEM } from './known-plan.test-support';
import { type Quantity, quantitiesOf } from './quantities.test-support';

const KNOWN: readonly Known[] = [
  ...SYSTEM,
  ...PLAN,
  ...SIZES,
  ...SCORES,
  ...REVIEW,
  ...COST,
  ...TIMES,
  ...COUNTED,
  ...LEARNED,
];

/** A quoted value stands for an exact one when rounding that to the digits quoted gives it; a coarse rounding must be close as well. */
function stands(quoted: Quantity, exact: number): boolean {
  const rounded = Math.floor(exact / quoted.step + 0.5 + 1e-6) * quoted.step;
  if (Math.abs(rounded - quoted.value) > quoted.step * 1e-3) return false;
  return (
    quoted.step < 1 ||
    Math.abs(exact - quoted.value) <= Math.max(Math.abs(exact) * 0.02, 1e-9) ||
    Math.abs(exact) > 10_000
  );
}

const byUnit = new Map<string, number[]>();
for (const { unit, value } of KNOWN) byUnit.set(unit, [...(byUnit.get(unit) ?? []), value]);

const isKnown = (quantity: Quantity): boolean =>
  (byUnit.get(quantity.unit) ?? []).some((value) => stands(quantity, value));

const allows = (allowed: Allowed, path: string, quantity: Quantity): boolean =>
  allowed.unit === quantity.unit &&
  allowed.value === quantity.value &&
  allowed.in.some((file) => path.endsWith(file));

/** Quantities of a text that neither follow from the facts nor are allowed there. */
function invented(path: string, text: string): string[] {
  return quantitiesOf(text)
    .filter((quantity) => !isKnown(quantity) && !ALLOWED.some((allowed) => allows(allowed, path, quantity)))
    .map((quantity) => `line ${lineAt(text, quantity.offset)}: ${quantity.text} [${quantity.unit}]`);
}

const PATHS = WORKED_PATHS.map(shortPath);
const textOf = (path: string) => kitFile(`examples/${path}`);

describe('every quantity of the worked examples follows from the facts of the case', () => {
  it.each(PATHS)('%s', (path) => {
    expect(invented(path, textOf(path))).toEqual([]);
  });

  it('and so do more than two thousand of them, not just a few that the reader finds', () => {
    expect(PATHS.reduce((count, path) => count + quantitiesOf(textOf(path)).length, 0)).toBeGreaterThan(2000);
  });

  it('an amount, a count or a share that is off by one in its last place is found', () => {
    const unseen: string[] = [];
    let tried = 0;
    for (const path of PATHS) {
      for (const quantity of quantitiesOf(textOf(path))) {
        // Short numbers have neighbours that are true of something else.
        if (quantity.text.replace(/\D/g, '').length < 4) continue;
        tried += 1;
        const wrong = { ...quantity, value: Number((quantity.value + quantity.step).toPrecision(15)) };
        if (isKnown(wrong)) unseen.push(`${path}: ${quantity.text}`);
      }
    }
    expect(tried).toBeGreaterThan(1000);
    expect(unseen.length / tried).toBeLessThan(0.01);
  });

  it.each(ALLOWED.map((allowed) => [`${allowed.value} ${allowed.unit}: ${allowed.why}`, allowed] as const))(
    'the exception is needed: %s',
    (_, allowed) => {
      for (const file of allowed.in) {
        const path = PATHS.find((each) => each.endsWith(`/${file}`));
        const used = quantitiesOf(textOf(path ?? file)).some(
          (quantity) => allows(allowed, path ?? '', quantity) && !isKnown(quantity),
        );
        expect([file, used]).toEqual([file, true]);
      }
    },
  );
});

describe('the reader of quantities', () => {
  it.each([
    ['$4.18M and $39,015.90', ['$ 4180000', '$ 39015.9']],
    ['5.37 million order events', ['event 5370000']],
    [
      '5,367,722 order-line events, 295,571 order lines, 37.4 M events/day',
      ['event 5367722', 'line 295571', 'event/day 37400000'],
    ],
    ['17 h 25 min', ['min 1045']],
    ['two quarters, 26 engineer-weeks, 2.15 FTE, 99.95 %', ['quarter 2', 'week 26', 'FTE 2.15', '% 99.95']],
    ['R-03 on 2024-03-12 at 09:05Z in 4.18.0, section 10 records, a version 8 record', []],
    ['| 4.40 | 1,624,461 |', ['any 4.4', 'any 1624461']],
  ] as const)('%s', (text, expected) => {
    expect(quantitiesOf(text).map(({ unit, value }) => `${unit} ${value}`)).toEqual(expected);
  });
});
