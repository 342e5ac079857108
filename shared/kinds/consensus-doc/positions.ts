import type { MarkdownDoc, Section } from '../../text/markdown';
import type { Span } from '../../text/span';
import { findTable } from '../../text/tables';

const COLUMNS = {
  name: ['name', 'who', 'person'],
  role: ['role'],
  position: ['position'],
  score: ['score', 'stance'],
  reason: ['reason', 'why'],
} as const;
type Column = keyof typeof COLUMNS;

export const POSITIONS = [
  'consent',
  'consent-with-reservation',
  'disagree-and-commit',
  'object',
  'abstain',
] as const;

export interface Position {
  readonly name: string;
  readonly role: string;
  /** In lower case, as written. */
  readonly position: string;
  /** −10…+10, with any minus sign; null when the cell holds no whole number. */
  readonly score: number | null;
  readonly reason: string;
  readonly at: Readonly<Record<'name' | 'position' | 'score' | 'reason', Span>>;
}

export interface Positions {
  readonly rows: readonly Position[];
  readonly header: Span;
}

/** The table of positions; null when there is none with name, position and reason. */
export function readPositions(doc: MarkdownDoc, section: Section | null): Positions | null {
  const view = section ? findTable<Column>(doc, section.body, COLUMNS, ['name', 'position', 'reason']) : null;
  if (!view) return null;
  const rows = view.table.rows.flatMap((row) => {
    const name = view.cell(row, 'name');
    if (!name || name.text === '') return [];
    const at = (column: Column) => view.cell(row, column)?.span ?? row.span;
    return [
      {
        name: name.text,
        role: view.text(row, 'role'),
        position: view.text(row, 'position').toLowerCase(),
        score: signed(view.text(row, 'score')),
        reason: view.text(row, 'reason'),
        at: { name: name.span, position: at('position'), score: at('score'), reason: at('reason') },
      },
    ];
  });
  return { rows, header: view.table.header.span };
}

const DISSENT = ['consent-with-reservation', 'disagree-and-commit', 'object'];

/** People whose position is a dissent: neither a plain consent, nor an abstention, nor a word that is no position. */
export function dissenters(positions: Positions | null): readonly Position[] {
  return (positions?.rows ?? []).filter((row) => DISSENT.includes(row.position));
}

function signed(text: string): number | null {
  const written = /^([-−–+]?)\s?(\d{1,3})$/u.exec(text);
  if (!written) return null;
  const size = Number(written[2]);
  return /[-−–]/u.test(written[1] ?? '') && size > 0 ? -size : size;
}
