import type { Block, CellValue } from '../../preview/block';
import { textCell } from '../../rubric/editable';
import type { DataReader } from '../../rubric/read-data';
import type { Matrix, MatrixOption } from './model';
import { CRITERION_KEYS, cell, labelOf, nameOf, scoreCell } from './preview-cells';

const STEPS = ['1', '2', '3', '4', '5'];

/** Why each criterion weighs what it does. */
export function weights(matrix: Matrix): Block {
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
        textCell(criterion.at.at('rationale'), `Why ${labelOf(criterion)} weighs that much`, {
          order: CRITERION_KEYS,
        }),
        cell(criterion.at.at('anchor_note')),
      ],
    })),
  };
}

/** What the scores mean. */
export function anchors(matrix: Matrix): Block[] {
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

/** What each score of an option rests on. */
export function evidence(matrix: Matrix, option: MatrixOption): Block[] {
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
            textCell(at.at('evidence'), `Evidence of ${option.name} for ${labelOf(criterion)}`),
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
