import type { Block } from '../../preview/block';
import { leftOut, listed } from '../../preview/chart/left-out';
import type { Swing } from '../../preview/chart/spec';
import type { DataReader } from '../../rubric/read-data';
import {
  type Matrix,
  type MatrixOption,
  ownWeights,
  renormalised,
  standing,
  weightedTotal,
  weightsBalance,
} from './model';
import { gaps } from './totals-chart';

/** Margins are quoted to two decimals or more. */
const TOLERANCE = 0.005 + 1e-9;

/** How far the winner stays ahead while one weight at a time is lowered and raised; left of zero another option wins. */
export function marginsChart(matrix: Matrix): Block[] {
  const at = matrix.root.at('sensitivity');
  const swing = at.at('swing_pct').number;
  if (!at.exists || matrix.options.length < 2) return [];
  const missing = gaps(matrix) ?? (weightsBalance(matrix) ? null : 'The weights do not add up to 100.');
  if (missing !== null || swing === null)
    return [leftOut('how far the winner stays ahead', missing ?? 'The swing of the weights is not stated.')];
  const weights = ownWeights(matrix);
  const winner = standing(matrix, weights)?.winner;
  if (!winner) return [];
  const base = marginOf(matrix, winner, weights);
  const rows = matrix.criteria.map((criterion, index) => {
    const result = at.at('results').items.find((row) => row.at('criterion').text === criterion.id);
    const end = (factor: number, key: 'at_low' | 'at_high') =>
      swingOf(matrix, { winner, index, weight: (weights[index] ?? 0) * factor, at: result?.at(key) ?? null });
    return {
      label: `${criterion.id} ${criterion.at.at('name').text ?? ''}`.trim(),
      span: criterion.at.at('name').span,
      low: end(1 - swing / 100, 'at_low'),
      high: end(1 + swing / 100, 'at_high'),
    };
  });
  const ends = rows.flatMap((row) => [row.low, row.high]);
  const least = Math.min(...ends.map((each) => each.value));
  const flips = rows.filter((row) => row.low.value < 0 || row.high.value < 0).map((row) => row.label);
  const wrong = ends.some((each) => each.paint === 'bad');
  return [
    {
      kind: 'chart',
      title: `How far ${winner.name} stays ahead with one weight moved by ${swing} %`,
      alt: `At the stated weights ${winner.name} is ${base.toFixed(2)} ahead. With one weight moved by ${swing} % the margin stays above ${least.toFixed(2)}; ${
        flips.length === 0 ? 'no weight changes the winner' : `the winner changes with ${listed(flips)}`
      }.`,
      chart: {
        form: 'tornado',
        axis: { label: 'Margin over the best other option', look: 'fixed2' },
        base: { value: base, label: `margin ${base.toFixed(2)}`, span: null },
        references: [{ value: 0, label: 'even', span: null }],
        rows,
        legend: [
          { label: `${winner.name} wins`, paint: 'accent', shape: 'box' },
          ...(flips.length > 0
            ? [{ label: 'another option wins', paint: 'warning' as const, shape: 'box' as const }]
            : []),
          ...(wrong
            ? [{ label: 'the file says otherwise', paint: 'bad' as const, shape: 'box' as const }]
            : []),
        ],
      },
      table: {
        kind: 'table',
        caption: `Margin of ${winner.name} over the best other option`,
        columns: [
          { label: 'Criterion', align: 'start', width: 3 },
          { label: `Lowered by ${swing} %`, align: 'end' },
          { label: `Raised by ${swing} %`, align: 'end' },
        ],
        rows: rows.map((row) => ({
          cells: [
            { text: row.label, span: row.span },
            { text: row.low.value.toFixed(4), span: row.low.span },
            { text: row.high.value.toFixed(4), span: row.high.span },
          ],
        })),
      },
      tabled: true,
      span: at.keySpan,
    },
  ];
}

/** Total of an option less that of the best other one; below zero when another leads. */
export function marginOf(matrix: Matrix, option: MatrixOption, weights: readonly number[]): number {
  const others = matrix.options.filter((other) => other !== option);
  return (
    weightedTotal(matrix, option, weights) -
    Math.max(...others.map((other) => weightedTotal(matrix, other, weights)))
  );
}

interface End {
  readonly winner: MatrixOption;
  readonly index: number;
  readonly weight: number;
  /** What the file says about this end. */
  readonly at: DataReader | null;
}

function swingOf(matrix: Matrix, { winner, index, weight, at }: End): Swing {
  const weights = renormalised(ownWeights(matrix), index, weight);
  const value = marginOf(matrix, winner, weights);
  const actual = standing(matrix, weights);
  const stated = at?.at('margin').number ?? null;
  const wrong = stated !== null && actual !== null && Math.abs(stated - actual.margin) > TOLERANCE;
  const criterion = matrix.criteria[index];
  const text = String(Math.round(weight * 100) / 100);
  return {
    value,
    text,
    paint: wrong ? 'bad' : value < 0 ? 'warning' : 'accent',
    name: `${criterion?.id} at weight ${text}: ${actual?.winner.name} wins by ${actual?.margin.toFixed(2)}${wrong ? `; the file says ${stated}` : ''}`,
    span: at?.exists ? at.at('margin').span : null,
    ...(at?.node ? { extent: at.node.span } : {}),
  };
}
