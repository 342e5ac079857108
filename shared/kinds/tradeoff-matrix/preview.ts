import type { Block, CellValue } from '../../preview/block';
import { ownEntries } from '../../preview/own-keys';
import { editable } from '../../rubric/editable';
import type { DataReader } from '../../rubric/read-data';
import {
  type Matrix,
  type MatrixCriterion,
  type MatrixOption,
  ownWeights,
  TOTAL_TOLERANCE,
  weightedTotal,
  weightsBalance,
} from './model';
import { sensitivity } from './preview-sensitivity';
import { totalsChart } from './totals-chart';

const STEPS = ['1', '2', '3', '4', '5'];

/** The matrix as a scored table: criteria down, options across, totals at the foot; then why, what flips it, and the evidence. */
export function preview(matrix: Matrix): Block[] {
  if (matrix.criteria.length === 0 || matrix.options.length === 0) {
    return [
      { kind: 'paragraph', text: 'The matrix has no criteria or no options yet.', span: null, tone: 'quiet' },
    ];
  }
  return [
    { kind: 'entries', entries: header(matrix) },
    scores(matrix),
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

function scores(matrix: Matrix): Block {
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
    rows: [
      ...matrix.criteria.map((criterion) => ({
        cells: [
          nameOf(criterion),
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

function scoreCell(option: MatrixOption, criterion: MatrixCriterion): CellValue {
  const at = option.at.at('scores', criterion.id, 'score');
  const score = option.score(criterion.id);
  return score === null
    ? { text: at.spelled ?? '–', span: at.span, tone: 'bad' }
    : { text: String(score), span: at.span };
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

function weights(matrix: Matrix): Block {
  return {
    kind: 'table',
    columns: [
      { label: 'Criterion', align: 'start', width: 2 },
      { label: 'Weight', align: 'end' },
      { label: 'Why it weighs that much', align: 'start', width: 5 },
      { label: 'How it is scored', align: 'start', width: 5 },
    ],
    rows: matrix.criteria.map((criterion) => ({
      cells: [
        nameOf(criterion),
        {
          text: criterion.weight === null ? '–' : String(criterion.weight),
          span: criterion.at.at('weight').span,
        },
        cell(criterion.at.at('rationale')),
        cell(criterion.at.at('anchor_note')),
      ],
    })),
  };
}

function anchors(matrix: Matrix): Block[] {
  const at = matrix.root.at('scale', 'anchors');
  if (at.members.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'What the scores mean', span: matrix.root.at('scale').keySpan },
    {
      kind: 'entries',
      entries: STEPS.filter((step) => at.at(step).exists).map((step) => ({
        term: step,
        value: cell(at.at(step)),
      })),
    },
  ];
}

function evidence(matrix: Matrix, option: MatrixOption): Block[] {
  return [
    { kind: 'heading', level: 3, text: `Evidence: ${option.name}`, span: option.at.at('name').span },
    {
      kind: 'table',
      columns: [
        { label: 'Criterion', align: 'start', width: 2 },
        { label: 'Score', align: 'end' },
        { label: 'Evidence', align: 'start', width: 6 },
        { label: 'Source', align: 'start', width: 3 },
      ],
      rows: matrix.criteria.map((criterion) => {
        const at = option.at.at('scores', criterion.id);
        return {
          cells: [
            nameOf(criterion),
            scoreCell(option, criterion),
            cell(at.at('evidence')),
            sourceCell(at.at('source')),
          ],
        };
      }),
    },
  ];
}

/** A file is named without the way to it; any other source is given as it is written. */
function sourceCell(at: DataReader): CellValue {
  const text = at.text ?? '–';
  return {
    text: /^(?:\.{1,2}\/|[\w-]+\/)/.test(text) ? text.slice(text.lastIndexOf('/') + 1) : text,
    span: at.span,
    tone: 'quiet',
  };
}

function nameOf(criterion: MatrixCriterion): CellValue {
  const at = criterion.at.at('name');
  return { text: labelOf(criterion), span: at.span };
}

function labelOf(criterion: MatrixCriterion): string {
  return `${criterion.id} ${criterion.at.at('name').text ?? ''}`.trim();
}

function cell(at: DataReader): CellValue {
  return { text: at.spelled ?? '–', span: at.span };
}
