import { matches } from './quantities';
import type { Span } from './span';

/** A length of time as a text states it. */
export interface Duration extends Span {
  readonly text: string;
  readonly minutes: number;
  /** Half of the last place it is quoted to, in minutes: 0.5 for "315 min", 3 for "5.3 h". */
  readonly tolerance: number;
}

const NUMBER = '(?<![\\d.,:-])\\d[\\d,]*(?:\\.\\d+)?';
const HOURS_AND_MINUTES = `${NUMBER}\\s?(?:h|hrs?|hours?)\\s?(?:and\\s)?\\d{1,2}(?:\\s?m(?:in(?:s|utes?)?)?(?![A-Za-z])|(?![\\d:]|[.,]\\d|\\s?[A-Za-z%]))`;
const SINGLE = `${NUMBER}\\s?(?:seconds?|sec|s|minutes?|mins?|min|hours?|hrs?|h|days?|d)(?![A-Za-z/])`;
const DURATION = `(?:${HOURS_AND_MINUTES}|${SINGLE})`;

const MINUTES_PER: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1440 };

/** The durations of a text ("315 min", "6 h 05", "5.25 hours", "2 days"), in text order. Clock times are none. */
export function durationsIn(text: string, within?: Span): Duration[] {
  return matches(text, DURATION, within).map((hit) => {
    const both = /^([\d,.]+)\s?h\D*?(\d{1,2})(?!\d)/.exec(hit.text);
    if (both) {
      const hours = Number((both[1] as string).replace(/,/g, ''));
      return { ...hit, minutes: hours * 60 + Number(both[2]), tolerance: 0.5 };
    }
    const number = /^[\d,.]+/.exec(hit.text)?.[0] ?? '0';
    const unit = MINUTES_PER[hit.text.slice(number.length).trim().charAt(0)] ?? 1;
    const decimals = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
    return {
      ...hit,
      minutes: Number(number.replace(/,/g, '')) * unit,
      tolerance: (0.5 / 10 ** decimals) * unit,
    };
  });
}

/** True when the exact length, in minutes, rounds to what is quoted. */
export function quotes(duration: Duration, minutes: number): boolean {
  return Math.abs(duration.minutes - minutes) <= duration.tolerance + 1e-9;
}

/** A length of whole minutes, spelled as another one is: "6 h 05", "17 h 25 min", "365 minutes", "5.25 hours". */
export function spellDuration(minutes: number, like: string): string {
  const whole = Math.round(minutes);
  const hoursAndMinutes = /^[\d,.]+(\s?(?:h|hrs?|hours?)\s?(?:and\s)?)\d{1,2}(\D*)$/.exec(like);
  if (hoursAndMinutes) {
    const [, between = ' h ', unit = ''] = hoursAndMinutes;
    const rest = String(whole % 60);
    return `${Math.floor(whole / 60)}${between}${unit.trim() === '' ? rest.padStart(2, '0') : rest}${unit}`;
  }
  const single = /^[\d,]+(?:\.(\d+))?(\s?)(\p{L}+)$/u.exec(like);
  const unit = single?.[3] ?? '';
  const size = MINUTES_PER[unit.charAt(0)] ?? 1;
  const amount = whole / size;
  const decimals = single?.[1]?.length ?? 0;
  // "5 h" for 315 min would be another length; then minutes say it.
  if (!single || (decimals === 0 && !Number.isInteger(amount))) return `${whole} min`;
  const shown = decimals === 0 ? String(amount) : amount.toFixed(decimals);
  return `${shown}${single[2]}${amount === 1 ? unit.replace(/s$/, '') || unit : unit}`;
}
