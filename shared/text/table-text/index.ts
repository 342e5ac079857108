/** Tables of Markdown as they are written: where cells are, and edits that touch nothing else. */
export {
  type CellPlace,
  cellAt,
  cellText,
  columnsOf,
  goToCell,
  neighbourCell,
  placeAt,
  type TableChange,
  writeCell,
} from './cells';
export { alignColumn, deleteColumn, insertColumn, moveColumn } from './columns';
export { displayWidth } from './display-width';
export { formatTable } from './format-table';
export { linesOf, type TextLines } from './lines';
export { cellsFrom, writeTable } from './new-table';
export { type Alignment, tableAt, type WrittenCell, type WrittenTable } from './read-table';
export { appendRows, deleteRow, insertRow, isEmptyRow, moveRow } from './rows';
