import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import type { ExplainedCell } from './explain-cell';
import { readCostModel } from './model';
import type { InputsAnswer } from './try-inputs';
import { tryOutCosts } from './try-out';

const WORKED = readFileSync(
  new URL('../../../examples/part2-adr-catalog/tco-5yr-model.yaml', import.meta.url),
  'utf8',
);

function ask(text: string, question: unknown) {
  const source = parseSource('tco-5yr-model.yaml', text);
  if (!source) throw new Error('not read');
  return tryOutCosts(readCostModel(source), question);
}

const inputs = (set: Readonly<Record<string, number>>) => ask(WORKED, { ask: 'inputs', set }) as InputsAnswer;
const npvs = (answer: InputsAnswer) => Object.fromEntries(answer.options.map(({ id, npv }) => [id, npv]));

/** The cell at the start of a text, `shift` characters on. */
function cell(text: string, at: string, shift = 0): ExplainedCell | null {
  return ask(text, { ask: 'cell', offset: text.indexOf(at) + shift }) as ExplainedCell | null;
}

test('what other inputs lead to is what section 6.5 says', () => {
  expect(npvs(inputs({}))).toMatchObject({ 'kafka-msk': 4_182_509, kinesis: 4_337_069, batch: 4_628_249 });
  const grown = inputs({ a_growth: 0.45 });
  expect(npvs(grown)).toMatchObject({ 'kafka-msk': 4_522_649, kinesis: 4_906_501, batch: 5_100_071 });
  const slow = inputs({ a_growth: 0.15 });
  expect([slow.cheapest, slow.baseCheapest]).toEqual(['kinesis', 'kafka-msk']);
  expect(npvs(inputs({ a_ret: 30 }))).toMatchObject({
    'kafka-msk': 4_928_792,
    kinesis: 4_415_033,
    batch: 4_628_249,
  });
  expect(npvs(inputs({ 'meta.discount_rate': 0.12 }))).toMatchObject({ 'kafka-msk': 3_806_891 });
});

test('the inputs to turn are those that the file varies, over its widest range, with their break-evens', () => {
  const { knobs } = inputs({});
  const growth = knobs.find(({ id }) => id === 'a_growth');
  expect(growth).toMatchObject({ base: 0.3, min: 0, max: 0.6, step: 0.005, unit: 'share/year' });
  expect(growth?.meets).toEqual([{ value: 0.164, between: ['kafka-msk', 'kinesis'] }]);
  expect(knobs.find(({ id }) => id === 'a_ret')).toMatchObject({ base: 7, min: 3, max: 30, step: 1 });
  expect(knobs.find(({ id }) => id === 'meta.discount_rate')).toMatchObject({
    base: 0.08,
    min: 0.05,
    max: 0.12,
  });
});

test('a cell is told by its formula, with the numbers of its year', () => {
  const platform = cell(WORKED, 'values: [44150, 66226', 'values: [44150, '.length);
  expect(platform).toMatchObject({
    title: 'Kafka on Amazon MSK · Platform · 2025',
    formula: 'brokers * p_msk * 8760',
    numbers: '9 × 0.84 × 8760',
    result: '66,226, rounded to a whole unit',
    stated: null,
  });
  expect(platform?.terms.map(({ name, value }) => [name, value])).toEqual([
    ['brokers', '9'],
    ['p_msk', '0.84'],
  ]);
  const price = platform?.terms[1]?.span;
  expect(price && WORKED.slice(price.from, price.to)).toBe('0.84');
});

test('a stated value that does not follow is told beside the computed one', () => {
  const wrong = WORKED.replace('[44150, 66226', '[44150, 66000');
  expect(cell(wrong, '66000')).toMatchObject({ result: '66,226, rounded to a whole unit', stated: '66,000' });
  const broken = WORKED.replace('"brokers * p_msk * 8760"', '"brokers * p_nothing * 8760"');
  expect(cell(broken, '44150')?.result).toContain('p_nothing');
  expect(cell(broken, '44150')?.terms[1]).toMatchObject({ name: 'p_nothing', value: 'unknown' });
});

test('elsewhere in the file there is no cell, and what is no question has no answer', () => {
  expect(cell(WORKED, 'owner:')).toBeNull();
  for (const question of [null, 3, { ask: 'else' }, { ask: 'cell' }])
    expect(ask(WORKED, question)).toBeNull();
  expect((ask('options: [{id: a}]', { ask: 'inputs', set: null }) as InputsAnswer).problem).not.toBeNull();
});
