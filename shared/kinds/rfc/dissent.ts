import type { TableRow } from '../../text/markdown';
import { findTable, type TableView } from '../../text/tables';
import type { Rfc } from './model';

export const DISSENT_COLUMNS = {
  name: ['name', 'who', 'person'],
  score: ['score', 'stance'],
  concern: ['concern', 'objection', 'feedback', 'comment'],
  disposition: ['disposition', 'outcome', 'resolution'],
} as const;
export type DissentColumn = keyof typeof DISSENT_COLUMNS;

/** The table of who thinks what of the RFC; null when the dissent section has none with all four columns. */
export function dissentTable(rfc: Rfc): TableView<DissentColumn> | null {
  const section = rfc.section('dissent');
  return section
    ? findTable<DissentColumn>(rfc.doc, section.body, DISSENT_COLUMNS, [
        'name',
        'score',
        'concern',
        'disposition',
      ])
    : null;
}

/** The score of a row, −10…+10 as written with any minus sign; null when the cell holds no whole number. */
export function scoreOf(view: TableView<DissentColumn>, row: TableRow): number | null {
  const written = /^([-−–+]?)\s?(\d{1,3})$/u.exec(view.text(row, 'score'));
  if (!written) return null;
  const size = Number(written[2]);
  return /[-−–]/u.test(written[1] ?? '') && size > 0 ? -size : size;
}
