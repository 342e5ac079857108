import type { CellValue } from '../../preview/block';
import { textCell } from '../../rubric/editable';
import { isBlank } from '../../rubric/growing';
import type { DataReader } from '../../rubric/read-data';
import type { MatrixCriterion, MatrixOption } from './model';

/** Keys of a criterion in the order of the format. */
export const CRITERION_KEYS = ['id', 'name', 'weight', 'rationale', 'anchor_note'];

/** The name of a criterion behind its id, to be written. */
export function nameEdit(criterion: MatrixCriterion): CellValue {
  const name = textCell(criterion.at.at('name'), `Name of ${criterion.id || 'the criterion'}`, {
    order: CRITERION_KEYS,
  });
  const id: CellValue = { text: `${criterion.id} `, span: criterion.at.at('id').span };
  return {
    text: labelOf(criterion),
    span: name.span,
    parts: criterion.id === '' ? [name] : [id, name],
  };
}

/** The same to be read. */
export function nameOf(criterion: MatrixCriterion): CellValue {
  const at = criterion.at.at('name');
  return { text: labelOf(criterion), span: at.span };
}

export function labelOf(criterion: MatrixCriterion): string {
  return `${criterion.id} ${criterion.at.at('name').text ?? ''}`.trim();
}

export function cell(at: DataReader): CellValue {
  return { text: at.spelled ?? '–', span: at.span };
}

export function scoreCell(option: MatrixOption, criterion: MatrixCriterion): CellValue {
  const at = option.at.at('scores', criterion.id, 'score');
  const score = option.score(criterion.id);
  return score === null
    ? { text: at.spelled === null || isBlank(at.spelled) ? '–' : at.spelled, span: at.span, tone: 'bad' }
    : { text: String(score), span: at.span };
}
