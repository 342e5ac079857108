import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../rubric/finding';
import { parseSource } from '../../rubric/parse-source';
import type { DataReader } from '../../rubric/read-data';
import { all, gaps, kitReport, kitText, mutate, swap } from '../kit-fixture.test-support';
import { marksOf } from '../marks.test-support';
import { criticalWeight, ownWeights, readMatrix, renormalised, standing, weightedTotal } from './model';

const PATH = 'examples/part1-design-doc/tradeoff-matrix.yaml';
const SCORECARDS = ['adr-001', 'adr-002'].map(
  (adr) => `examples/part2-adr-catalog/scorecards/${adr}-scorecard.yaml`,
);

function matrixOf(text: string) {
  const source = parseSource(PATH, text);
  if (!source) throw new Error('The matrix has no format');
  return readMatrix(source);
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((t, e) => t.slice(0, e.from) + e.insert + t.slice(e.to), text);
}

/** Writes totals and sensitivity as they follow from the weights and scores of a changed text, so that only the change itself shows. */
function settled(text: string): string {
  const matrix = matrixOf(text);
  const weights = ownWeights(matrix);
  const edits: TextEdit[] = [];
  const write = (at: DataReader, value: string) => edits.push({ ...at.span, insert: value });
  for (const option of matrix.options)
    write(option.at.at('weighted_total'), weightedTotal(matrix, option, weights).toFixed(2));
  matrix.criteria.forEach((_, i) => {
    const row = matrix.root.at('sensitivity', 'results', i);
    for (const [end, factor] of [
      ['at_low', 0.8],
      ['at_high', 1.2],
    ] as const) {
      const now = standing(matrix, renormalised(weights, i, (weights[i] ?? 0) * factor))!;
      write(row.at(end, 'winner'), now.winner.id);
      write(row.at(end, 'margin'), now.margin.toFixed(4));
    }
    const critical = criticalWeight(matrix, i);
    const stated = matrix.root.at('sensitivity', 'critical_weights', i);
    write(stated.at('weight'), critical ? critical.weight.toFixed(2) : 'null');
    write(stated.at('flips_to'), critical ? critical.flipsTo : 'null');
  });
  return apply(text, edits);
}

const { worse, expectWorse, line } = marksOf(PATH);

describe('the worked matrices', () => {
  it.each([PATH, ...SCORECARDS])('%s has no gap that a reader would stop at or see', (path) => {
    expect(gaps(path)).toEqual([]);
    expect(kitReport(path)).toMatchObject({ kind: 'tradeoff-matrix', grade: 'staff-ready' });
    const undecided = kitReport(path).criteria.filter(
      (c) => c.verdict === 'not-evaluated' || c.verdict === 'error',
    );
    expect(undecided).toEqual([]);
  });

  it('recompute to the totals, margins and critical weights of the case', () => {
    const matrix = matrixOf(kitText(PATH));
    const now = standing(matrix, ownWeights(matrix))!;
    expect([...now.totals].map(([id, total]) => [id, total.toFixed(2)])).toEqual([
      ['kafka-msk', '4.40'],
      ['kinesis', '4.05'],
      ['batch', '2.95'],
    ]);
    expect(now.margin).toBeCloseTo(0.35, 10);
    const margin = (index: number, weight: number) =>
      standing(matrix, renormalised(ownWeights(matrix), index, weight))!.margin.toFixed(3);
    expect([margin(3, 18), margin(3, 12)]).toEqual(['0.267', '0.433']);
    const critical = matrix.criteria.map((c, i) => [
      c.id,
      criticalWeight(matrix, i)?.weight.toFixed(2) ?? null,
    ]);
    expect(critical.filter(([, weight]) => weight !== null)).toEqual([
      ['C4', '27.66'],
      ['C7', '33.33'],
    ]);
    const equal = matrix.criteria.map(() => 100 / 7);
    expect([...standing(matrix, equal)!.totals.values()].map((t) => t.toFixed(2))).toEqual([
      '4.29',
      '3.86',
      '3.14',
    ]);
  });
});

/** What nobody can judge while the weights or the grid are broken. */
const UNDECIDED = ['TM-03 not-evaluated', 'TM-04 not-evaluated', 'TM-08 not-evaluated'];

describe('setting one weight off', () => {
  const weights = matrixOf(kitText(PATH)).criteria.map((c) => ({ id: c.id, weight: c.weight ?? 0 }));

  it.each(
    weights.flatMap(({ id, weight }) => [
      { id, weight, off: weight + 1 },
      { id, weight, off: weight - 1 },
    ]),
  )(
    'gives exactly TM-01, at the weight that was changed ($id from $weight to $off)',
    ({ id, weight, off }) => {
      expectWorse(swap(`weight: ${weight}`, `weight: ${off}`, `- id: ${id}\n`), {
        marks: [`TM-01 ${line('weight:', `- id: ${id}\n`)}: ${off}`],
        failing: ['TM-01', ...UNDECIDED, 'X-03', 'X-05'],
      });
    },
  );

  it('offers to set it back, and the file is whole again', () => {
    const change = swap('weight: 20', 'weight: 21', '- id: C3');
    const finding = mutate(PATH, change).report.findings.find((f) => f.id === 'TM-01');
    expect(finding?.fix?.title).toBe('Set the weight of C3 to 20');
    expect(apply(change(kitText(PATH)), finding?.fix?.edits ?? [])).toBe(kitText(PATH));
  });

  it('offers to scale all weights when the totals give nothing away', () => {
    const change = all(
      swap('weight: 20', 'weight: 25', '- id: C1'),
      swap('weight: 10', 'weight: 12', '- id: C7'),
    );
    const finding = mutate(PATH, change).report.findings.find((f) => f.id === 'TM-01');
    const mended = matrixOf(apply(change(kitText(PATH)), finding?.fix?.edits ?? []));
    expect(mended.weightSum).toBe(100);
  });
});

