import type { Span } from '../text/span';
import type { SourcedFact } from './fact';
import type { Packet } from './packet';

type RecordOf = Extract<SourcedFact, { type: 'record' }>;

/** An amount that a cost model gives, or the difference of two. */
export interface ModelValue {
  /** Whose it is: none for an assumption or a price, two for a difference. */
  readonly options: readonly string[];
  /** `npv`, `total/2024`, `npv@traffic growth=0.15` …, as `model-values` records have it, without the mark of computed values. */
  readonly key: string;
  readonly value: number;
  /** A figure itself, what it is between two options, or what a case changes. */
  readonly kind: 'figure' | 'difference' | 'change';
  /** Set when the formulas give it and the file states something else. */
  readonly computed?: true;
  readonly path: string;
  readonly span: Span;
  /** The record and the field that give it. */
  readonly record: number;
  readonly field: string;
}

export interface ModelMoney {
  /** Another object whenever the model says something else; not when it only moved. */
  readonly said: object;
  /** In the order of their size without sign. */
  readonly values: readonly ModelValue[];
  /** Slugs of the options, in file order. */
  readonly options: readonly string[];
  /** The sign of the model's currency; null when its amounts carry none that text can be searched for. */
  readonly sign: string | null;
  readonly currency: string;
  /** What the years are called, in order. */
  readonly years: readonly string[];
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\$|(?<![A-Z])(?:USD|CAD|AUD|NZD|SGD|HKD|MXN)(?![A-Z])|dollar/i, '$'],
  [/€|(?<![A-Z])EUR(?![A-Z])|euro/i, '€'],
  [/£|(?<![A-Z])GBP(?![A-Z])|pound/i, '£'],
];

/** Differences are formed between this many options at most. */
const MOST_OPTIONS = 20;
/** Differences are formed between the values of different files when there are no more values than this of one figure. */
const MOST_ACROSS = 60;

/** By the fields of the first record, which stay the same object as long as they say the same. */
const known = new WeakMap<object, { readonly records: readonly RecordOf[]; readonly money: ModelMoney }>();

/** All amounts of the packet's cost models; null when there is no model. */
export function modelMoney(packet: Packet): ModelMoney | null {
  const records = packet.records('model-values');
  const [first] = records;
  if (!first) return null;
  let entry = known.get(first.fields);
  const same = entry && saySame(records, entry.records);
  if (!entry || !same || !records.every((r, i) => inSamePlace(r, entry?.records[i]))) {
    entry = { records, money: entry && same ? moved(entry.money, records) : read(records) };
    known.set(first.fields, entry);
  }
  return entry.money;
}

function saySame(a: readonly RecordOf[], b: readonly RecordOf[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (record, i) => record.fields === b[i]?.fields && record.id === b[i]?.id && record.path === b[i]?.path,
    )
  );
}

function inSamePlace(a: RecordOf, b: RecordOf | undefined): boolean {
  return a.places === b?.places && a.span === b.span;
}

/** The amounts of records that say the same in other places. */
function moved(money: ModelMoney, records: readonly RecordOf[]): ModelMoney {
  const values = money.values.map((value) => {
    const record = records[value.record];
    return record ? { ...value, span: placeOf(record, value.field) } : value;
  });
  return { ...money, values };
}

function placeOf(record: RecordOf, field: string): Span {
  return record.places[field] ?? record.span;
}

function read(records: readonly RecordOf[]): ModelMoney {
  const own = once(records.flatMap(valuesOf));
  const options = [...new Set(records.map((r) => r.id).filter((id) => id !== ''))];
  const currency = String(records[0]?.fields['currency'] ?? '');
  const years = new Set(own.flatMap((v) => (v.key.startsWith('total/') ? [v.key.slice(6)] : [])));
  return {
    said: {},
    values: [...own, ...differences(own, options.slice(0, MOST_OPTIONS))].sort(
      (a, b) => Math.abs(a.value) - Math.abs(b.value),
    ),
    options,
    sign: SIGNS.find(([pattern]) => pattern.test(currency))?.[1] ?? null,
    currency,
    years: [...years],
  };
}

