import { DATE } from './quantities';

/** `Q3 2023`, `2023-Q3`, or a bare `Q3`. */
export const QUARTER = '(?<![A-Za-z0-9])(?:Q[1-4](?:[ /-]?\\d{4})?|\\d{4}[ /-]?Q[1-4])(?![A-Za-z0-9])';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** "since" and a time ("since late 2022", "since the launch"). "Since it grows" gives a reason. */
const SINCE =
  '(?<!\\p{L})[Ss]ince\\s(?:(?:the|its|our|about|early|mid|late|last|end|start|beginning|first|of)[\\s-]){0,4}' +
  `(?:\\d{1,4}|Q[1-4]|H[12]|${MONTH}|weeks?|months?|quarters?|years?|spring|summer|autumn|fall|winter|launch|start|beginning|founding|release)(?!\\p{L})`;

/** A stretch of time that a measurement covers: two dates with a word or dash between them, a quarter, or "since" a time. */
export const PERIOD = `(?:${DATE}\\s?(?:to|until|through|and|–|—|-|…|\\.\\.)\\s?${DATE}|${QUARTER}|${SINCE})`;

/** A number of days, weeks or the like, as exit costs are stated: "26 engineer-weeks", "10 business days", "45 min". */
export const DURATION =
  '(?<![\\d,])\\d[\\d,]*(?:\\.\\d+)?\\s?(?:(?:business|working|calendar)\\s)?' +
  '(?:ms|s|sec|seconds?|min|minutes?|h|hours?|d|days?|weeks?|months?|quarters?|years?|engineer-(?:weeks?|months?)|FTE-years?)(?![A-Za-z])';
