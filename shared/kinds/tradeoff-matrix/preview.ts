import type { Block, CellValue, TableBlock } from '../../preview/block';
import { ownEntries } from '../../preview/own-keys';
import { editable } from '../../rubric/editable';
import { growing, placed } from '../../rubric/growing';
import {
  type Matrix,
  type MatrixCriterion,
  type MatrixOption,
  ownWeights,
  TOTAL_TOLERANCE,
  weightedTotal,
  weightsBalance,
} from './model';
import { optionTable, UNSCORED } from './option-table';
import { cell, labelOf, nameEdit, scoreCell } from './preview-cells';
import { anchors, evidence, weights } from './preview-reasons';
import { sensitivity } from './preview-sensitivity';
import { totalsChart } from './totals-chart';

/** The matrix as a scored table: criteria down, options across, totals at the foot; then why, what flips it, and the evidence. */
export function preview(matrix: Matrix): Block[] {
  if (matrix.criteria.length === 0 || matrix.options.length === 0) {
    return [
      { kind: 'paragraph', text: 'The matrix has no criteria or no options yet.', span: null, tone: 'quiet' },
      { ...scores(matrix), forWriting: true },
      optionTable(matrix),
    ];
  }
  return [
    { kind: 'entries', entries: header(matrix) },
    scores(matrix),
    optionTable(matrix),
    ...totalsChart(matrix),
    ...overridden(matrix),
    ...sensitivity(matrix),
    { kind: 'heading', level: 3, text: 'Why these weights', span: matrix.root.at('criteria').keySpan },
    weights(matrix),
    ...anchors(matrix),
    ...matrix.options.flatMap((option) => evidence(matrix, option)),
  ];
}

function header(matrix: Matrix) {
  const { root } = matrix;
  const chosen = matrix.options.find((option) => option.id === matrix.recommendation);
  return [
    { term: 'Decides', value: cell(root.at('decision')) },
    {
      term: 'Recommendation',
      value: {
        text: chosen?.name ?? matrix.recommendation ?? '–',
        span: root.at('recommendation').span,
        tone: 'strong' as const,
      },
    },
    ...ownEntries(root.node, root.tree.text),
  ];
}

function scores(matrix: Matrix): TableBlock {
  return {
    kind: 'table',
    caption: `Scores (${matrix.min}–${matrix.max}) by criterion and option; the total is the sum of weight × score over 100`,
    columns: [
      { label: 'Criterion', align: 'start', width: 3 },
      { label: 'Weight', align: 'end' },
      ...matrix.options.map((option) => ({
        label: option.id === matrix.recommendation ? `${option.name} (recommended)` : option.name,
        align: 'end' as const,
        width: 2,
      })),
    ],
    ...growing(matrix.root.at('criteria'), 'criterion', {
      along: matrix.options
        .filter(({ at }) => at.at('scores').node?.kind === 'map')
        .map(({ at }) => ({ path: at.at('scores').path, value: UNSCORED })),
    }),
    rows: [
      ...matrix.criteria.map((criterion) => ({
        ...placed(criterion.at, labelOf(criterion)),
        cells: [
          nameEdit(criterion),
          weightCell(criterion),
          ...matrix.options.map((option) => ({
            ...scoreCell(option, criterion),
            ...scoreEdit(matrix, option, criterion),
          })),
        ],
      })),
      {
        tone: 'strong' as const,
        cells: [
          { text: 'Weighted total', span: null },
          weightSum(matrix),
          ...matrix.options.map((option) => totalCell(matrix, option)),
        ],
      },
    ],
  };
}

function weightCell(criterion: MatrixCriterion): CellValue {
  const at = criterion.at.at('weight');
  return {
    text: criterion.weight === null ? '–' : String(criterion.weight),
    span: at.span,
    ...editable(at, `Weight of ${labelOf(criterion)}`, { type: 'number', min: 1, max: 60 }),
  };
}

function scoreEdit(matrix: Matrix, option: MatrixOption, criterion: MatrixCriterion) {
  const at = option.at.at('scores', criterion.id, 'score');
  const { min, max } = matrix;
  const name = `Score of ${option.name} for ${labelOf(criterion)}`;
  return editable(at, name, { type: 'number', min, max, whole: true });
}

/** The weights together, marked when they are not 100. */
function weightSum(matrix: Matrix): CellValue {
  if (matrix.weightSum === null) return { text: '–', span: null };
  const text = String(Math.round(matrix.weightSum * 100) / 100);
  return { text, span: null, ...(weightsBalance(matrix) ? {} : { tone: 'bad' as const }) };
}

/** `4.40`; the stated total is marked when it is not the sum. */
function totalCell(matrix: Matrix, option: MatrixOption): CellValue {
  const { span } = option.at.at('weighted_total');
  const exact = matrix.computable ? weightedTotal(matrix, option, ownWeights(matrix)) : null;
  if (option.total === null) return { text: exact === null ? '–' : `– (is ${exact.toFixed(2)})`, span };
  const wrong = exact !== null && Math.abs(exact - option.total) > TOTAL_TOLERANCE;
  return {
    text: `${option.total.toFixed(2)}${wrong ? ` (is ${exact.toFixed(2)})` : ''}`,
    span,
    ...(wrong ? { tone: 'bad' as const } : {}),
  };
}

function overridden(matrix: Matrix): Block[] {
  const reason = matrix.root.at('override', 'reason');
  if (reason.text === null) return [];
  return [
    {
      kind: 'heading',
      level: 3,
      text: 'Why the top score is not recommended',
      span: matrix.root.at('override').keySpan,
    },
    { kind: 'paragraph', text: reason.text, span: reason.span },
  ];
}
