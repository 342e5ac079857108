import type { TableBlock, TableLine } from '../preview/block';
import type { RowEdit } from '../preview/row-edit';
import type { MarkdownDoc, Table, TableRow } from '../text/markdown';
import type { DataReader } from './read-data';
import { firstWords, rowText } from './row-words';

/** Empty where rows cannot come and go, so that it can be spread into a table. */
type MaybeGrows = Pick<TableBlock, 'grows'>;
type MaybePlaced = Pick<TableLine, 'place'>;

/** How the table of a list gets entries and loses them. Nothing where the file has another thing in its place. */
export function growing(
  list: DataReader,
  noun: string,
  more: Pick<RowEdit, 'known' | 'along' | 'key'> = {},
): MaybeGrows {
  if (list.node && list.node.kind !== 'list' && list.node.value !== null) return {};
  return { grows: { noun, path: list.path, count: list.items.length, ...more } };
}

/** The row of an entry of that list. */
export function placed(entry: DataReader, name: string): MaybePlaced {
  const index = entry.path.at(-1);
  if (typeof index !== 'number') return {};
  return { place: { index, name, was: firstWords(entry.tree, entry.path) } };
}

/** The same for a table of a document; `cells` is what a new row has. */
export function growingTable(
  doc: MarkdownDoc,
  table: Table,
  noun: string,
  cells: readonly string[],
): MaybeGrows {
  return { grows: { noun, path: doc.tables.indexOf(table), count: table.rows.length, cells } };
}

export function placedRow(doc: MarkdownDoc, table: Table, row: TableRow, name: string): MaybePlaced {
  const index = table.rows.indexOf(row);
  return index < 0 ? {} : { place: { index, name, was: rowText(doc, row) } };
}

/** True for what stands in place of a value that is still to be written: `<owner, full name>`. */
export function isBlank(text: string | null): boolean {
  return text !== null && /^<[^<>\n]*>$/.test(text);
}
