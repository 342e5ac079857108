import type { CellValue } from '../preview/block';
import type { CellEdit, Choice, EditType } from '../preview/cell-edit';
import type { MarkdownDoc, TableCell } from '../text/markdown';
import { isBlank } from './growing';
import { cellNumber, typedCell } from './plan-table-cell';
import type { DataReader } from './read-data';
import { writtenValue } from './written-value';

/** Empty where a cell cannot be changed, so that it can be spread into one. */
export type MaybeEdit = Pick<CellValue, 'edit'>;

/** How the value of a data file is changed where it is seen. Nothing for a mapping or a list: those are no single value. */
export function editable(
  at: DataReader,
  name: string,
  how: EditType,
  more: Pick<CellEdit, 'optional' | 'order'> = {},
): MaybeEdit {
  if (at.node && at.node.kind !== 'scalar') return {};
  return { edit: { name, path: at.path, value: writtenValue(at.tree, at.path), ...how, ...more } };
}

/** The same for a cell of a document's table; nothing where a row is too short to have it. */
export function editableCell(
  doc: MarkdownDoc,
  cell: TableCell | null,
  name: string,
  how: EditType,
): MaybeEdit {
  return cell ? { edit: { name, path: cellNumber(doc, cell), value: typedCell(doc, cell), ...how } } : {};
}

/** Values to choose from that say themselves what they are. */
export function choices(values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value }));
}

/** A text of a data file that is written where it is seen. What is still to be filled in stays in the background. */
export function textCell(
  at: DataReader,
  name: string,
  more: Pick<CellEdit, 'optional' | 'order'> = {},
): CellValue {
  const text = at.spelled;
  return {
    text: text ?? '–',
    span: at.span,
    ...(text === null || isBlank(text) ? { tone: 'quiet' as const } : {}),
    ...editable(at, name, { type: 'text' }, more),
  };
}

/** The same for one of a few words. */
export function choiceCell(
  at: DataReader,
  name: string,
  values: readonly string[],
  more: Pick<CellEdit, 'optional' | 'order'> = {},
): CellValue {
  const cell = textCell(at, name);
  return {
    ...cell,
    // The words to choose from are there when it is opened.
    ...(isBlank(at.spelled) ? { text: '–' } : {}),
    ...editable(at, name, { type: 'choice', choices: choices(values) }, more),
  };
}