/** The values without those that another one says too: a folder may hold many models with the same figures. */
function once(values: readonly ModelValue[]): readonly ModelValue[] {
  const seen = new Map<string, ModelValue>();
  for (const value of values) {
    const says = `${value.value} ${value.key} ${value.options.join()}`;
    if (!seen.has(says)) seen.set(says, value);
  }
  return [...seen.values()];
}

/** The values that lie, without sign, within `slack` of an amount. */
export function valuesNear({ values }: ModelMoney, amount: number, slack: number): readonly ModelValue[] {
  const least = amount - slack;
  let low = 0;
  let high = values.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (Math.abs((values[mid] as ModelValue).value) < least) low = mid + 1;
    else high = mid;
  }
  let end = low;
  while (end < values.length && Math.abs((values[end] as ModelValue).value) <= amount + slack) end++;
  return values.slice(low, end);
}

function valuesOf(record: RecordOf, index: number): ModelValue[] {
  const options = record.id === '' ? [] : [record.id];
  return Object.entries(record.fields).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [
          {
            options,
            key: name.endsWith('~') ? name.slice(0, -1) : name,
            value,
            kind: 'figure' as const,
            ...(name.endsWith('~') ? { computed: true as const } : {}),
            path: record.path,
            span: placeOf(record, name),
            record: index,
            field: name,
          },
        ]
      : [],
  );
}

/** What the same figure is between two options, and what a case adds to the base. */
function differences(values: readonly ModelValue[], options: readonly string[]): ModelValue[] {
  const byKey = new Map<string, ModelValue[]>();
  const base = new Map<string, ModelValue>();
  for (const value of values) {
    const [option] = value.options;
    if (option === undefined || !options.includes(option) || isStated(value.key)) continue;
    const list = byKey.get(value.key);
    if (list) list.push(value);
    else byKey.set(value.key, [value]);
    if (value.key === 'npv') base.set(option, value);
  }
  const out: ModelValue[] = [];
  for (const [key, same] of byKey) {
    // Many models in one folder are compared each with itself.
    const inFile = same.length > MOST_ACROSS ? byFile(same) : null;
    same.forEach((a, i) => {
      for (const b of inFile ? after(inFile.get(a.path) ?? [], a) : same.slice(i + 1)) {
        if (a.options[0] === b.options[0]) continue;
        out.push({
          ...a,
          options: [...a.options, ...b.options],
          value: a.value - b.value,
          kind: 'difference',
        });
      }
      const from = key.startsWith('npv@') ? base.get(a.options[0] ?? '') : undefined;
      if (from) out.push({ ...a, value: a.value - from.value, kind: 'change' });
    });
  }
  return out;
}

function byFile(values: readonly ModelValue[]): ReadonlyMap<string, readonly ModelValue[]> {
  const files = new Map<string, ModelValue[]>();
  for (const value of values) {
    const own = files.get(value.path);
    if (own) own.push(value);
    else files.set(value.path, [value]);
  }
  return files;
}

function after(values: readonly ModelValue[], one: ModelValue): readonly ModelValue[] {
  return values.slice(values.indexOf(one) + 1);
}

/** A number that the file works out beside the model: its key is no figure of an option. */
export function isStated(key: string): boolean {
  return key.startsWith('x-') || key.startsWith('retained_problem_cost') || key.startsWith('break_evens[');
}

/** What a value is, in words: "NPV", "total of 2024", "difference in NPV between kafka and batch". */
export function labelOf({ key, kind, options }: ModelValue): string {
  const figure = figureOf(key);
  if (kind === 'difference') return `difference in ${figure} between ${options.join(' and ')}`;
  return kind === 'change' ? `change of the ${figure} from the base` : figure;
}

function figureOf(key: string): string {
  if (isStated(key)) return key;
  if (key === 'npv') return 'NPV';
  if (key === 'total') return 'five-year total';
  const end = key.lastIndexOf('=');
  if (key.startsWith('npv@') && end > 0) return `NPV at ${key.slice(4, end)} ${key.slice(end + 1)}`;
  const [what = '', year] = key.split('/');
  if (year === undefined) return what;
  if (what === 'total') return `total of ${year}`;
  return what === 'cumulative' ? `total up to ${year}` : `${what} in ${year}`;
}
