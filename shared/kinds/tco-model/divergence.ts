import type { TextEdit } from '../../rubric/finding';
import type { DataReader } from '../../rubric/read-data';
import { baseOf } from './evaluate';
import type { CostLine, CostModel, Series } from './model';

/** A cell may differ from its formula by one unit: rounding on the way. */
export const CELL_TOLERANCE = 1;

/** A stated value that its formula does not give. `year` runs from 0. */
export interface Divergence {
  readonly series: Series;
  readonly year: number;
  readonly stated: number;
  readonly computed: number;
  readonly at: DataReader;
  /** The computed value as the file would write it. */
  readonly written: string;
}

/** Years in which a line's stated cell is further than the tolerance from its formula. Empty when the formula cannot be computed. */
function lineDivergences(line: CostLine, computed: readonly number[]): Divergence[] {
  return line.values.flatMap((stated, year) => {
    const value = computed[year] ?? 0;
    if (stated === null || Math.abs(stated - value) <= CELL_TOLERANCE) return [];
    return [
      { series: line, year, stated, computed: value, at: line.at.at('values', year), written: String(value) },
    ];
  });
}

/** Stated derived values are for reading and carry the decimals shown: each must be the exact value rounded to them. */
function derivedDivergences(series: Series, computed: readonly number[]): Divergence[] {
  return computed.flatMap((value, year) => {
    const at = series.at.at('values', year);
    const stated = at.number;
    if (stated === null) return [];
    const { from, to } = at.span;
    const decimals = /\.(\d+)$/.exec(at.tree.text.slice(from, to))?.[1]?.length ?? 0;
    if (Math.abs(stated - value) <= 0.5 * 10 ** -decimals + 1e-9 * Math.abs(value)) return [];
    return [{ series, year, stated, computed: value, at, written: String(Number(value.toFixed(decimals))) }];
  });
}

const found = new WeakMap<CostModel, readonly (readonly Divergence[])[]>();

/** All divergences of a model, one list per derived value or line that has any, in file order of derived values, then options. */
export function divergences(model: CostModel): readonly (readonly Divergence[])[] {
  let known = found.get(model);
  if (!known) {
    const base = baseOf(model);
    known = [
      ...model.derived.map((series, i) => {
        const years = base.derived[i];
        return years?.ok ? derivedDivergences(series, years.value) : [];
      }),
      ...model.options.flatMap((option, i) =>
        option.lines.map((line, j) => {
          const years = base.options[i]?.lines[j];
          return years?.ok ? lineDivergences(line, years.value) : [];
        }),
      ),
    ].filter((list) => list.length > 0);
    found.set(model, known);
  }
  return known;
}

/** True when a line of the option has a cell that its formula does not give: what TCO-04 tells. */
export function cellsDiverge(model: CostModel, index: number): boolean {
  const lines: readonly Series[] = model.options[index]?.lines ?? [];
  return divergences(model).some((list) => list.some((d) => lines.includes(d.series)));
}

/** Writes every value, total and NPV that the formulas give and the file does not, in text order. Null when a formula is broken. */
export function recomputeEdits(model: CostModel): readonly TextEdit[] | null {
  const edits: TextEdit[] = divergences(model).flatMap((list) =>
    list.map((d) => ({ ...d.at.span, insert: d.written })),
  );
  const { options } = baseOf(model);
  for (const [index, option] of model.options.entries()) {
    const cost = options[index];
    if (!cost?.totals || cost.npv === null || cost.total === null) return null;
    const write = (at: DataReader, stated: number | null, value: number) => {
      if (at.exists && stated !== value) edits.push({ ...at.span, insert: String(value) });
    };
    const totals = cost.totals;
    for (const [year, stated] of option.totals.entries()) {
      write(option.at.at('totals', year), stated, totals[year] ?? 0);
    }
    write(option.at.at('total_5yr'), option.total, cost.total);
    write(option.at.at('npv'), option.npv, cost.npv);
  }
  return edits.sort((a, b) => a.from - b.from);
}
