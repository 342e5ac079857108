/**
 * Reads the quantities of a text: amounts of money, numbers with a unit (`QTY` and `MONEY` of the artifact specification), and beyond them
 * numbers with a thousands separator or decimals, which are quantities too when a table's heading carries the unit.
 */
export interface Quantity {
  readonly value: number;
  /** Canonical unit; `any` for a number whose unit stands elsewhere. */
  readonly unit: string;
  /** What the last digit is worth: 0.01 for `$4.18`, 10,000 for `4.18 million`. */
  readonly step: number;
  readonly text: string;
  readonly offset: number;
}

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const WORDS =
  '%|×|x|ms|s|sec|min|minutes?|h|hours?|d|days?|weeks?|months?|quarters?|years?|engineer-weeks?|FTE(?:-years?)?|[KMGT]B|events?|records?|rows?|lines?|orders?|requests?|pages?|tickets?|users?|grocers?|brokers?|teams?|k|M|million|billion|KPU|person-hours?|DPU-h(?:ours)?|partitions|replicas|topics|voters|people|times';
const UNIT = `(?:${WORDS})(?:/(?:s|min|h|day|week|month|year))?`;
/** Not inside a word, an id, a date, a time, a version or another number. */
const START = '(?<![\\w.,:/#]|\\w[-–])';

const HOURS = new RegExp(`${START}(\\d+) h (\\d{1,2})(?: min\\b)?`, 'gu');
const MONEY = /([$€£]) ?(\d[\d,]*(?:\.\d+)?)(?: ?(k|M|million|billion)\b)?/gu;
const WITH_UNIT = new RegExp(`${START}(${NUMBER})[ -]?(${UNIT})(?![A-Za-z])`, 'gu');
/** Numbers in words are quantities as well, where a unit follows. */
const IN_WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const NAMED = new RegExp(
  `\\b(${Object.keys(IN_WORDS).join('|')})[ -](?:business |whole |full )?(minutes?|hours?|days?|weeks?|months?|quarters?|years?|engineer-weeks?|pages|tickets|grocers|brokers|topics|voters|replicas)\\b`,
  'giu',
);
const BARE = new RegExp(
  `${START}(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+|\\d{5,})(?![\\w]|[.,:/-]\\d|-[A-Za-z])`,
  'gu',
);

const SCALE: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, million: 1e6, billion: 1e9 };

const CANONICAL: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^(?:×|x|times)$/, '×'],
  [/^ms$/, 'ms'],
  [/^(?:s|sec)$/, 's'],
  [/^(?:min|minutes?)$/, 'min'],
  [/^(?:h|hours?)$/, 'h'],
  [/^(?:d|days?)$/, 'day'],
  [/^DPU-h/, 'DPU-h'],
  // A record, a row and an event are the same thing at three places of the pipeline.
  [/^(?:events?|records?|rows?)/, 'event'],
  [/^(?:weeks?|engineer-weeks?)$/, 'week'],
];

function canonical(unit: string): string {
  const [base = '', per] = unit.split('/');
  const known = CANONICAL.find(([pattern]) => pattern.test(base));
  const name = known ? known[1] : base.replace(/s$/, '');
  return per === undefined ? name : `${name}/${per}`;
}

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0;

/** Quantities in order of their place. Text of code spans and fences is read like any other. */
export function quantitiesOf(source: string): readonly Quantity[] {
  const found: Quantity[] = [];
  let text = source;
  const take = (
    pattern: RegExp,
    read: (match: RegExpExecArray) => Omit<Quantity, 'text' | 'offset'> | null,
  ): void => {
    for (const match of [...text.matchAll(pattern)]) {
      const quantity = read(match);
      if (quantity === null) continue;
      found.push({ ...quantity, text: match[0], offset: match.index });
      // Same length, so that later patterns keep their offsets and do not see it again.
      text =
        text.slice(0, match.index) + '_'.repeat(match[0].length) + text.slice(match.index + match[0].length);
    }
  };
  const scaled = (digits: string, scale: string | undefined) => {
    const factor = SCALE[scale ?? ''] ?? 1;
    return {
      value: Number((Number(digits.replace(/,/g, '')) * factor).toPrecision(15)),
      step: factor / 10 ** decimalsOf(digits),
    };
  };
  take(HOURS, ([, hours, minutes]) => ({
    value: Number(hours) * 60 + Number(minutes),
    unit: 'min',
    step: 1,
  }));
  take(MONEY, ([, sign = '', digits = '', scale]) => ({ ...scaled(digits, scale), unit: sign }));
  take(WITH_UNIT, (match) => {
    const [, digits = '', unit = ''] = match;
    // A list comma, or the number of a section, a version or a year of the plan, is no quantity of what follows.
    if (
      digits.endsWith(',') ||
      /\b(?:section|version|year|step|slide|broker|P\d) $/i.test(text.slice(0, match.index))
    )
      return null;
    const rest = text.slice(match.index + match[0].length);
    const factor = SCALE[unit];
    if (factor !== undefined) {
      const noun = /^ (?:order[- ]line |order |lifecycle )?(events?|records?|lines?)(?:\/(day|s|min))?/.exec(
        rest,
      );
      const per = noun?.[2] ? `/${noun[2]}` : '';
      return { ...scaled(digits, unit), unit: noun ? `${canonical(noun[1] ?? '')}${per}` : 'any' };
    }
    if (unit.startsWith('order')) {
      const noun = /^(?:[- ]line)? (?:lifecycle )?events?(?:\/(day|s|min))?\b/.exec(rest);
      if (noun) return { ...scaled(digits, undefined), unit: noun[1] ? `event/${noun[1]}` : 'event' };
      if (/^ lines?\b/.test(rest)) return { ...scaled(digits, undefined), unit: 'line' };
      if (/^[- ]line\b/.test(rest)) return null;
    }
    return { ...scaled(digits, undefined), unit: canonical(unit) };
  });
  take(NAMED, ([, word = '', unit = '']) => ({
    value: IN_WORDS[word.toLowerCase()] ?? 0,
    unit: canonical(unit),
    step: 1,
  }));
  take(BARE, ([, digits = '']) => ({ ...scaled(digits, undefined), unit: 'any' }));
  return found.sort((a, b) => a.offset - b.offset);
}
