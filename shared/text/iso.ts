import { dayNumber } from './quantities';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(\p{L}{3,9})\.?,?\s+(\d{4})$/u;
const MONTH_FIRST = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const IN_NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/;

/**
 * The ISO date that a date in words or numbers certainly means; null where it has no year, or where day and month could be exchanged
 * (`03/04/2024`). A date that is ISO already is none of these.
 */
export function isoDate(text: string): string | null {
  const said = text.trim();
  let m = DAY_FIRST.exec(said);
  if (m) return written(m[3], monthOf(m[2]), m[1]);
  m = MONTH_FIRST.exec(said);
  if (m) return written(m[3], monthOf(m[1]), m[2]);
  m = YEAR_FIRST.exec(said);
  if (m) return written(m[1], Number(m[3]), m[4]);
  m = IN_NUMBERS.exec(said);
  if (!m) return null;
  const [a, b] = [Number(m[1]), Number(m[3])];
  if (a > 12 || a === b) return written(m[4], b, m[1]);
  return b > 12 ? written(m[4], a, m[3]) : null;
}

/** The time stamp that a date and time marked as UTC means, such as `2024-03-12 14:20 UTC`; null for times that don't say their zone. */
export function isoTime(text: string): string | null {
  const m =
    /^(\d{4}-\d{2}-\d{2})[T\s]+([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.0+)?)?\s*(?:Z|UTC|GMT|[+-]00:?00)$/i.exec(
      text.trim(),
    );
  if (!m || dayNumber(m[1] ?? '') === null) return null;
  const seconds = m[4] === undefined ? '' : `:${m[4]}`;
  const iso = `${m[1]}T${(m[2] ?? '').padStart(2, '0')}:${m[3]}${seconds}Z`;
  return iso === text ? null : iso;
}

/** The number of a month by its name or its first letters, three at the least; 0 for anything else. */
function monthOf(name: string | undefined): number {
  const said = (name ?? '').toLowerCase();
  return said.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(said)) + 1;
}

function written(year: string | undefined, month: number, day: string | undefined): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return dayNumber(iso) === null ? null : iso;
}
