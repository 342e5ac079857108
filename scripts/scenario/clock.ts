/**
 * Time text for the scenario, made from integers.
 *
 * The generator never touches `Date`: a clock, a time zone or a locale would make the file differ between machines.
 */

/** Seconds in a day, the largest offset `stampAt` accepts (exclusive). */
const SECONDS_PER_DAY = 86_400;

/** The incident day; every record except the end of the promotion happened on it. */
const DAY = '2024-03-12';

/** First moment the file covers (UTC). */
export const WINDOW_START = '2024-03-11T23:00:00Z';

/** Last moment the file covers (UTC). */
export const WINDOW_END = '2024-03-12T23:59:59Z';

/** The one record of the evening before: the promotion ends at 23:59 UTC. */
export const PROMOTION_END = '2024-03-11T23:59:00Z';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** UTC time stamp of a second of the incident day, 0 to 86,399. Throws outside that range. */
export function stampAt(secondOfDay: number): string {
  if (!Number.isInteger(secondOfDay) || secondOfDay < 0 || secondOfDay >= SECONDS_PER_DAY) {
    throw new RangeError(`not a second of the day: ${secondOfDay}`);
  }
  const hour = Math.floor(secondOfDay / 3600);
  const minute = Math.floor(secondOfDay / 60) % 60;
  return `${DAY}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(secondOfDay % 60)}Z`;
}

/** Second of the day of `HH:MM` or `HH:MM:SS`. Throws when the text is neither. */
export function secondOf(clockText: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(clockText);
  if (match === null) throw new RangeError(`not a clock time: ${clockText}`);
  return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

/** Minute of the day of `HH:MM`. Throws as `secondOf` does. */
export const minuteOf = (clockText: string): number => Math.floor(secondOf(clockText) / 60);

/** UTC time stamp of `HH:MM` or `HH:MM:SS` on the incident day. */
export const at = (clockText: string): string => stampAt(secondOf(clockText));

/** `HH:MM` of a minute of the day, for record refs that carry their time. */
export const clockTextOf = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
