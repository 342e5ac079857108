import type { Span } from '../../text/span';
import { type BreakEven, breakEvens, cheapest, sensitivityRows } from './cases';
import { baseOf, DISCOUNT_KNOB, type Evaluation, evaluate } from './evaluate';
import type { CostModel } from './model';

/** An input that the file itself calls worth moving. */
export interface InputKnob {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly base: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly span: Span;
  /** Where two options cost the same, everything else at base. */
  readonly meets: readonly { readonly value: number; readonly between: readonly string[] }[];
}

export interface TriedCost {
  readonly id: string;
  readonly name: string;
  readonly npv: number | null;
  readonly baseNpv: number | null;
  readonly total: number | null;
  readonly totals: readonly number[] | null;
}

/** What other inputs lead to. `problem` says why nothing can be tried. */
export interface InputsAnswer {
  readonly problem: string | null;
  readonly currency: string;
  readonly knobs: readonly InputKnob[];
  readonly options: readonly TriedCost[];
  readonly cheapest: string | null;
  readonly baseCheapest: string | null;
}

/** More sliders than this are no help. */
const MOST_KNOBS = 12;

/** The whole model with some inputs set to other values: nothing of the file changes. `question` is a record of numbers by id. */
export function tryInputs(model: CostModel, question: unknown): InputsAnswer {
  const knobs = knobsOf(model);
  const currency = model.root.at('meta', 'currency').spelled ?? '';
  const base = baseOf(model);
  const problem =
    knobs.length === 0
      ? 'The model names no driver with a value in `sensitivity` or `break_evens` yet.'
      : base.options.every((option) => option.npv === null)
        ? 'No option has a net present value that can be computed yet.'
        : null;
  const set = settings(question, knobs);
  const tried = set.size === 0 ? base : evaluate(model, set);
  return {
    problem,
    currency,
    knobs,
    options: model.options.map((option, i) => ({
      id: option.id,
      name: option.name,
      npv: tried.options[i]?.npv ?? null,
      baseNpv: base.options[i]?.npv ?? null,
      total: tried.options[i]?.total ?? null,
      totals: tried.options[i]?.totals ?? null,
    })),
    cheapest: cheapest(npvs(model, tried)),
    baseCheapest: cheapest(npvs(model, base)),
  };
}

function npvs(model: CostModel, { options }: Evaluation): ReadonlyMap<string, number> {
  return new Map(
    model.options.flatMap((option, i) => {
      const npv = options[i]?.npv ?? null;
      return npv === null ? [] : [[option.id, npv] as const];
    }),
  );
}

function settings(question: unknown, knobs: readonly InputKnob[]): ReadonlyMap<string, number> {
  const asked =
    typeof question === 'object' && question !== null ? (question as Readonly<Record<string, unknown>>) : {};
  return new Map(
    knobs.flatMap(({ id, base }) => {
      const value = Object.hasOwn(asked, id) ? asked[id] : undefined;
      return typeof value === 'number' && Number.isFinite(value) && value !== base
        ? [[id, value] as const]
        : [];
    }),
  );
}

/** Every driver of sensitivity and break-evens once, over the widest range that the file looks at. */
function knobsOf(model: CostModel): InputKnob[] {
  const found = new Map<string, { values: number[]; unit: string | null; meets: BreakEven[] }>();
  const of = (id: string) => {
    const known = found.get(id) ?? { values: [], unit: null, meets: [] };
    found.set(id, known);
    return known;
  };
  for (const { knob, low, high, at } of sensitivityRows(model)) {
    if (knob === null) continue;
    const entry = of(knob);
    entry.values.push(...[low, high].filter((value) => value !== null));
    entry.unit ??= at.at('unit').text;
  }
  for (const entry of breakEvens(model)) {
    if (entry.knob === null || entry.value === null) continue;
    of(entry.knob).values.push(entry.value);
    of(entry.knob).meets.push(entry);
  }
  return [...found]
    .flatMap(([id, { values, unit, meets }]) => {
      const input = inputOf(model, id);
      if (input.base === null) return [];
      const [min, max] = [Math.min(input.base, ...values), Math.max(input.base, ...values)];
      if (!(min < max)) return [];
      return [
        {
          id,
          name: input.name,
          unit: unit ?? input.unit,
          base: input.base,
          min,
          max,
          step: stepOf([input.base, ...values], max - min),
          span: input.span,
          meets: meets.map(({ value, between }) => ({ value: value ?? 0, between })),
        },
      ];
    })
    .slice(0, MOST_KNOBS);
}

function inputOf(model: CostModel, id: string) {
  if (id === DISCOUNT_KNOB) {
    const at = model.root.at('meta', 'discount_rate');
    return { base: model.rate, name: 'discount rate', unit: 'share/year', span: at.span };
  }
  const quantity = [...model.assumptions, ...model.prices].find((each) => each.id === id);
  const at = quantity?.at;
  return {
    base: quantity?.value ?? null,
    name: at?.at('name').text ?? at?.at('item').text ?? id,
    unit: at?.at('unit').text ?? null,
    span: at?.at('value').span ?? model.root.span,
  };
}

/** Whole numbers go by ones; others in about a hundred round steps. */
function stepOf(values: readonly number[], range: number): number {
  if (values.every(Number.isInteger) && range >= 3) return range > 400 ? roundStep(range / 100) : 1;
  return roundStep(range / 100);
}

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const digit = step / power;
  return Number(((digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power).toPrecision(6));
}
