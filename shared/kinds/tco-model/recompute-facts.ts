import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import type { Span } from '../../text/span';
import {
  breakEvens,
  cheapest,
  gapAt,
  MAX_CASES,
  meets,
  type Npvs,
  npvsAt,
  plainDriver,
  type SensitivityRow,
  sensitivityRows,
} from './cases';
import { divergences } from './divergence';
import { baseOf, DISCOUNT_KNOB, netPresentValue } from './evaluate';
import { type CostModel, statedSum, sumOf } from './model';

/** A stated NPV may be off by one unit: rounding on the way (TCO-03 allows the same). */
const TOLERANCE = 1;

/**
 * Which of the model's figures follow from it. One record per group of figures (`tco-recomputed`): how many are there (`checked`), how many
 * don't follow (`wrong`), and the criterion that says so (`criterion`). Sensitivity rows have no criterion of their own: each end that doesn't
 * recompute is a record (`tco-sensitivity-gap`).
 */
export function recomputeFacts(model: CostModel): Fact[] {
  if (model.options.length === 0) return [];
  const cells = model.options.flatMap((o) => o.lines);
  const diverging = divergences(model);
  const base = baseOf(model);
  const broken = [...base.derived, ...base.options.flatMap((o) => o.lines)].filter((years) => !years.ok);
  const at = model.root.at('options').keySpan;
  const wrongCells = diverging.length + broken.length;
  return [
    group('cells', cells.length, wrongCells, 'TCO-04', at),
    group('totals', model.options.length, wrongTotals(model), 'TCO-02', at),
    group('npv', model.options.length, wrongNpvs(model), 'TCO-03', at),
    ...breakEvenGroup(model),
    ...(wrongCells === 0 ? sensitivityFacts(model) : []),
  ];
}

function group(id: string, checked: number, wrong: number, criterion: string | null, span: Span): Fact {
  const fields = { checked, wrong, ...(criterion === null ? {} : { criterion }) };
  return { type: 'record', set: 'tco-recomputed', id, fields, places: {}, span };
}

function wrongTotals(model: CostModel): number {
  return model.options.filter((option) => {
    const sums = option.totals.map((_, year) => statedSum(option, year));
    return option.totals.some((total, year) => total !== sums[year]) || option.total !== sumOf(sums);
  }).length;
}

function wrongNpvs(model: CostModel): number {
  const { rate, discounting } = model;
  if (rate === null || discounting === null) return model.options.length;
  return model.options.filter(({ totals, npv }) => {
    const known = totals.filter((total) => total !== null);
    const wanted = known.length < totals.length ? null : netPresentValue(known, rate, discounting);
    return wanted === null || npv === null || Math.abs(npv - wanted) > TOLERANCE;
  }).length;
}

function breakEvenGroup(model: CostModel): Fact[] {
  const at = model.root.at('break_evens');
  const entries = breakEvens(model);
  if (entries.length === 0 || entries.length > MAX_CASES) return [];
  const wrong = entries.filter((entry) => {
    const gap = gapAt(model, entry);
    return gap === null || !meets(gap);
  });
  return [group('break-evens', entries.length, wrong.length, 'TCO-07', at.keySpan)];
}

/** Broken formulas have their finding, and every row would fail with them: rows are compared once the cells are right. */
function sensitivityFacts(model: CostModel): Fact[] {
  const rows = sensitivityRows(model);
  if (rows.length === 0 || rows.length > MAX_CASES) return [];
  const gaps = rows.flatMap((row, i) => rowGaps(model, row, i));
  const at = model.root.at('sensitivity').keySpan;
  const stale = gaps.filter((gap) => gap.edits.length > 0);
  const told =
    stale.length > MOST_APART ? [staleBlock(stale, at), ...gaps.filter((gap) => !stale.includes(gap))] : gaps;
  return [group('sensitivity', rows.length * 2, gaps.length, null, at), ...told.map(gapFact)];
}

/** One change of the model (a wage, a price) makes every row stale: more gaps than this are one, for the whole block. */
const MOST_APART = 3;

