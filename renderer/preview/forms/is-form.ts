import type { CellValue, TableBlock } from '../../../shared/preview/block';

const known = new WeakMap<TableBlock, boolean>();

/** True for a table with a value that can be changed where it is seen, or with rows that come and go. Looked for once in each table: most have one in their first row or none. */
export function isForm(table: TableBlock): boolean {
  let form = known.get(table);
  if (form === undefined) {
    form = table.grows !== undefined || table.rows.some(({ cells }) => cells.some(canChange));
    known.set(table, form);
  }
  return form;
}

function canChange({ edit, parts }: CellValue): boolean {
  return edit !== undefined || parts?.some(canChange) === true;
}
