import {
  headingKey,
  type MarkdownDoc,
  type Section,
  type Table,
  type TableCell,
  type TableRow,
} from '../../text/markdown';
import { CLOCK, DATE, dayNumber, minuteNumber, TIMESTAMP } from '../../text/quantities';
import { columnIndex, tablesIn } from '../../text/sections';
import { contains, type Span } from '../../text/span';
import { zoneIn, zoneStatements } from '../../text/time-zone';

export interface TimelineRow {
  readonly row: TableRow;
  readonly time: TableCell;
  /** Minutes since 1970; null when the first cell is no time. */
  readonly minute: number | null;
  /** The row without its time, as read. */
  readonly text: string;
  readonly tag: string | null;
}

export interface ZoneName {
  readonly zone: string;
  readonly span: Span;
}

/** The timeline table of a postmortem: the first table of its section. */
export interface Timeline {
  readonly table: Table;
  readonly rows: readonly TimelineRow[];
  readonly hasTags: boolean;
  /** The times say that they are in UTC: full time stamps, or a heading, a column or a sentence that says so. */
  readonly utc: boolean;
  /** The other zone that the column of times or a sentence names, and where. */
  readonly otherZone: ZoneName | null;
}

export const MOMENTS = [
  'trigger',
  'start',
  'detection',
  'declaration',
  'mitigation',
  'recovery',
  'resolution',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** How a tag column spells a moment. */
const TAG: Readonly<Record<Moment, RegExp>> = {
  trigger: /(?<![\p{L}-])trigger(?!\p{L})/iu,
  start: /(?<![\p{L}-])(?:impact[ -])?start(?!\p{L})/iu,
  detection: /(?<![\p{L}-])detection(?!\p{L})/iu,
  declaration: /(?<![\p{L}-])declaration(?!\p{L})/iu,
  mitigation: /(?<![\p{L}-])mitigation(?!\p{L})/iu,
  recovery: /(?<![\p{L}-])recovery(?!\p{L})/iu,
  resolution: /(?<![\p{L}-])resolution(?!\p{L})/iu,
};

/** What starts when the impact does. */
const HARM =
  '(?:impact|outages?|incidents?|errors?|failures?|loss(?:es)?|drops?|disruptions?|degradation|downtime)';

/** How the text of an event spells a moment, where there is no tag column. Triggered pipelines and started searches are none. */
const TOLD: Readonly<Record<Moment, RegExp>> = {
  trigger: /(?<![\p{L}-])trigger(?!\p{L})/iu,
  start: new RegExp(
    `(?<!\\p{L})(?:${HARM}[ -](?:start|begin|began)|(?:start|beginning) of (?:the )?${HARM}|first (?:\\p{L}+ )?(?:${HARM}|dropped|lost|failed|failing))`,
    'iu',
  ),
  detection: /(?<![\p{L}-])detect(?:ed|ion)(?!\p{L})/iu,
  declaration: /(?<![\p{L}-])declar/iu,
  mitigation: /(?<![\p{L}-])mitigat/iu,
  recovery: /(?<![\p{L}-])recover/iu,
  resolution: /(?<![\p{L}-])resol(?:ve|ution)/iu,
};

/** Reads the timeline table; `day` (of the header) dates rows that give the clock only. Null when the section has no table. */
export function readTimeline(doc: MarkdownDoc, section: Section | null, day: string | null): Timeline | null {
  const table = section ? tablesIn(doc, section.body)[0] : undefined;
  if (!section || !table) return null;
  const tagColumn = columnIndex(table, 'tag', 'kind', 'type');
  let base = day === null ? 0 : (dayNumber(day) ?? 0);
  const rows = table.rows.flatMap((row): TimelineRow[] => {
    const time = row.cells[0];
    if (!time) return [];
    const minute = minuteOf(time.text, base);
    if (minute !== null) base = Math.floor(minute / 1440);
    const text = row.cells
      .slice(1)
      .map((cell) => cell.text)
      .join(' ');
    return [{ row, time, minute, text, tag: tagColumn > 0 ? (row.cells[tagColumn]?.text ?? '') : null }];
  });
  const said = zoneSaid(doc, table);
  return {
    table,
    rows,
    hasTags: tagColumn > 0,
    utc: said?.zone === 'UTC' || saysUtc(doc, section, table, rows),
    otherZone: said !== null && said.zone !== 'UTC' ? said : null,
  };
}

/** The rows that carry a moment: by its name in the tag column or the text, or by its verb where there is no tag column. */
export function rowsAt(timeline: Timeline, moment: Moment): readonly TimelineRow[] {
  if (!timeline.hasTags) return timeline.rows.filter((row) => TOLD[moment].test(row.text));
  const tagged = timeline.rows.filter((row) => TAG[moment].test(row.tag ?? ''));
  // "Start" is too common a word to be taken from a sentence.
  return tagged.length > 0 || moment === 'start'
    ? tagged
    : timeline.rows.filter((row) => TAG[moment].test(row.text));
}

/** The zone of a table that its column of times names, else a sentence. */
function zoneSaid(doc: MarkdownDoc, table: Table): ZoneName | null {
  const head = table.header.cells[0];
  const zone = zoneIn(head?.text ?? '');
  if (head && zone !== null) return { zone, span: head.span };
  const said = zoneStatements(doc).findLast(({ scope }) => contains(scope, table.span));
  return said ? { zone: said.zone, span: { from: said.from, to: said.to } } : null;
}

const STAMP = new RegExp(`^${TIMESTAMP}$`);
const DAY_AND_CLOCK = new RegExp(`^(${DATE})[ T](${CLOCK})(?::[0-5]\\d)?(?:\\s?(?:Z|UTC))?$`);
const TIME_OF_DAY = new RegExp(`^(${CLOCK})(?:\\s?(?:Z|UTC))?$`);

function minuteOf(text: string, day: number): number | null {
  if (STAMP.test(text)) return minuteNumber(text);
  const [, date, time] = DAY_AND_CLOCK.exec(text) ?? [];
  const clock = time ?? TIME_OF_DAY.exec(text)?.[1];
  if (!clock) return null;
  const start = date === undefined ? day : dayNumber(date);
  if (start === null) return null;
  const [hours, minutes] = clock.split(':').map(Number);
  return start * 1440 + (hours ?? 0) * 60 + (minutes ?? 0);
}

function saysUtc(doc: MarkdownDoc, section: Section, table: Table, rows: readonly TimelineRow[]): boolean {
  if (/(?<!\p{L})utc(?!\p{L})/iu.test(headingKey(table.header.cells[0]?.text ?? ''))) return true;
  const above = doc.sections.filter(
    (s) => s.heading.span.from <= section.heading.span.from && s.body.to >= table.span.to,
  );
  const inner = doc.sections.filter(
    (s) => s.index > section.index && s.body.from <= table.span.from && s.body.to >= table.span.to,
  );
  if ([...above, ...inner].some((s) => /(?<!\p{L})utc(?!\p{L})/iu.test(s.heading.text))) return true;
  return rows.every((row) => row.minute === null || /(?:Z|UTC)$/.test(row.time.text));
}