function staleBlock(gaps: readonly Gap[], span: Span): Gap {
  const message = `${gaps.length} ends of the sensitivity rows do not recompute, as if the model had changed since; the first: ${gaps[0]?.message ?? ''}`;
  const edits = gaps.flatMap((gap) => gap.edits).sort((a, b) => a.span.from - b.span.from);
  return { id: 'block', driver: '', message, span, edits };
}

interface Gap {
  readonly id: string;
  readonly driver: string;
  readonly message: string;
  readonly span: Span;
  readonly edits: readonly Edit[];
}

function gapFact({ id, driver, message, span, edits }: Gap): Fact {
  return {
    type: 'record',
    set: 'tco-sensitivity-gap',
    id,
    fields: { driver, message, write: edits.map((e) => e.insert) },
    places: Object.fromEntries(edits.map((e, i) => [`write${i}`, e.span])),
    span,
  };
}

function rowGaps(model: CostModel, row: SensitivityRow, index: number): Gap[] {
  const driver = plainDriver(row.driver);
  const gap = (what: string, message: string, span: Span, edits: readonly Edit[]): Gap => ({
    id: `${index + 1}/${what}`,
    driver,
    message,
    span,
    edits,
  });
  if (row.driver === '') return [];
  if (row.knob === null) {
    const message = `"${row.driver}" ends with no id of an assumption or price, so its row cannot be recomputed`;
    return [gap('driver', message, row.at.at('driver').span, [])];
  }
  const out: Gap[] = [];
  const own = row.knob === DISCOUNT_KNOB ? model.rate : baseValue(model, row.knob);
  if (own !== null && row.base !== null && row.base !== own) {
    const span = row.at.at('base').span;
    const message = `"${driver}": the row has its base at ${row.base}, the model at ${own}`;
    out.push(gap('base', message, span, [{ span, insert: String(own) }]));
  }
  for (const end of ['low', 'high'] as const) {
    const values = npvsAt(model, row, row[end]);
    if (values) out.push(...endGaps(row, end, values).map((g) => gap(end, g.message, g.span, g.edits)));
  }
  return out;
}

interface Edit {
  readonly span: Span;
  readonly insert: string;
}

/** One problem per end: its first figure that doesn't recompute, with the right values for all of them. */
function endGaps(
  row: SensitivityRow,
  end: 'low' | 'high',
  values: Npvs,
): { readonly message: string; readonly span: Span; readonly edits: readonly Edit[] }[] {
  const where = `"${plainDriver(row.driver)}" at ${row[end]}`;
  const wrong: { at: DataReader; id: string; stated: number; value: number }[] = [];
  for (const [id, value] of values) {
    const at = row.at.at(`npv_${end}`, id);
    const stated = at.number;
    if (stated !== null && Math.abs(stated - value) > TOLERANCE) wrong.push({ at, id, stated, value });
  }
  wrong.sort((a, b) => a.at.span.from - b.at.span.from);
  const winner = row.at.at(`winner_${end}`);
  const best = cheapest(values);
  const lowest = Math.min(...values.values());
  const named = values.get(winner.text ?? '');
  const edits = wrong.map(({ at, value }) => ({ span: at.span, insert: String(value) }));
  if (best !== null && named !== undefined && named > lowest) edits.push({ span: winner.span, insert: best });
  edits.sort((a, b) => a.span.from - b.span.from);
  const [first] = wrong;
  if (first) {
    const message = `${where}: stated NPV ${first.stated} of ${first.id}, computed ${first.value}`;
    return [{ message, span: first.at.span, edits }];
  }
  if (edits.length === 0) return [];
  const message = `${where}: ${winner.text} is named the winner, ${best} has the lowest NPV, ${lowest}`;
  return [{ message, span: winner.span, edits }];
}

function baseValue(model: CostModel, id: string): number | null {
  return [...model.assumptions, ...model.prices].find((q) => q.id === id)?.value ?? null;
}
