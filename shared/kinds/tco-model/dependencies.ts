import type { CostModel, Series } from './model';

/** Names that a series rests on, through derived values too. */
export type Dependencies = ReadonlyMap<Series, ReadonlySet<string>>;

const known = new WeakMap<CostModel, Dependencies>();

/**
 * What each derived value and line of a model rests on. A sensitivity case turns one or two knobs, and most series do not feel them; knowing
 * which ones do makes a case several times cheaper. Computed once per model. Circles end at the first repetition.
 */
export function dependenciesOf(model: CostModel): Dependencies {
  let found = known.get(model);
  if (!found) {
    const byName = new Map(model.derived.map((series) => [series.id, series]));
    const lines = model.options.flatMap((option) => option.lines);
    found = new Map([...model.derived, ...lines].map((series) => [series, reach(series, byName)]));
    known.set(model, found);
  }
  return found;
}

function reach(series: Series, byName: ReadonlyMap<string, Series>): ReadonlySet<string> {
  const names = new Set<string>();
  const open = [series];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const { text } of next.formula?.ok ? next.formula.value.names : []) {
      if (names.has(text)) continue;
      names.add(text);
      const derived = byName.get(text);
      if (derived) open.push(derived);
    }
  }
  return names;
}
