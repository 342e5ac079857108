import { err, ok, type Result } from '../../util/result';
import { computedOf } from './computed';
import { dependenciesOf } from './dependencies';
import type { FormulaError } from './formula';
import { evaluateFormula, type Lookup, roundHalfUp } from './formula-value';
import { type CostModel, type Discounting, type Series, YEARS } from './model';

/** Values that a case sets instead of the file's: by id of an assumption or price, or `meta.discount_rate`. */
export type Knobs = ReadonlyMap<string, number>;

/** Name under which the discount rate can be turned like an assumption. */
export const DISCOUNT_KNOB = 'meta.discount_rate';

/** Derived values that build on each other in a longer chain than this are refused. */
const MAX_CHAIN = 64;

/** One value per year, or why there is none. */
export type Years = Result<readonly number[], FormulaError>;

export interface OptionCost {
  /** Per line, in whole units, rounded half up per year. */
  readonly lines: readonly Years[];
  /** Per year; null when a line could not be computed. */
  readonly totals: readonly number[] | null;
  readonly total: number | null;
  /** Null when the rate or the convention is not stated. */
  readonly npv: number | null;
}

/** The whole model computed for one set of knobs. Lists run as in the model. */
export interface Evaluation {
  /** Unrounded. */
  readonly derived: readonly Years[];
  readonly options: readonly OptionCost[];
}

/** The model computed as it stands; computed once for the same inputs. */
export function baseOf(model: CostModel): Evaluation {
  const computed = computedOf(model);
  computed.base ??= compute(model, new Scope(model, new Map(), null), model.rate);
  return computed.base;
}

/** Net present value of yearly totals, rounded half up once: end of year discounts year y by y years, mid-year by y − 0.5. */
export function netPresentValue(
  totals: readonly number[],
  rate: number,
  discounting: Discounting,
): number | null {
  let sum = 0;
  totals.forEach((total, i) => {
    sum += total / (1 + rate) ** (i + (discounting === 'mid-year' ? 0.5 : 1));
  });
  return Number.isFinite(sum) ? roundHalfUp(sum) : null;
}

/**
 * Computes the model with some of its inputs set to other values. Series that do not rest on them are taken from the base. Total; a formula
 * that cannot be computed spoils only what depends on it.
 */
export function evaluate(model: CostModel, knobs: Knobs): Evaluation {
  return compute(model, new Scope(model, knobs, baseOf(model)), knobs.get(DISCOUNT_KNOB) ?? model.rate);
}

/** Derived values, lines rounded per cell, totals of the rounded cells, NPV. Costs one walk over each formula per year. */
function compute(model: CostModel, scope: Scope, rate: number | null): Evaluation {
  const derived = model.derived.map((series) => scope.derivedYears(series));
  const options = model.options.map((option): OptionCost => {
    const lines = option.lines.map((line) => scope.lineYears(line));
    const totals: number[] = Array.from({ length: YEARS }, () => 0);
    for (const line of lines) {
      if (!line.ok) return { lines, totals: null, total: null, npv: null };
      line.value.forEach((value, i) => {
        totals[i] = (totals[i] ?? 0) + value;
      });
    }
    const total = totals.reduce((a, b) => a + b, 0);
    const npv =
      rate === null || model.discounting === null ? null : netPresentValue(totals, rate, model.discounting);
    return { lines, totals, total, npv };
  });
  return { derived, options };
}

/** What names mean in one evaluation. */
class Scope {
  private readonly constants = new Map<string, number | null>();
  private readonly series = new Map<string, Series>();
  /** Values of derived names by year (index 1 to 5), once computed. */
  private readonly known = new Map<Series, Result<number, FormulaError>[]>();
  private readonly lookups: readonly Lookup[];
  private readonly open: string[] = [];
  /** Years of series that no knob touches. */
  private readonly settled = new Map<Series, Years>();

  constructor(
    private readonly model: CostModel,
    knobs: Knobs,
    base: Evaluation | null,
  ) {
    for (const quantity of [...model.assumptions, ...model.prices]) {
      if (quantity.id !== '' && !this.constants.has(quantity.id))
        this.constants.set(quantity.id, knobs.get(quantity.id) ?? quantity.value);
    }
    for (const series of model.derived) {
      this.series.set(series.id, series);
      this.known.set(series, []);
    }
    if (base) this.settle(knobs, base);
    this.lookups = Array.from({ length: YEARS + 1 }, (_, y) => (name: string) => this.lookup(name, y));
  }

  private settle(knobs: Knobs, base: Evaluation): void {
    const dependencies = dependenciesOf(this.model);
    const turned = [...knobs.keys()];
    const keep = (series: Series, years: Years | undefined) => {
      const names = dependencies.get(series);
      if (years && names && !turned.some((name) => names.has(name))) this.settled.set(series, years);
    };
    for (const [i, series] of this.model.derived.entries()) keep(series, base.derived[i]);
    for (const [i, option] of this.model.options.entries()) {
      for (const [j, line] of option.lines.entries()) keep(line, base.options[i]?.lines[j]);
    }
  }

  derivedYears(series: Series): Years {
    const settled = this.settled.get(series);
    if (settled) return settled;
    return this.years((y) => this.derivedValue(series, y));
  }

  lineYears(line: Series): Years {
    const settled = this.settled.get(line);
    if (settled) return settled;
    return this.years((y) => {
      const value = this.value(line, y);
      return value.ok ? ok(roundHalfUp(value.value)) : value;
    });
  }

  private years(valueIn: (y: number) => Result<number, FormulaError>): Years {
    if (this.model.tooLarge) return err({ message: 'The model has too many formulas', from: 0, to: 0 });
    const values: number[] = [];
    for (let y = 1; y <= YEARS; y++) {
      const value = valueIn(y);
      if (!value.ok) return value;
      values.push(value.value);
    }
    return ok(values);
  }

  private value(series: Series, y: number): Result<number, FormulaError> {
    if (series.formula === null) return err({ message: `${series.id} has no formula`, from: 0, to: 0 });
    if (!series.formula.ok) return series.formula;
    return evaluateFormula(series.formula.value, this.lookups[y] ?? (() => null));
  }

  private derivedValue(series: Series, y: number): Result<number, FormulaError> {
    const years = this.known.get(series) ?? [];
    const known = years[y];
    if (known) return known;
    this.open.push(series.id);
    const value = this.value(series, y);
    this.open.pop();
    years[y] = value;
    return value;
  }

  private lookup(name: string, y: number): ReturnType<Lookup> {
    if (name === 'y') return y;
    const constant = this.constants.get(name);
    if (typeof constant === 'number') return constant;
    if (constant === null) return { problem: `${name} has no value`, because: name };
    const series = this.series.get(name);
    if (!series) return null;
    const settled = this.settled.get(series);
    if (settled?.ok) return settled.value[y - 1] ?? null;
    const circle = this.open.indexOf(name);
    if (circle >= 0) {
      const way = [...this.open.slice(circle), name].join(' → ');
      return { problem: `The values build on each other in a circle: ${way}` };
    }
    if (this.open.length >= MAX_CHAIN)
      return { problem: `The values build on each other in a chain longer than ${MAX_CHAIN}` };
    const value = this.derivedValue(series, y);
    return value.ok ? value.value : { problem: `${name} cannot be computed`, because: name };
  }
}
