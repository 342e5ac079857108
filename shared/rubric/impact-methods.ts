import { calculationIn, type Operand, sumsIn } from '../text/calculation';
import { TIMESTAMP } from '../text/quantities';
import type { Span } from '../text/span';
import type { Fact } from './fact';

/** Things that pipelines count one by one. */
export const COUNTED = /^(?:events?|records?|rows?|messages?)$/i;

const COUNT = new RegExp(
  `(?<![\\d.,:-])(\\d+(?:,\\d{3})*)\\s(?:events|records|rows|messages)\\s(accepted|received|dropped|lost|filtered|discarded|rejected)(?:\\s(?:from|between)\\s(${TIMESTAMP})\\s(?:to|and|until)\\s(${TIMESTAMP}))?`,
  'gu',
);
const RECEIVED = new Set(['accepted', 'received']);

/** "less the preview baseline of 60", "less 60 previews": what is filtered every day and is no loss. */
const BASELINE =
  /(?<!\p{L})(?:less|minus|beyond|above)\s(?:the\s|a\s)?(?:\p{L}+\s){0,3}?(\d+(?:,\d{3})*)(?![\d:]|[.,]\d|\s?(?:h|min|minutes?|hours?|days?|s|%)(?![A-Za-z]))/iu;

/** Methods longer than this explain and do not compute. */
const LONGEST = 2000;

/**
 * How an impact measure says that it was counted: the calculation (`impact-method`), counts of the pipeline that it names (`impact-count`) and
 * the sums that it writes out (`impact-sum`). `place` gives the place of a part of the text.
 */
export function methodFacts(id: string, method: string, place: (part: Span) => Span): Fact[] {
  const text = method.slice(0, LONGEST);
  return [
    calculationFact(id, text, place),
    ...countFacts(id, text, place),
    ...sumsIn(text).map(
      (sum): Fact => ({
        type: 'record',
        set: 'impact-sum',
        id,
        fields: {
          terms: sum.terms.map(String),
          ...(sum.total === null ? {} : { total: sum.total }),
        },
        places: {},
        span: place(sum),
      }),
    ),
  ];
}

function calculationFact(id: string, text: string, place: (part: Span) => Span): Fact {
  const found = calculationIn(text);
  const baseline = /filter|reject|discard/i.test(text) ? BASELINE.exec(text) : null;
  const fields: Record<string, string | number | readonly string[]> = {};
  const places: Record<string, Span> = {};
  if (found?.kind === 'sum') {
    fields['kind'] = 'sum';
    fields['terms'] = found.terms.flatMap((term) => term.id ?? []);
  } else if (found) {
    fields['kind'] = found.kind;
    side('left', found.left);
    side('right', found.right);
  }
  if (baseline) {
    const shown = baseline[1] ?? '';
    const from = baseline.index + baseline[0].length - shown.length;
    fields['baseline'] = Number(shown.replace(/,/g, ''));
    places['baseline'] = place({ from, to: from + shown.length });
  }
  // "Sum of records_filtered": the measure is counted from the pipeline itself.
  if (/filter|reject|discard|dropp/i.test(text) && /\bsum/i.test(text)) fields['counted'] = 'filtered';
  return {
    type: 'record',
    set: 'impact-method',
    id,
    fields,
    places,
    span: place({ from: 0, to: text.length }),
  };

  function side(name: 'left' | 'right', operand: Operand) {
    if (operand.id !== null) fields[name] = operand.id;
    else if (operand.value !== null) fields[name] = operand.value;
    places[name] = place(operand);
  }
}

function countFacts(id: string, text: string, place: (part: Span) => Span): Fact[] {
  return [...text.matchAll(COUNT)].map((hit) => {
    const [, number = '', what = '', from, to] = hit;
    return {
      type: 'record',
      set: 'impact-count',
      id,
      fields: {
        value: Number(number.replace(/,/g, '')),
        what: RECEIVED.has(what.toLowerCase()) ? 'accepted' : 'dropped',
        ...(from && to ? { from, to } : {}),
      },
      places: {},
      span: place({ from: hit.index, to: hit.index + number.length }),
    };
  });
}
