import type { RowEdit, RowPlace } from '../preview/row-edit';
import type { DataPath } from '../text/data-tree';
import { addEntry, type ListPlace, removeEntry } from '../text/edits/list-rows';
import { type ChangePlan, type DataText, heldAt } from '../text/edits/set-value';
import type { NewValue } from '../text/edits/style';
import type { Span } from '../text/span';
import type { DataSource, Source } from './artifact';
import type { JsonSchema } from './kind';
import { parseSource } from './parse-source';
import { type CellAnswer, settled } from './plan-cell';
import { MOVED } from './plan-table-cell';
import { planTableRow } from './plan-table-row';
import { newEntry } from './repairs/new-entry';
import { schemaAt } from './repairs/schema-blank';
import { firstWords } from './row-words';

/** A row more, or one less, that somebody asks for. */
export interface RowQuestion {
  readonly rows: RowEdit;
  /** The row to take out; null for a new one behind the last. */
  readonly out: RowPlace | null;
  /** Where the table stood when it was drawn. */
  readonly span: Span;
}

/** What is known of the file's surroundings. */
export interface RowScene {
  readonly schema: JsonSchema | null;
  /** Names that a new row must not get. */
  readonly taken: () => readonly string[];
}

/** True for a question that {@link planRow} answers. */
export function isRowQuestion(question: unknown): question is RowQuestion {
  return typeof question === 'object' && question !== null && 'rows' in question && 'out' in question;
}

/** What adds a row to a table of a file, or takes one out. Total: what cannot be done has a reason and a line. */
export function planRow(source: Source, { rows, out, span }: RowQuestion, scene: RowScene): CellAnswer {
  const { path } = rows;
  if (typeof path === 'number') return settled(source, planTableRow(source, rows, path, out, span));
  if (source.format !== 'yaml' && source.format !== 'json')
    return settled(source, { problem: 'it is no file of data', span });
  return settled(source, inData(source, rows, path, out, scene));
}

function inData(
  source: DataSource,
  rows: RowEdit,
  path: DataPath,
  out: RowPlace | null,
  { schema, taken }: RowScene,
): ChangePlan {
  const { data } = source;
  const held = heldAt(data, path);
  if (held) return held;
  const list = data.node(path);
  const count = list?.kind === 'list' ? list.items.length : 0;
  const moved = count !== rows.count || (out !== null && firstWords(data, [...path, out.index]) !== out.was);
  if (moved) return { problem: MOVED, span: data.keySpan(path) };
  const text: DataText = {
    tree: data,
    read: (again) => {
      const parsed = parseSource(source.path, again);
      return parsed && 'data' in parsed ? parsed.data : data;
    },
  };
  const place = (name: unknown): ListPlace => ({
    path,
    along: typeof name === 'string' && name !== '' ? alongOf(rows, name) : [],
  });
  if (out)
    return removeEntry(text, place(data.node([...path, out.index, rows.key ?? 'id'])?.value), out.index);
  const items = schema && schemaAt(schema, [...path, 0]);
  const blank: NewValue = items ? newEntry(data, path, items, taken()) : {};
  const entry = typeof blank === 'object' && !Array.isArray(blank) ? { ...blank, ...rows.known } : blank;
  return addEntry(text, place((entry as { readonly [key: string]: NewValue })[rows.key ?? 'id']), entry);
}

function alongOf({ along = [] }: RowEdit, name: string) {
  return along.map(({ path, value }) => ({ path: [...path, name], value }));
}
