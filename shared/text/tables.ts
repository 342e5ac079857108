import { onceFor } from '../util/once-for';
import { headingKey, type MarkdownDoc, type Table, type TableCell, type TableRow } from './markdown';
import { tablesIn } from './sections';
import type { Span } from './span';

/** A table read by the meaning of its columns. */
export interface TableView<C extends string> {
  readonly table: Table;
  has(column: C): boolean;
  /** The cell of a row, or null when the row is too short or the table has no such column. */
  cell(row: TableRow, column: C): TableCell | null;
  /** The text of the cell; empty when there is none. */
  text(row: TableRow, column: C): string;
}

/** Names under which a column may go, compared as section aliases are. */
export type Columns<C extends string> = Readonly<Record<C, readonly string[]>>;

/** Reads a table by column names: the first header that starts with a name, else the first that holds it as a word. */
export function viewTable<C extends string>(table: Table, columns: Columns<C>): TableView<C> {
  const indices = indicesOf(table, columns);
  const cell = (row: TableRow, column: C) => row.cells[indices.get(column) ?? -1] ?? null;
  return {
    table,
    has: (column) => (indices.get(column) ?? -1) >= 0,
    cell,
    text: (row, column) => cell(row, column)?.text ?? '',
  };
}

/** How many headers are remembered for each set of columns. */
const MOST_HEADERS = 100;
/** A longer one is no header that people read. */
const LONGEST_HEADER = 1_000;

const headersOf = onceFor((_: Columns<string>) => new Map<string, ReadonlyMap<string, number>>());

/** Which cell each column is. The same header gives the same, whichever table has it: one that only moved is not looked through again. */
function indicesOf(table: Table, columns: Columns<string>): ReadonlyMap<string, number> {
  const known = headersOf(columns);
  let header = '';
  for (const { text } of table.header.cells) header += `${text}\n`;
  if (header.length > LONGEST_HEADER) return findColumns(headerKeys(table), columns);
  let indices = known.get(header);
  if (!indices) {
    if (known.size >= MOST_HEADERS) known.clear();
    indices = findColumns(headerKeys(table), columns);
    known.set(header, indices);
  }
  return indices;
}

function findColumns(headers: readonly string[], columns: Columns<string>): ReadonlyMap<string, number> {
  const indices = new Map<string, number>();
  for (const [column, keys] of columnKeys(columns)) {
    const starts = headers.findIndex((h) => keys.some((key) => h.startsWith(key)));
    const index =
      starts >= 0 ? starts : headers.findIndex((h) => keys.some((key) => ` ${h} `.includes(` ${key} `)));
    indices.set(column, index);
  }
  return indices;
}

const headerKeys = onceFor(({ header }: Table) => header.cells.map((cell) => headingKey(cell.text)));

const columnKeys = onceFor((columns: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(columns).map(([column, names]) => [column, names.map(headingKey)] as const),
);

/** The first table of a range that has all required columns; null when there is none. */
export function findTable<C extends string>(
  doc: MarkdownDoc,
  within: Span,
  columns: Columns<C>,
  required: readonly C[],
): TableView<C> | null {
  for (const table of tablesIn(doc, within)) {
    const view = viewTable(table, columns);
    if (required.every((column) => view.has(column))) return view;
  }
  return null;
}
