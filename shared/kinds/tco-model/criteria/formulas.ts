import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { editDistance } from '../../../util/edit-distance';
import { type Divergence, divergences, recomputeEdits } from '../divergence';
import { baseOf, type Years } from '../evaluate';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { RESERVED_NAMES } from '../formula';
import { type CostModel, formulaSpan, MAX_FORMULAS, type Series } from '../model';

/** TCO-04: each derived value and each cell is what its formula gives. One finding per formula: its first cell that diverges. */
export const formulas: AutoCriterion<CostModel> = {
  id: 'TCO-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Formulas evaluate to the values',
  failTitle: 'A formula does not give its values',
  why: 'A model whose cells do not follow from its own assumptions cannot be re-run with other ones, so nobody can test the decision.',
  hint: 'Correct the first cell that diverges from its formula, or the formula; every name must be an assumption, a price or a derived value.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.options.length === 0) return failBecause('TCO-01');
    if (model.tooLarge) {
      const message = `The model has more than ${MAX_FORMULAS} formulas; that many are not computed`;
      return judge([{ span: model.root.at('options').keySpan, message }]);
    }
    const base = baseOf(model);
    const problems: Problem[] = [...clashingNames(model), ...valuelessNames(model)];
    model.derived.forEach((series, i) => {
      problems.push(...broken(model, series, base.derived[i]));
    });
    model.options.forEach((option, i) => {
      option.lines.forEach((line, j) => {
        problems.push(...broken(model, line, base.options[i]?.lines[j]));
      });
    });
    const diverging = divergences(model);
    const all = diverging.length > 1 ? recomputeEdits(model) : null;
    for (const list of diverging) problems.push(divergence(model, list, all));
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      model.options.flatMap((o) => o.lines.slice(0, 2).map((line) => line.at.at('formula').span)),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['a_unit * G'] }],
    fail: [
      { source: changed('[840, 840, 840, 840, 840]', '[840, 840, 842, 850, 840]'), at: ['842'] },
      { source: changed('2.07]', '2.08]'), at: ['2.08'] },
      { source: changed('"2 * a_unit * G"', '"2 * a_units * G"'), at: ['a_units'] },
      { source: changed('"p_day * 12"', '"p_day * (12"'), at: ['('] },
      { source: changed('(1 + a_growth) ^ (y - 1)', '(1 + a_growth) ^ G'), at: ['G'] },
      {
        source: changed(
          'id: a_move, name: migration labour, value: 3000',
          'id: a_move, name: migration labour, value: unknown',
        ),
        at: ['unknown'],
      },
    ],
  },
};

/** A formula that is missing, does not parse or has no value; silent when another formula's finding already says why. */
function broken(model: CostModel, series: Series, years: Years | undefined): Problem[] {
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

function divergence(
  model: CostModel,
  list: readonly Divergence[],
  all: ReturnType<typeof recomputeEdits>,
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

function clashingNames(model: CostModel): Problem[] {
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
function valuelessNames(model: CostModel): Problem[] {
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
