import { matches } from './quantities';
import type { Span } from './span';

/** Hours of a business day, 09:00Z to 17:00Z. */
const HOURS_PER_DAY = 8;
const DAYS_PER_WEEK = 5;

const CLOCK =
  '(?<![\\d.,:-])\\d{1,4}(?:\\.\\d{1,3})?\\s?(?:(?:business|working)\\s)?(?:minutes?|mins?|min|hours?|hrs?|h|days?|d|weeks?)(?![A-Za-z])';

export interface Clock extends Span {
  readonly text: string;
  /** Length in business days: 8 h make one, a week makes five. */
  readonly days: number;
}

/** The clocks of a cell ("4 h", "2 days", "1 business day"), in text order. Business time is meant throughout. */
export function clocksIn(text: string): Clock[] {
  return matches(text, CLOCK).map((hit) => {
    const amount = Number(/^[\d.]+/.exec(hit.text)?.[0] ?? 0);
    const unit = /(?<![a-z])[mhdw][a-z]*$/.exec(hit.text)?.[0].charAt(0);
    const days =
      unit === 'm'
        ? amount / (60 * HOURS_PER_DAY)
        : unit === 'h'
          ? amount / HOURS_PER_DAY
          : unit === 'w'
            ? amount * DAYS_PER_WEEK
            : amount;
    return { ...hit, days };
  });
}
