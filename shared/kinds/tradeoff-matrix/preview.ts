import type { Block, CellValue } from '../../preview/block';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import type { Matrix, MatrixCriterion, MatrixOption } from './model';
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
          {
            text: criterion.weight === null ? '–' : String(criterion.weight),
            span: criterion.at.at('weight').span,
          },
          ...matrix.options.map((option) => scoreCell(option, criterion)),
        ],
      })),
      {
        tone: 'strong' as const,
        cells: [
          { text: 'Weighted total', span: null },
          { text: matrix.weightSum === null ? '–' : String(matrix.weightSum), span: null },
          ...matrix.options.map((option) => ({
            text: option.total === null ? '–' : option.total.toFixed(2),
            span: option.at.at('weighted_total').span,
          })),
        ],
      },
    ],
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
  return { text: `${criterion.id} ${at.text ?? ''}`.trim(), span: at.span };
}

function cell(at: DataReader): CellValue {
  return { text: at.spelled ?? '–', span: at.span };
}
