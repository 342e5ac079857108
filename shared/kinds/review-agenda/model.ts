import type { MarkdownSource, Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import {
  headingKey,
  type MarkdownDoc,
  parseMarkdown,
  type Table,
  type TableCell,
  type TableRow,
} from '../../text/markdown';
import { findSection } from '../../text/sections';
import { findTable } from '../../text/tables';

/** One slot of the agenda table. Minutes from midnight; null where the cell is no time or number. */
export interface Slot {
  readonly row: TableRow;
  readonly start: number | null;
  readonly startCell: TableCell | null;
  readonly minutes: number | null;
  readonly minutesCell: TableCell | null;
  readonly item: string;
  readonly itemCell: TableCell | null;
  readonly lead: string;
  readonly leadCell: TableCell | null;
  readonly method: string;
  readonly output: string;
  readonly outputCell: TableCell | null;
}

/** A review agenda as far as it is written. */
export interface Agenda {
  readonly doc: MarkdownDoc;
  readonly front: DataReader;
  /** The table of the slots; null while there is none. */
  readonly table: Table | null;
  readonly slots: readonly Slot[];
  readonly start: number | null;
  readonly end: number | null;
  readonly duration: number | null;
  readonly participants: readonly DataReader[];
}

const COLUMNS = {
  start: ['start', 'slot', 'time'],
  minutes: ['minutes', 'min'],
  item: ['item', 'topic'],
  lead: ['lead'],
  method: ['method'],
  output: ['output', 'outcome'],
} as const;

export function readAgenda(source: Source): Agenda {
  const doc = source.format === 'md' ? (source as MarkdownSource).markdown : parseMarkdown('');
  const front = rootReader(source);
  const section = findSection(doc, ['agenda']);
  const within = section?.body ?? { from: 0, to: doc.text.length };
  const view = findTable<keyof typeof COLUMNS>(doc, within, COLUMNS, ['minutes', 'item']);
  const slots = (view?.table.rows ?? []).map((row): Slot => {
    const startCell = view?.cell(row, 'start') ?? null;
    const minutesCell = view?.cell(row, 'minutes') ?? null;
    return {
      row,
      start: clock(startCell?.text ?? ''),
      startCell,
      minutes: /^\d{1,3}$/.test(minutesCell?.text ?? '') ? Number(minutesCell?.text) : null,
      minutesCell,
      item: view?.text(row, 'item') ?? '',
      itemCell: view?.cell(row, 'item') ?? null,
      lead: view?.text(row, 'lead') ?? '',
      leadCell: view?.cell(row, 'lead') ?? null,
      method: view?.text(row, 'method') ?? '',
      output: view?.text(row, 'output') ?? '',
      outputCell: view?.cell(row, 'output') ?? null,
    };
  });
  return {
    doc,
    front,
    table: view?.table ?? null,
    slots,
    start: clock(front.at('meeting', 'start').spelled ?? ''),
    end: clock(front.at('meeting', 'end').spelled ?? ''),
    duration: front.at('meeting', 'duration_min').number,
    participants: front.at('participants').items,
  };
}

/** Minutes from midnight of `14:05`, with or without a date before it and `Z` after it; null when it is no time. */
export function clock(text: string): number | null {
  const m = /(?:^|T)([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?Z?$/.exec(text.trim());
  return m ? Number(m[1]) * 60 + Number(m[2]) : null;
}

export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Where a missing agenda table is reported. */
export function agendaSpan(agenda: Agenda) {
  const section = findSection(agenda.doc, ['agenda']);
  return section?.heading.span ?? agenda.doc.headings[0]?.span ?? { from: 0, to: 0 };
}

/** Words that mark what a slot is for. */
export const READ_FIRST = /silent read|clarif/i;
export const DEBATE = /discuss|dissent|decision/i;
export const DISSENT = /dissent|objection|concern/i;

/** True for the header of the column that holds when a slot starts. */
export function startsColumn(header: string): boolean {
  return COLUMNS.start.some((name) => headingKey(header).startsWith(name));
}
