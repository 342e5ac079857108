import type { Problem } from '../../rubric/criterion';
import type { TextEdit } from '../../rubric/finding';
import { editDistance } from '../../util/edit-distance';
import type { Divergence } from './divergence';
import type { Years } from './evaluate';
import { RESERVED_NAMES } from './formula';
import { type CostModel, formulaSpan, type Series } from './model';

/** A formula that is missing, does not parse or has no value; silent when another formula's finding already says why. */
export function brokenFormula(model: CostModel, series: Series, years: Years | undefined): Problem[] {
  if (!years || years.ok || years.error.because !== undefined) return [];
  if (series.formula === null)
    return [
      {
        span: series.at.at('id').exists ? series.at.at('id').span : series.at.keySpan,
        message: `${series.id} has no formula`,
      },
    ];
  const { error } = years;
  const span = formulaSpan(series.at, error);
  const near = nearestName(model, series.at.tree.text.slice(span.from, span.to));
  return [
    {
      span,
      message: `${series.id}: ${error.message}`,
      ...(near ? { hint: `The nearest name is ${near}.` } : {}),
    },
  ];
}

/** A formula whose stated values differ: at the first of them. `all` is the repair of the whole model, offered when several formulas differ. */
export function divergence(
  model: CostModel,
  list: readonly Divergence[],
  all: readonly TextEdit[] | null,
): Problem {
  // The lists that divergences() answers are never empty.
  const first = list[0] as Divergence;
  const more = list.length > 1 ? `, and ${list.length - 1} more of its years diverge` : '';
  return {
    span: first.at.span,
    message: `${first.series.id}, ${model.yearLabels[first.year]}: stated ${first.stated}, the formula gives ${first.written}${more}`,
    fix: all
      ? { title: 'Write all values, totals and NPVs as the formulas give them', edits: all }
      : {
          title: 'Write the values as the formula gives them',
          edits: list.map((d) => ({ ...d.at.span, insert: d.written })),
        },
  };
}

/** Names that stand for two things, or for what formulas already mean by them. */
export function clashingNames(model: CostModel): Problem[] {
  const seen = new Set<string>(RESERVED_NAMES);
  const named = [
    ...[...model.assumptions, ...model.prices].map((q) => ({ id: q.id, span: q.at.at('id').span })),
    ...model.derived.map((series) => ({ id: series.id, span: series.at.keySpan })),
  ];
  return named.flatMap(({ id, span }) => {
    if (id === '' || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        span,
        message: RESERVED_NAMES.includes(id)
          ? `${id} has a meaning of its own in formulas`
          : `${id} stands for two things`,
      },
    ];
  });
}

/** Assumptions and prices that a formula uses and that have no number. */
export function valuelessNames(model: CostModel): Problem[] {
  const all: readonly Series[] = [...model.derived, ...model.options.flatMap((option) => option.lines)];
  const used = new Set(
    all.flatMap((series) => (series.formula?.ok ? series.formula.value.names.map((n) => n.text) : [])),
  );
  return [...model.assumptions, ...model.prices].flatMap((quantity) => {
    if (quantity.value !== null || !used.has(quantity.id)) return [];
    const value = quantity.at.at('value');
    return [
      {
        span: value.exists ? value.span : quantity.at.at('id').span,
        message: `${quantity.id} is used in a formula and has no number`,
      },
    ];
  });
}

function nearestName(model: CostModel, name: string): string | null {
  if (!/^\w{2,}$/.test(name)) return null;
  const known = [...model.assumptions, ...model.prices, ...model.derived].map((named) => named.id);
  let best: { id: string; distance: number } | null = null;
  for (const id of known) {
    const distance = id === name ? 99 : editDistance(id, name, 2);
    if (distance <= 2 && (!best || distance < best.distance)) best = { id, distance };
  }
  return best?.id ?? null;
}
