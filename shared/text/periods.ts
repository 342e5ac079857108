import { DATE } from './quantities';

/** `Q3 2023`, `2023-Q3`, or a bare `Q3`. */
export const QUARTER = '(?<![A-Za-z0-9])(?:Q[1-4](?:[ /-]?\\d{4})?|\\d{4}[ /-]?Q[1-4])(?![A-Za-z0-9])';

/** A stretch of time that a measurement covers: two dates with a word or dash between them, a quarter, or "since". */
export const PERIOD = `(?:${DATE}\\s?(?:to|until|through|and|–|—|-|…|\\.\\.)\\s?${DATE}|${QUARTER}|(?<!\\p{L})[Ss]ince(?!\\p{L}))`;

/** A number of days, weeks or the like, as exit costs are stated: "26 engineer-weeks", "10 business days", "45 min". */
export const DURATION =
  '(?<![\\d,])\\d[\\d,]*(?:\\.\\d+)?\\s?(?:(?:business|working|calendar)\\s)?' +
  '(?:ms|s|sec|seconds?|min|minutes?|h|hours?|d|days?|weeks?|months?|quarters?|years?|engineer-(?:weeks?|months?)|FTE-years?)(?![A-Za-z])';
