import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import {
  type MarkdownDoc,
  parseMarkdown,
  type Section,
  type TableCell,
  type TableRow,
} from '../../text/markdown';
import { findSection } from '../../text/sections';
import { findTable, type TableView } from '../../text/tables';

const COLUMNS = {
  id: ['id'],
  title: ['title'],
  status: ['status'],
  type: ['type'],
  date: ['date'],
  decider: ['decider', 'decided by'],
  confidence: ['confidence'],
  supersedes: ['supersedes'],
  supersededBy: ['superseded by'],
  revisit: ['revisit'],
} as const;
export type Column = keyof typeof COLUMNS;

export interface LogRow {
  /** `ADR-004`; empty when the cell names no decision. */
  readonly id: string;
  readonly row: TableRow;
  text(column: Column): string;
  cell(column: Column): TableCell | null;
}

/** A decision log as far as it is written. */
export interface DecisionLog {
  readonly doc: MarkdownDoc;
  readonly front: DataReader;
  readonly table: TableView<Column> | null;
  readonly rows: readonly LogRow[];
  readonly open: Section | null;
  readonly lessons: Section | null;
}

export function readLog(source: Source): DecisionLog {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const table = findTable<Column>(doc, { from: 0, to: doc.text.length }, COLUMNS, ['id', 'status']);
  const rows = (table?.table.rows ?? []).map((row) => ({
    id: /ADR-\d{3}/.exec(table?.text(row, 'id') ?? '')?.[0] ?? '',
    row,
    text: (column: Column) => table?.text(row, column) ?? '',
    cell: (column: Column) => table?.cell(row, column) ?? null,
  }));
  return {
    doc,
    front: rootReader(source),
    table,
    rows,
    open: findSection(doc, ['open decisions', 'open']),
    lessons: findSection(doc, ['reversed', 'superseded', 'lessons']),
  };
}

/** Where a finding about a cell stands: the cell, or the row's id cell when the cell is empty. */
export function cellSpan(row: LogRow, column: Column) {
  const cell = row.cell(column);
  if (cell && cell.span.to > cell.span.from) return cell.span;
  return row.cell('id')?.span ?? row.row.span;
}

/** Where a missing table is reported. */
export function logSpan(log: DecisionLog) {
  return log.doc.headings[0]?.span ?? { from: 0, to: 0 };
}
