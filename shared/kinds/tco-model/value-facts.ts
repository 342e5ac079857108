import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import type { Span } from '../../text/span';
import { MAX_CASES, plainDriver, sensitivityRows } from './cases';
import { baseOf, type OptionCost } from './evaluate';
import { type CostModel, type CostOption, sumOf } from './model';

/** Numbers outside the options that are stated as values: enough for any model, and a bound on a file that is something else. */
const MOST_STATED = 1_000;

/**
 * Everything the model gives an amount of money for. One record per option (`model-values`, by slug) with a field per value: `npv`, `total`,
 * `total/2024`, `cumulative/2024`, `staffing/2024`, `staffing`, `npv@traffic growth=0.15`. A cell that its formula contradicts has a second field
 * with `~`: the finding about it is the model's own, and text that quotes either is not to blame. One record without option for the rest:
 * assumptions, prices and derived values in money, the retained problem cost, and what `x-` fields work out. `currency` names the money.
 */
export function valueFacts(model: CostModel): Fact[] {
  if (model.options.length === 0) return [];
  const cases = sensitivityRows(model).slice(0, MAX_CASES);
  const loose = new Values();
  const byOption = new Map<string, Values>();
  const options = model.options.filter((option) => option.id !== '');
  for (const option of options) byOption.set(option.id, new Values());
  stated(model, byOption, loose);
  const base = baseOf(model).options;
  model.options.forEach((option, i) => {
    const values = byOption.get(option.id);
    if (!values) return;
    ofOption(values, model, option, base[i]);
    for (const row of cases) {
      for (const end of ['low', 'high'] as const) {
        if (row[end] === null) continue;
        const at = row.at.at(`npv_${end}`, option.id);
        values.put(`npv@${plainDriver(row.driver)}=${row[end]}`, at.number, at.span);
      }
    }
  });
  const currency = model.root.at('meta', 'currency').text ?? '';
  const id = model.root.at('id').span;
  return [
    loose.fact('', { currency }, id),
    ...options.map((option) =>
      (byOption.get(option.id) ?? loose).fact(
        option.id,
        { currency, name: option.name },
        option.at.at('id').span,
      ),
    ),
  ];
}

/** Values by key, each with its place; the first of a key stays. */
class Values {
  private readonly fields: Record<string, number> = {};
  private readonly places: Record<string, Span> = {};

  put(key: string, value: number | null | undefined, at: Span): void {
    if (value === null || value === undefined || this.fields[key] !== undefined) return;
    this.fields[key] = value;
    this.places[key] = at;
  }

  /** What the file states, and beside it what the formulas give where that is something else. */
  both(key: string, written: number | null, computed: number | null | undefined, at: Span): void {
    this.put(key, written, at);
    if (written !== computed) this.put(`${key}~`, computed, at);
  }

  fact(id: string, extra: Readonly<Record<string, string>>, span: Span): Fact {
    const fields = { ...this.fields, ...extra };
    return { type: 'record', set: 'model-values', id, fields, places: this.places, span };
  }
}

function ofOption(values: Values, model: CostModel, option: CostOption, cost: OptionCost | undefined): void {
  const { at } = option;
  values.both('npv', option.npv, cost?.npv, at.at('npv').span);
  values.both('total', option.total, cost?.total, at.at('total_5yr').span);
  model.yearLabels.forEach((label, year) => {
    const place = at.at('totals', year).span;
    values.both(`total/${label}`, option.totals[year] ?? null, cost?.totals?.[year], place);
    values.put(`cumulative/${label}`, sumOf(option.totals.slice(0, year + 1)), place);
  });
  for (const [category, lines] of byCategory(option)) {
    const first = lines[0]?.at.at('values').span ?? at.span;
    const years = model.yearLabels.map((label, year) => {
      const sum = sumOf(lines.map((line) => line.values[year] ?? null));
      const computed = sumOf(lines.map((line) => lineValue(option, cost, line.id, year)));
      const cell = lines.length === 1 ? lines[0]?.at.at('values', year).span : first;
      values.both(`${category}/${label}`, sum, computed, cell ?? first);
      return sum;
    });
    values.put(category, sumOf(years), first);
  }
  // Lines that share a category are quoted by themselves too.
  for (const line of option.lines) {
    model.yearLabels.forEach((label, year) => {
      values.put(`${line.id}/${label}`, line.values[year], line.at.at('values', year).span);
    });
    values.put(line.id, sumOf(line.values), line.at.at('values').span);
  }
}

function lineValue(
  option: CostOption,
  cost: OptionCost | undefined,
  id: string,
  year: number,
): number | null {
  const years = cost?.lines[option.lines.findIndex((line) => line.id === id)];
  return years?.ok ? (years.value[year] ?? null) : null;
}

function byCategory(option: CostOption): ReadonlyMap<string, CostOption['lines']> {
  const found = new Map<string, CostOption['lines'][number][]>();
  for (const line of option.lines) {
    if (line.category === null) continue;
    found.set(line.category, [...(found.get(line.category) ?? []), line]);
  }
  return found;
}

/** Numbers outside the options. One whose path names an option belongs to it. */
function stated(model: CostModel, byOption: ReadonlyMap<string, Values>, loose: Values): void {
  const { root } = model;
  const currency = root.at('meta', 'currency').text;
  const money = (at: DataReader) => currency !== null && (at.at('unit').text ?? '').includes(currency);
  for (const { id, at } of [...model.assumptions, ...model.prices])
    if (id !== '' && money(at)) loose.put(id, at.at('value').number, at.at('value').span);
  for (const { id, at } of model.derived) {
    if (!money(at)) continue;
    model.yearLabels.forEach((label, year) => {
      loose.put(`${id}/${label}`, at.at('values', year).number, at.at('values', year).span);
    });
  }
  let left = MOST_STATED;
  const walk = (at: DataReader, name: string, owner: Values): void => {
    if (left <= 0) return;
    if (at.number !== null) {
      left--;
      owner.put(name, at.number, at.span);
    }
    for (const [key, member] of at.members) walk(member, `${name}.${key}`, byOption.get(key) ?? owner);
    at.items.forEach((item, i) => {
      walk(item, `${name}[${i + 1}]`, owner);
    });
  };
  for (const [key, at] of root.members) {
    if (key.startsWith('x-') || key === 'retained_problem_cost') walk(at, key, loose);
  }
  root.at('break_evens').items.forEach((entry, i) => {
    for (const [key, at] of entry.members)
      if (key.startsWith('x-')) walk(at, `break_evens[${i + 1}].${key}`, loose);
  });
}
