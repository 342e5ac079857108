import type { TableBlock } from '../../preview/block';
import { textCell } from '../../rubric/editable';
import { growing, isBlank, placed } from '../../rubric/growing';
import type { Matrix } from './model';
import { cell } from './preview-cells';

/** A score that is still to be given. */
export const UNSCORED = { score: '<score, a whole number>', evidence: '<evidence, in a few words>' };

/** The options as rows, where they come and go; to readers they are the columns of the scores. */
export function optionTable(matrix: Matrix): TableBlock {
  return {
    kind: 'table',
    caption: 'Options',
    forWriting: true,
    columns: [
      { label: 'Option', align: 'start', width: 3 },
      { label: 'Id', align: 'start', width: 2 },
      { label: 'Total in the file', align: 'end' },
    ],
    ...growing(matrix.root.at('options'), 'option', {
      known: {
        status_quo: false,
        scores: Object.fromEntries(matrix.criteria.map(({ id }) => [id, UNSCORED])),
      },
    }),
    rows: matrix.options.map((option, i) => {
      const named = option.name !== '' && !isBlank(option.name);
      const id = option.at.at('id');
      const written = id.text !== null && !isBlank(id.text);
      return {
        ...placed(option.at, named ? option.name : `option ${i + 1}`),
        cells: [
          textCell(option.at.at('name'), `Name of option ${i + 1}`),
          // Others speak of an option by its id: it is written here as long as it has none.
          written ? cell(id) : textCell(id, `Id of option ${i + 1}`),
          {
            text: option.total === null ? '–' : option.total.toFixed(2),
            span: option.at.at('weighted_total').span,
          },
        ],
      };
    }),
  };
}
