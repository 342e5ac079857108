import type { DataReader } from '../../rubric/read-data';
import { computedOf } from './computed';
import { baseOf, DISCOUNT_KNOB, type Evaluation, evaluate, type Knobs } from './evaluate';
import type { CostModel } from './model';

/** At most this many sensitivity rows and break-evens are recomputed; each costs the whole model once or twice. */
export const MAX_CASES = 60;

/** At most this many computed cases are kept of one set of inputs; each row has two, each break-even one. */
const MOST_KEPT = 4 * MAX_CASES;

/** NPV by option id. Options without one (a formula is broken) are absent. */
export type Npvs = ReadonlyMap<string, number>;

/** A sensitivity row: one driver at two ends, everything else at base, switches named by `x-with` set at both. */
export interface SensitivityRow {
  readonly driver: string;
  /** What the driver turns: an id, or `meta.discount_rate`; null when the words name nothing of the model. */
  readonly knob: string | null;
  readonly low: number | null;
  readonly base: number | null;
  readonly high: number | null;
  readonly at: DataReader;
}

export interface BreakEven {
  readonly driver: string;
  readonly knob: string | null;
  readonly value: number | null;
  /** Option ids; fewer than two when the file does not say. */
  readonly between: readonly string[];
  readonly at: DataReader;
}

export function sensitivityRows(model: CostModel): SensitivityRow[] {
  return model.root.at('sensitivity').items.map((at) => {
    const driver = at.at('driver').text ?? '';
    return {
      driver,
      knob: knobOf(model, driver),
      low: at.at('low').number,
      base: at.at('base').number,
      high: at.at('high').number,
      at,
    };
  });
}

export function breakEvens(model: CostModel): BreakEven[] {
  return model.root.at('break_evens').items.map((at) => {
    const driver = at.at('driver').text ?? '';
    return {
      driver,
      knob: knobOf(model, driver),
      value: at.at('value').number,
      between: at.at('between').texts,
      at,
    };
  });
}

/** Drivers are named in plain words with the id in parentheses at the end, or by the id alone. */
export function knobOf(model: CostModel, driver: string): string | null {
  const id = /\(([\w.]+)\)\s*$/.exec(driver)?.[1] ?? driver.trim();
  if (id === DISCOUNT_KNOB || id === 'discount_rate') return DISCOUNT_KNOB;
  return [...model.assumptions, ...model.prices].some((q) => q.id === id) ? id : null;
}

/** A driver's words without the id. */
export function plainDriver(driver: string): string {
  return driver.replace(/(?<!\s)\s*\([\w.]+\)\s*$/, '');
}

/** NPVs of all options with one knob turned, and the row's `x-with` values set. Null when there is nothing to turn. */
export function npvsAt(
  model: CostModel,
  item: { readonly knob: string | null; readonly at: DataReader },
  value: number | null,
): Npvs | null {
  if (item.knob === null || value === null) return null;
  const knobs = new Map<string, number>(switches(item.at));
  knobs.set(item.knob, value);
  return npvs(model, knobs);
}

/** A case is computed once: the preview and the criteria ask for the same ones. */
function npvs(model: CostModel, knobs: Knobs): Npvs {
  const { cases } = computedOf(model);
  const key = JSON.stringify([...knobs].sort(([a], [b]) => (a < b ? -1 : 1)));
  let found = cases.get(key);
  if (!found) {
    found = npvsOf(model, evaluate(model, knobs));
    // The ends of the rows may be written over many times while the inputs stay.
    if (cases.size >= MOST_KEPT) cases.clear();
    cases.set(key, found);
  }
  return found;
}

function npvsOf(model: CostModel, { options }: Evaluation): Npvs {
  const found = new Map<string, number>();
  model.options.forEach((option, i) => {
    const npv = options[i]?.npv;
    if (option.id !== '' && npv !== null && npv !== undefined) found.set(option.id, npv);
  });
  return found;
}

/** The cheapest option; the one that stands first in the file on a tie. */
export function cheapest(values: Npvs): string | null {
  let best: string | null = null;
  for (const [id, npv] of values) if (best === null || npv < (values.get(best) ?? 0)) best = id;
  return best;
}

/** Ids of the two cheapest options at base, cheapest first; computed where the formulas allow, else as stated. */
export function leaders(model: CostModel): readonly string[] {
  return model.options
    .map((option, i) => ({ id: option.id, npv: baseOf(model).options[i]?.npv ?? option.npv }))
    .filter((option): option is { id: string; npv: number } => option.npv !== null && option.id !== '')
    .sort((a, b) => a.npv - b.npv)
    .slice(0, 2)
    .map((option) => option.id);
}

function switches(at: DataReader): [string, number][] {
  return at
    .at('x-with')
    .members.flatMap(([id, value]): [string, number][] =>
      value.number === null ? [] : [[id, value.number]],
    );
}

/** Two NPVs count as equal within this share of the smaller one. */
const MEETING = 0.001;

/** True when the two NPVs meet at a break-even. */
export function meets(gap: { readonly difference: number; readonly smaller: number }): boolean {
  return Math.abs(gap.difference) <= MEETING * gap.smaller;
}

/** Second option's NPV less the first's at a break-even, and the smaller of the two; null when either cannot be computed. */
export function gapAt(model: CostModel, entry: BreakEven): { difference: number; smaller: number } | null {
  const values = npvsAt(model, entry, entry.value);
  const a = values?.get(entry.between[0] ?? '');
  const b = values?.get(entry.between[1] ?? '');
  return a === undefined || b === undefined ? null : { difference: b - a, smaller: Math.min(a, b) };
}
