import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { readMatrix } from './model';
import { tryWeights, type WeightsAnswer, type WeightsQuestion } from './try-weights';

const WORKED = readFileSync(
  new URL('../../../examples/part1-design-doc/tradeoff-matrix.yaml', import.meta.url),
  'utf8',
);

function ask(text: string, question: unknown): WeightsAnswer {
  const source = parseSource('tradeoff-matrix.yaml', text);
  if (!source) throw new Error('not read');
  return tryWeights(readMatrix(source), question);
}

const turn = (index: number, value: number, weights: readonly number[] | null = null): WeightsQuestion => ({
  weights,
  turn: { index, value },
});

function written(text: string, { edits }: WeightsAnswer): string {
  return [...edits]
    .reverse()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

test('as the file has it: totals, margin and critical weights of section 6.4, and nothing to write', () => {
  const answer = ask(WORKED, { weights: null, turn: null });
  expect(answer.options.map(({ total }) => total.toFixed(2))).toEqual(['4.40', '4.05', '2.95']);
  expect(answer.margin).toBeCloseTo(0.35, 10);
  const critical = answer.criteria.map(
    (c) => c.critical && `${c.critical.weight.toFixed(2)} ${c.critical.flipsTo}`,
  );
  expect(critical).toEqual([
    null,
    null,
    null,
    '27.66 Kinesis Data Streams with managed Flink',
    null,
    null,
    '33.33 Kinesis Data Streams with managed Flink',
  ]);
  expect(answer.edits).toEqual([]);
});

test('a turned weight keeps its value, the others give way in proportion, and 100 stay 100', () => {
  const { weights, options } = ask(WORKED, turn(3, 28));
  expect(weights[3]).toBe(28);
  expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 10);
  expect(weights[0]).toBeCloseTo((20 * 72) / 85, 0);
  expect(options.find(({ wins }) => wins)?.name).toBe('Kinesis Data Streams with managed Flink');
  for (const value of [0, 0.1, 33.3, 99.9, 100, 250, -4]) {
    const sum = ask(WORKED, turn(0, value)).weights.reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(100, 10);
  }
  // Back from everything on one: the others share what it leaves.
  const all = ask(WORKED, turn(0, 100)).weights;
  expect(ask(WORKED, turn(0, 40, all)).weights).toEqual([40, 10, 10, 10, 10, 10, 10]);
});

test('only weights and the totals that follow are written, in their own style', () => {
  const odd = WORKED.replace('    weight: 20\n', '    weight:   20   # the top weight\n')
    .replace('weighted_total: 4.40', 'weighted_total: &top 4.40')
    .replace('title: "Trade-off', '# kept\ntitle: "Trade-off');
  const answer = ask(odd, turn(3, 28));
  const after = written(odd, answer);
  const lines = odd.split('\n');
  const changed = after.split('\n').flatMap((line, i) => (line === lines[i] ? [] : [line.trim()]));
  expect(after.split('\n')).toHaveLength(lines.length);
  expect(changed.every((line) => /^(?:weight|weighted_total):/.test(line))).toBe(true);
  expect(changed).toHaveLength(answer.edits.length);
  expect(changed.filter((line) => line.startsWith('weight:'))).toHaveLength(7);
  expect(after).toContain('# the top weight\n');
  expect(after).toContain('weighted_total: &top ');
  // What was written is what was shown.
  const again = ask(after, { weights: null, turn: null });
  expect(again.weights).toEqual(answer.weights);
  expect(again.options.map(({ stated }) => stated)).toEqual(answer.options.map(({ total }) => total));
});

test('questions that make no sense are taken as none, and what is missing is said', () => {
  for (const question of [
    null,
    7,
    { weights: [1] },
    { turn: { index: 99, value: 3 } },
    { weights: ['x'], turn: 'y' },
  ])
    expect(ask(WORKED, question).weights).toEqual([20, 15, 20, 15, 10, 10, 10]);
  expect(ask(WORKED.replace('weight: 20', 'weight: 30'), null).problem).toContain('do not add up');
  expect(ask('criteria: []', null).problem).not.toBeNull();
});
