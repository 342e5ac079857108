import type { Block } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import { type BarPart, type Paint, SERIES } from '../../preview/chart/spec';
import type { Matrix, MatrixOption } from './model';
import { ownWeights, weightedTotal } from './model';

/** Each option's total, and which criteria it comes from. */
export function totalsChart(matrix: Matrix): Block[] {
  const missing = gaps(matrix);
  if (missing !== null) return [leftOut('where each total comes from', missing)];
  if (matrix.options.length * matrix.criteria.length > MOST_MARKS)
    return [leftOut('where each total comes from', 'The matrix has more cells than it can hold.')];
  const weights = ownWeights(matrix);
  const totals = matrix.options.map((option) => ({ option, total: weightedTotal(matrix, option, weights) }));
  const apart = matrix.criteria.length <= SERIES.length;
  const words = totals.map(({ option, total }) => `${option.name} ${total.toFixed(2)}`);
  return [
    {
      kind: 'chart',
      title: 'Where each total comes from: weight × score / 100, with the score in each piece',
      alt: `Stacked bars of the weighted totals: ${listed(words)}.`,
      chart: {
        form: 'bars',
        direction: 'rows',
        axis: { label: '', look: 'plain', to: matrix.max },
        series: apart
          ? matrix.criteria.map((criterion, i) => ({ label: nameOf(criterion), paint: SERIES[i] as Paint }))
          : [{ label: '', paint: 'accent' }],
        panels: [
          {
            title: '',
            span: null,
            bars: totals.map(({ option, total }) => ({
              label: option.name,
              span: option.at.at('name').span,
              strong: option.id === matrix.recommendation,
              total: total.toFixed(2),
              parts: apart ? piecesOf(matrix, option) : [whole(option, total)],
            })),
          },
        ],
      },
      table: {
        kind: 'table',
        caption: 'Weight × score / 100 of each criterion',
        columns: [
          { label: 'Criterion', align: 'start', width: 3 },
          ...matrix.options.map((option) => ({ label: option.name, align: 'end' as const, width: 2 })),
        ],
        rows: [
          ...matrix.criteria.map((criterion, i) => ({
            cells: [
              { text: nameOf(criterion), span: criterion.at.at('name').span },
              ...matrix.options.map((option) => ({
                text: (((weights[i] ?? 0) * (option.score(criterion.id) ?? 0)) / 100).toFixed(2),
                span: option.at.at('scores', criterion.id, 'score').span,
              })),
            ],
          })),
          {
            tone: 'strong' as const,
            cells: [
              { text: 'Weighted total', span: null },
              ...totals.map(({ total }) => ({ text: total.toFixed(2), span: null })),
            ],
          },
        ],
      },
      tabled: true,
      span: matrix.root.at('options').keySpan,
    },
  ];
}

function nameOf(criterion: Matrix['criteria'][number]): string {
  return `${criterion.id} ${criterion.at.at('name').text ?? ''}`.trim();
}

function piecesOf(matrix: Matrix, option: MatrixOption): BarPart[] {
  return matrix.criteria.map((criterion, series) => {
    const score = option.score(criterion.id) ?? 0;
    const value = ((criterion.weight ?? 0) * score) / 100;
    const at = option.at.at('scores', criterion.id);
    return {
      series,
      value,
      text: String(score),
      name: `${option.name}, ${nameOf(criterion)}: ${criterion.weight} × ${score} / 100 = ${value.toFixed(2)}`,
      span: at.at('score').span,
      ...(at.node ? { extent: at.node.span } : {}),
    };
  });
}

function whole(option: MatrixOption, total: number): BarPart {
  return {
    series: 0,
    value: total,
    name: `${option.name}: ${total.toFixed(2)}`,
    span: option.at.at('weighted_total').span,
  };
}

/** What keeps totals from being computed; null when nothing does. */
export function gaps(matrix: Matrix): string | null {
  const unweighted = matrix.criteria
    .filter((criterion) => criterion.weight === null)
    .map((criterion) => criterion.id);
  if (unweighted.length > 0)
    return `${listed(unweighted.slice(0, 5))} ${unweighted.length === 1 ? 'has' : 'have'} no weight yet.`;
  const open = matrix.options.flatMap((option) =>
    matrix.criteria.filter((c) => option.score(c.id) === null).map((c) => `${option.name} on ${c.id}`),
  );
  if (open.length > 0) {
    const more = open.length > 3 ? [...open.slice(0, 3), `${open.length - 3} more`] : open;
    return `No score from ${matrix.min} to ${matrix.max} yet: ${listed(more)}.`;
  }
  return matrix.computable ? null : 'The grid is not full yet.';
}
