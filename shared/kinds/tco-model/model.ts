import type { Source } from '../../rubric/artifact';
import { DataReader } from '../../rubric/read-data';
import { DataTree } from '../../text/data-tree';
import type { Result } from '../../util/result';
import { type Formula, type FormulaError, parseFormula } from './formula';

/** A model always covers five years; `y` in formulas runs from 1 to 5. */
export const YEARS = 5;

/** Models with more formulas than this are not computed: nobody audits them by hand, and each is evaluated for every case. */
export const MAX_FORMULAS = 500;

export type Discounting = 'end-of-year' | 'mid-year';

/** An assumption or a price. */
export interface Quantity {
  readonly id: string;
  readonly value: number | null;
  readonly at: DataReader;
}

/** Something with a formula and five values: a derived value or a cost line. `formula` is null when the file writes none. */
export interface Series {
  readonly id: string;
  readonly formula: Result<Formula, FormulaError> | null;
  readonly at: DataReader;
}

export interface CostLine extends Series {
  readonly category: string | null;
  /** Stated values; null where a year has no number. */
  readonly values: readonly (number | null)[];
}

export interface CostOption {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly CostLine[];
  readonly totals: readonly (number | null)[];
  readonly total: number | null;
  readonly npv: number | null;
  readonly at: DataReader;
}

/** A five-year cost model as far as it is written. */
export interface CostModel {
  readonly root: DataReader;
  /** What the columns are called: the stated years, or "Year 1" and so on. */
  readonly yearLabels: readonly string[];
  readonly rate: number | null;
  readonly discounting: Discounting | null;
  readonly assumptions: readonly Quantity[];
  readonly prices: readonly Quantity[];
  readonly derived: readonly Series[];
  readonly options: readonly CostOption[];
  /** More formulas than {@link MAX_FORMULAS}: nothing is computed. */
  readonly tooLarge: boolean;
}

export function readCostModel(source: Source): CostModel {
  const tree =
    source.format === 'yaml' || source.format === 'json' ? source.data : new DataTree(source.text, null, []);
  const root = new DataReader(tree);
  const derived = root.at('derived').members.map(([id, at]) => ({ id, formula: formulaAt(at), at }));
  const options = root.at('options').items.map(readOption);
  const formulas = derived.length + options.reduce((sum, option) => sum + option.lines.length, 0);
  const discounting = root.at('meta', 'discounting').text;
  return {
    root,
    yearLabels: Array.from(
      { length: YEARS },
      (_, i) => root.at('meta', 'years', i).spelled ?? `Year ${i + 1}`,
    ),
    rate: root.at('meta', 'discount_rate').number,
    discounting: discounting === 'end-of-year' || discounting === 'mid-year' ? discounting : null,
    assumptions: quantities(root.at('assumptions')),
    prices: quantities(root.at('prices')),
    derived,
    options,
    tooLarge: formulas > MAX_FORMULAS,
  };
}

function quantities(at: DataReader): Quantity[] {
  return at.items.map((item) => ({
    id: item.at('id').text ?? '',
    value: item.at('value').number,
    at: item,
  }));
}

function readOption(at: DataReader): CostOption {
  return {
    id: at.at('id').text ?? '',
    name: at.at('name').text ?? at.at('id').text ?? '',
    lines: at.at('lines').items.map((line) => ({
      id: line.at('id').text ?? '',
      category: line.at('category').text,
      formula: formulaAt(line),
      values: fiveNumbers(line.at('values')),
      at: line,
    })),
    totals: fiveNumbers(at.at('totals')),
    total: at.at('total_5yr').number,
    npv: at.at('npv').number,
    at,
  };
}

/** A formula may be a bare number, which YAML reads as one. */
function formulaAt(at: DataReader): Result<Formula, FormulaError> | null {
  const text = at.at('formula').spelled;
  return text === null ? null : parseFormula(text);
}

function fiveNumbers(at: DataReader): (number | null)[] {
  return Array.from({ length: YEARS }, (_, i) => at.at(i).number);
}

/** The sum of numbers, or null when one is missing. */
export function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Stated values of one year added over the lines of an option; null when a cell is missing. */
export function statedSum(option: CostOption, year: number): number | null {
  return sumOf(option.lines.map((line) => line.values[year] ?? null));
}

/** The place of a formula error in the file; the whole formula when its text is written with escapes. */
export function formulaSpan(at: DataReader, error: { readonly from: number; readonly to: number }) {
  const formula = at.at('formula');
  const { span } = formula;
  if (formula.spelled === null || formula.tree.text.slice(span.from, span.to) !== formula.spelled)
    return span;
  const from = Math.min(span.from + error.from, span.to);
  const to = Math.min(span.from + error.to, span.to);
  return to > from ? { from, to } : span;
}