describe('taking out the decisive passage', () => {
  it('TM-02: a score between two steps', () => {
    expectWorse(swap('score: 4', 'score: 4.5', '- id: kinesis'), {
      marks: [`TM-02 ${line('score: 4', '- id: kinesis')}: 4.5`],
      failing: ['TM-02', ...UNDECIDED, 'TM-12 not-evaluated', 'X-03', 'X-05'],
    });
  });

  it('TM-02: a cell that is missing', () => {
    expectWorse((text) => text.replace(/ {6}C7:\n(?: {8}.*\n){3}recommendation/, 'recommendation'), {
      marks: [`TM-02 ${line('scores:', '- id: batch')}: scores`],
      failing: ['TM-02', ...UNDECIDED, 'TM-12 not-evaluated'],
    });
  });

  it('TM-03: a total that does not recompute', () => {
    expectWorse(swap('weighted_total: 4.05', 'weighted_total: 4.15'), {
      marks: [`TM-03 ${line('weighted_total: 4.05')}: 4.15`],
      failing: ['TM-03'],
    });
  });

  it('TM-04: a recommendation below the top score', () => {
    expectWorse(swap('recommendation: kafka-msk', 'recommendation: kinesis'), {
      marks: [`TM-04 ${line('recommendation:')}: kinesis`],
      failing: ['TM-04', 'X-01'],
    });
  });

  it('TM-04: an override in 30 words makes it pass again', () => {
    const reason = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
    expect(
      worse(swap('recommendation: kafka-msk', `recommendation: kinesis\noverride:\n  reason: "${reason}"`))
        .failing,
    ).toEqual(['X-01']);
  });

  it('TM-05: no status quo', () => {
    expectWorse(swap('status_quo: true', 'status_quo: false'), {
      marks: [`TM-05 ${line('\noptions:') + 1}: options`],
      failing: ['TM-05'],
    });
  });

  it('TM-06: a score without evidence', () => {
    const passage =
      'Push delivery through enhanced fan-out fits the same 300 s, because the Flink and sink stages are identical.';
    expectWorse(swap(passage, 'Fits 300 s'), {
      marks: [`TM-06 ${line(passage)}: Fits 300 s`],
      failing: ['TM-06'],
    });
  });

  it('TM-07: an anchor in two words', () => {
    const passage = 'Misses the need, and no costed work closes the gap';
    expectWorse(swap(passage, 'Misses it'), {
      marks: [`TM-07 ${line(passage)}: Misses it`],
      failing: ['TM-07'],
    });
  });

  it('TM-08: a margin, a winner and a critical weight that do not recompute', () => {
    expectWorse(swap('margin: 0.3675', 'margin: 0.4675'), {
      marks: [`TM-08 ${line('margin: 0.3675')}: 0.4675`],
      failing: ['TM-08'],
    });
    expectWorse(swap('winner: kafka-msk', 'winner: kinesis', '- criterion: C4'), {
      marks: [`TM-08 ${line('winner:', '- criterion: C4')}: kinesis`],
      failing: ['TM-08'],
    });
    expectWorse(swap('weight: 27.66', 'weight: 31.00'), {
      marks: [`TM-08 ${line('weight: 27.66')}: 31.00`],
      failing: ['TM-08'],
    });
  });

  it('TM-08: a score that changes after the analysis is one finding, and its repair brings it up to date', () => {
    const change = swap('score: 4', 'score: 3', '- id: kinesis');
    expectWorse(change, {
      marks: [
        `TM-03 ${line('weighted_total: 4.05')}: 4.05`,
        `TM-08 ${line('\nsensitivity:') + 1}: sensitivity`,
      ],
      failing: ['TM-03', 'TM-08', 'X-03', 'X-05'],
    });
    const finding = mutate(PATH, change).report.findings.find((f) => f.id === 'TM-08');
    const mended = apply(change(kitText(PATH)), finding?.fix?.edits ?? []);
    const after = mutate(PATH, () => mended).report.criteria;
    expect(after.find((c) => c.id === 'TM-08')?.verdict).toBe('pass');
  });

  it('TM-09: a criterion on which nothing differs', () => {
    const change = (text: string) => settled(setScores(text, 'kafka-msk', [5, 5, 5, 3, 3, 4, 3]));
    expectWorse(change, { marks: [`TM-09 ${line('id: C5')}: C5`], failing: ['TM-09', 'X-03', 'X-05'] });
  });

  it('TM-10: a weight above 40', () => {
    const change = (text: string) => settled(setWeights(text, [45, 10, 10, 10, 10, 10, 5]));
    expectWorse(change, { marks: [`TM-10 ${line('weight: 20')}: 45`], failing: ['TM-10', 'X-03', 'X-05'] });
  });

  it('TM-12: an option that loses on every criterion', () => {
    const change = (text: string) => settled(setScores(text, 'batch', [1, 4, 3, 2, 3, 3, 2]));
    expectWorse(change, { marks: [`TM-12 ${line('id: batch')}: batch`], failing: ['TM-12', 'X-03', 'X-05'] });
  });
});

function setWeights(text: string, weights: readonly number[]): string {
  const matrix = matrixOf(text);
  return apply(
    text,
    matrix.criteria.map((c, i) => ({ ...c.at.at('weight').span, insert: String(weights[i]) })),
  );
}

function setScores(text: string, option: string, scores: readonly number[]): string {
  const matrix = matrixOf(text);
  const at = matrix.options.find((o) => o.id === option)!.at;
  return apply(
    text,
    matrix.criteria.map((c, i) => ({ ...at.at('scores', c.id, 'score').span, insert: String(scores[i]) })),
  );
}
