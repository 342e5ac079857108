import type { MarkdownDoc, Section, TableCell, TableRow } from '../../text/markdown';
import { tablesIn } from '../../text/sections';
import { viewTable } from '../../text/tables';

const COLUMNS = {
  competency: ['competency', 'dimension', 'axis', 'skill'],
  outcome: ['outcome', 'result', 'what happened', 'impact', 'consequence'],
} as const;
type Column = keyof typeof COLUMNS;

export interface EvidenceRow {
  readonly row: TableRow;
  readonly competency: string;
  /** Null when the row is too short. */
  readonly outcome: TableCell | null;
}

/** Evidence by competency: one or more tables, with a column for the outcome. */
export interface EvidenceTable {
  readonly rows: readonly EvidenceRow[];
  readonly header: TableRow;
}

export function readEvidence(doc: MarkdownDoc, section: Section | null): EvidenceTable | null {
  if (!section) return null;
  const views = tablesIn(doc, section.body)
    .map((table) => viewTable<Column>(table, COLUMNS))
    .filter((view) => view.has('outcome'));
  const [first] = views;
  if (!first) return null;
  return {
    header: first.table.header,
    rows: views.flatMap((view) =>
      view.table.rows.map((row) => ({
        row,
        competency: view.text(row, 'competency'),
        outcome: view.cell(row, 'outcome'),
      })),
    ),
  };
}
