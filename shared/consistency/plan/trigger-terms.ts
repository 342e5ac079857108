import { sameSize, sameUnit } from '../../text/sizes';
import { type Comparator, type Threshold, thresholdIn } from '../../text/thresholds';
import { sameWindow } from '../../text/windows';
import { type RecordOf, textOf } from '../record-fields';

/** A rollback trigger in terms that compare across spellings. */
export interface Terms {
  readonly record: RecordOf;
  readonly phase: string;
  readonly metric: string;
  /** The words of the metric, in order of the alphabet. */
  readonly words: string;
  /** Null when the threshold holds no number; its own file's criterion says so. */
  readonly limit: Threshold | null;
  /** As written, for messages. */
  readonly threshold: string;
  readonly window: string;
}

const FILLER = new Set(['the', 'a', 'an', 'of', 'in', 'on', 'for', 'to', 'any', 'measured', 'its']);

export function termsOf(record: RecordOf): Terms {
  return { record, ...saidBy(record) };
}

/** Once for each row: its fields stay the same object as long as they say the same. */
function saidBy(record: RecordOf): Omit<Terms, 'record'> {
  const known = said.get(record.fields);
  if (known) return known;
  const read = readTerms(record);
  said.set(record.fields, read);
  return read;
}

const said = new WeakMap<object, Omit<Terms, 'record'>>();

function readTerms(record: RecordOf): Omit<Terms, 'record'> {
  const metric = textOf(record, 'metric') ?? '';
  const threshold = textOf(record, 'threshold') ?? '';
  const limit = thresholdIn(threshold, true);
  return {
    phase: textOf(record, 'phase') ?? '',
    metric,
    words: wordsOf(metric),
    limit,
    threshold,
    window: textOf(record, 'window') ?? limit?.window ?? '',
  };
}

/** The words of a metric without remarks in brackets, in one spelling and order: "p95 of freshness" and "Freshness p95" are one metric. */
function wordsOf(metric: string): string {
  return metric
    .replace(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLER.has(word))
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
    .sort()
    .join(' ');
}

/** A part in which two triggers differ, with what each says. */
export interface Difference {
  readonly part: 'metric' | 'comparison' | 'number' | 'unit' | 'window';
  readonly field: 'metric' | 'threshold' | 'window';
  readonly here: string;
  readonly there: string;
}

const SIGNS: Readonly<Record<Comparator, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=' };

/**
 * Every part in which two triggers differ; empty when they agree or cannot be compared. What one of them leaves out (a comparison, a window) is no
 * difference.
 */
export function differences(here: Terms, there: Terms): readonly Difference[] {
  const out: Difference[] = [];
  if (here.words !== there.words)
    out.push({ part: 'metric', field: 'metric', here: here.metric, there: there.metric });
  const [a, b] = [here.limit, there.limit];
  if (a && b) {
    if (a.comparator && b.comparator && a.comparator !== b.comparator)
      out.push({
        part: 'comparison',
        field: 'threshold',
        here: SIGNS[a.comparator],
        there: SIGNS[b.comparator],
      });
    if (!sameSize(a.size, b.size))
      out.push({
        part: sameUnit(a.size, b.size) && digits(here) !== digits(there) ? 'number' : 'unit',
        field: 'threshold',
        here: here.threshold,
        there: there.threshold,
      });
  }
  if (here.window !== '' && there.window !== '' && !sameWindow(here.window, there.window))
    out.push({ part: 'window', field: 'window', here: here.window, there: there.window });
  return out;
}

/** The number as it is written: of "> 15 h" and "> 15 min" only the unit differs. */
function digits({ threshold }: Terms): string {
  return /\d[\d,.]*/.exec(threshold)?.[0] ?? threshold;
}

/** Two triggers of a phase that stand for each other, or one without a partner. */
export interface Pair {
  readonly here: Terms | null;
  readonly there: Terms | null;
}

/**
 * Brings the triggers of a phase together: by the same metric and limit, then by the same metric, then by the same limit under another name, then by
 * being the only ones left.
 */
export function pairUp(here: readonly Terms[], there: readonly Terms[]): readonly Pair[] {
  const left = [...there];
  const open: Terms[] = [];
  const pairs: Pair[] = [];
  const take = (terms: readonly Terms[], fits: (a: Terms, b: Terms) => boolean): Terms[] =>
    terms.filter((one) => {
      const at = left.findIndex((other) => fits(one, other));
      if (at < 0) return true;
      pairs.push({ here: one, there: left.splice(at, 1)[0] as Terms });
      return false;
    });
  open.push(
    ...take(
      take(
        take(here, (a, b) => a.words === b.words && differences(a, b).length === 0),
        (a, b) => a.words === b.words,
      ),
      sameLimit,
    ),
  );
  if (open.length === 1 && left.length === 1) pairs.push({ here: open[0] as Terms, there: left[0] as Terms });
  else {
    pairs.push(...open.map((one) => ({ here: one, there: null })));
    pairs.push(...left.map((one) => ({ here: null, there: one })));
  }
  return pairs;
}

function sameLimit(a: Terms, b: Terms): boolean {
  return (
    a.limit !== null &&
    b.limit !== null &&
    a.limit.comparator === b.limit.comparator &&
    sameSize(a.limit.size, b.limit.size)
  );
}
