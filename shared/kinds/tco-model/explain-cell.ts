import { readableKey } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import type { DataReader } from '../../rubric/read-data';
import type { Span } from '../../text/span';
import { baseOf, type Years } from './evaluate';
import { type CostModel, type Series, YEARS } from './model';

/** A name of a formula with what it stands for. */
export interface ExplainedTerm {
  readonly name: string;
  /** In words, empty when the file has none. */
  readonly meaning: string;
  /** Its value in the year, or why it has none. */
  readonly value: string;
  readonly unit: string;
  readonly span: Span | null;
}

/** How a cell of the model comes about. */
export interface ExplainedCell {
  /** "Kafka on Amazon MSK · Platform · 2024". */
  readonly title: string;
  readonly formula: string;
  /** The formula with its numbers in place of names. */
  readonly numbers: string;
  /** What it computes to, or why it does not. */
  readonly result: string;
  /** What the file states; null when it is the same. */
  readonly stated: string | null;
  readonly terms: readonly ExplainedTerm[];
  readonly span: Span;
}

/** The cell that an offset of the text stands in: a value, or a formula for its first year. Null outside of derived values and cost lines. */
export function explainCell(model: CostModel, offset: unknown): ExplainedCell | null {
  if (typeof offset !== 'number') return null;
  const base = baseOf(model);
  const within = (at: DataReader) =>
    at.node !== null && at.node.span.from <= offset && offset <= at.node.span.to;
  const derived = model.derived.findIndex(({ at }) => within(at) || holds(at.keySpan, offset));
  if (derived >= 0) {
    const series = model.derived[derived] as Series;
    return explain(model, series, base.derived[derived], offset, { names: [series.id], rounded: false });
  }
  for (const [o, option] of model.options.entries()) {
    const l = option.lines.findIndex(({ at }) => within(at));
    const line = option.lines[l];
    if (!line) continue;
    const names = [option.name, readableKey(line.category ?? line.id)];
    return explain(model, line, base.options[o]?.lines[l], offset, { names, rounded: true });
  }
  return null;
}

function holds({ from, to }: Span, offset: number): boolean {
  return from <= offset && offset <= to;
}

interface Wording {
  readonly names: readonly string[];
  /** Lines are rounded to whole units, derived values are not. */
  readonly rounded: boolean;
}

function explain(
  model: CostModel,
  series: Series,
  years: Years | undefined,
  offset: number,
  { names, rounded }: Wording,
): ExplainedCell | null {
  const { at } = series;
  const formula = at.at('formula').spelled;
  if (formula === null) return null;
  const values = at.at('values');
  const cell = Array.from({ length: YEARS }, (_, y) => values.at(y)).findIndex(
    (value) => value.exists && holds(value.span, offset),
  );
  const year = Math.max(0, cell);
  const parsed = series.formula?.ok ? series.formula.value : null;
  const computed = years?.ok ? (years.value[year] ?? null) : null;
  const stated = values.at(year).number;
  const terms = [...new Set(parsed?.names.map(({ text }) => text) ?? [])].map((name) =>
    termOf(model, name, year),
  );
  const result =
    computed !== null
      ? `${grouped(short(computed))}${rounded ? ', rounded to a whole unit' : ''}`
      : !years || years.ok
        ? 'no value'
        : years.error.message;
  const differs =
    stated !== null &&
    computed !== null &&
    Math.abs(stated - computed) > (rounded ? 0.5 : Math.abs(computed) * 1e-4);
  return {
    title: [...names, model.yearLabels[year] ?? ''].join(' · '),
    formula,
    numbers: parsed ? withNumbers(formula, parsed.names, terms) : formula,
    result,
    stated: differs ? grouped(stated) : null,
    terms,
    span: values.at(year).exists ? values.at(year).span : at.at('formula').span,
  };
}

/** Six figures are more than anybody reads. */
function short(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(7));
}

function termOf(model: CostModel, name: string, year: number): ExplainedTerm {
  if (name === 'y') return { name, meaning: 'year, from 1', value: String(year + 1), unit: '', span: null };
  const input = [...model.assumptions, ...model.prices].find(({ id }) => id === name);
  if (input) {
    return {
      name,
      meaning: input.at.at('name').text ?? input.at.at('item').text ?? '',
      value: input.value === null ? 'no value' : grouped(input.value),
      unit: input.at.at('unit').text ?? '',
      span: input.at.at('value').span,
    };
  }
  const index = model.derived.findIndex(({ id }) => id === name);
  const series = model.derived[index];
  if (!series) return { name, meaning: '', value: 'unknown', unit: '', span: null };
  const years = baseOf(model).derived[index];
  const value = years?.ok ? years.value[year] : undefined;
  return {
    name,
    meaning: series.at.at('note').text ?? '',
    value: value === undefined ? 'no value' : grouped(short(value)),
    unit: series.at.at('unit').text ?? '',
    span: series.at.keySpan,
  };
}

function withNumbers(
  formula: string,
  names: readonly { readonly text: string; readonly from: number; readonly to: number }[],
  terms: readonly ExplainedTerm[],
): string {
  let [written, at] = ['', 0];
  for (const { text, from, to } of names) {
    written += formula.slice(at, from) + (terms.find(({ name }) => name === text)?.value ?? text);
    at = to;
  }
  return (written + formula.slice(at)).replace(/ \* /g, ' × ');
}
