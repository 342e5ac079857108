import {
  type AutoCriterion,
  fail,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { putNumber, putText } from '../../../rubric/repairs/write-value';
import { criticalWeight, type Matrix, ownWeights, renormalised, standing, weightsBalance } from '../model';

/** Margins are quoted to two decimals or more, weights to two decimals. */
const MARGIN_TOLERANCE = 0.005 + 1e-9;
const WEIGHT_TOLERANCE = 0.05;

/** TM-08: every weight moved by ± swing_pct, the others renormalised, must give what the file says. */
export const sensitivity: AutoCriterion<Matrix> = {
  id: 'TM-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Sensitivity is reported and true',
  failTitle: 'The sensitivity analysis is missing or wrong',
  why: 'A total answers who wins today; staff-level work says what would have to change for someone else to win.',
  hint: 'Swing each weight, renormalise the others, and record the winner and margin at both ends and the weight that flips the winner.',
  sources: ['MCDM'],
  check: ({ model }) => {
    const at = model.root.at('sensitivity');
    if (model.options.length === 0) return failBecause('TM-05');
    if (!at.exists)
      return fail({ span: model.root.at('recommendation').span, message: 'The matrix has no `sensitivity`' });
    if (!weightsBalance(model) || !model.computable)
      return notEvaluated('Sensitivity can be judged when the weights sum to 100 and the grid is full');
    const swing = at.at('swing_pct').number;
    if (swing === null) return fail({ span: at.keySpan, message: 'The sensitivity states no `swing_pct`' });
    const problems: Problem[] = [];
    const weights = ownWeights(model);
    model.criteria.forEach((criterion, index) => {
      const row = at.at('results').items.find((item) => item.at('criterion').text === criterion.id);
      if (!row) {
        problems.push({
          span: at.at('results').keySpan,
          message: `The results have no row for ${criterion.id}`,
        });
        return;
      }
      for (const [side, factor] of [
        ['at_low', 1 - swing / 100],
        ['at_high', 1 + swing / 100],
      ] as const) {
        const result = standing(model, renormalised(weights, index, (weights[index] ?? 0) * factor));
        if (result) compare(row.at(side), criterion.id, side, result.winner.id, result.margin, problems);
      }
    });
    criticalWeights(model, at, problems);
    return judge(notRunAgain(problems, model.criteria.length, at), [
      at.at('results').keySpan,
      at.at('critical_weights').keySpan,
    ]);
  },
  examples: {
    pass: [
      {
        source: matrix(
          '{criterion: C1, at_low: {winner: a, margin: 0.80}, at_high: {winner: a, margin: 1.20}}',
          '{criterion: C1, weight: 25, flips_to: b}',
        ),
      },
    ],
    fail: [
      {
        source: matrix(
          '{criterion: C1, at_low: {winner: b, margin: 0.80}, at_high: {winner: a, margin: 1.90}}',
          '{criterion: C1, weight: 25, flips_to: b}',
        ),
        at: ['b', '1.90'],
      },
      {
        source: matrix(
          '{criterion: C1, at_low: {winner: a, margin: 0.80}, at_high: {winner: a, margin: 1.20}}',
          '{criterion: C1, weight: 12, flips_to: b}',
        ),
        at: ['12'],
      },
      {
        source: matrix(
          '{criterion: C1, at_low: {winner: a, margin: 0.70}, at_high: {winner: a, margin: 1.90}}',
          '{criterion: C1, weight: 12, flips_to: b}',
        ),
        at: ['sensitivity'],
      },
    ],
  },
};

/** When most values are off, the analysis was not run again after a score or weight had changed: one cause, one finding, one repair. */
function notRunAgain(problems: readonly Problem[], criteria: number, at: DataReader): readonly Problem[] {
  const stale = problems.filter(({ fix }) => fix !== undefined);
  if (stale.length <= criteria) return problems;
  const values = `${stale.length} values`;
  const first = stale[0]?.message ?? '';
  // Two criteria of one id share a row.
  const edits = stale
    .flatMap(({ fix }) => fix?.edits ?? [])
    .sort((a, b) => a.from - b.from)
    .filter((edit, i, all) => edit.from >= (all[i - 1]?.to ?? 0));
  const one: Problem = {
    span: at.keySpan,
    message: `${values} of the sensitivity do not follow from the weights and scores, such as ${first}`,
    fix: { title: `Compute ${values} again`, edits },
  };
  return [one, ...problems.filter(({ fix }) => fix === undefined)];
}

/** Two criteria, two options: a wins while C1 weighs more than 25. */
function matrix(c1: string, critical: string): string {
  return `criteria: [{id: C1, weight: 50}, {id: C2, weight: 50}]
options:
  - {id: a, scores: {C1: {score: 5}, C2: {score: 2}}}
  - {id: b, scores: {C1: {score: 2}, C2: {score: 3}}}
sensitivity:
  swing_pct: 10
  results:
    - ${c1}
    - {criterion: C2, at_low: {winner: a, margin: 1.20}, at_high: {winner: a, margin: 0.80}}
  critical_weights:
    - ${critical}
    - {criterion: C2, weight: 75, flips_to: b}
`;
}

function compare(
  at: DataReader,
  criterion: string,
  side: string,
  winner: string,
  margin: number,
  problems: Problem[],
): void {
  const where = `${criterion} ${side === 'at_low' ? 'lowered' : 'raised'}`;
  const stated = at.at('winner').text;
  if (stated !== winner)
    problems.push({
      span: at.at('winner').span,
      message: `${where}: stated winner ${stated ?? 'none'}, computed ${winner}`,
      ...putText(at, 'winner', winner),
    });
  const given = at.at('margin').number;
  if (given === null || Math.abs(given - margin) > MARGIN_TOLERANCE) {
    problems.push({
      span: at.at('margin').span,
      message: `${where}: stated margin ${given ?? 'none'}, computed ${margin.toFixed(3)}`,
      ...putNumber(at, 'margin', margin.toFixed(3)),
    });
  }
}

/** Each listed critical weight must be the computed one; criteria whose weight flips nothing may be left out or stated as null. */
function criticalWeights(model: Matrix, at: DataReader, problems: Problem[]): void {
  const rows = at.at('critical_weights').items;
  model.criteria.forEach((criterion, index) => {
    const computed = criticalWeight(model, index);
    const row = rows.find((item) => item.at('criterion').text === criterion.id);
    if (!row) {
      if (computed)
        problems.push({
          span: at.at('critical_weights').keySpan,
          message: `${criterion.id} at weight ${computed.weight.toFixed(2)} makes ${computed.flipsTo} win; the file does not say so`,
        });
      return;
    }
    const stated = row.at('weight').number;
    if (
      computed === null
        ? stated !== null
        : stated === null || Math.abs(stated - computed.weight) > WEIGHT_TOLERANCE
    ) {
      problems.push({
        span: row.at('weight').span,
        message: `${criterion.id}: stated critical weight ${stated ?? 'none'}, computed ${computed ? computed.weight.toFixed(2) : 'none between 0 and 100'}`,
        ...(computed ? putNumber(row, 'weight', computed.weight.toFixed(2)) : {}),
      });
    } else if (computed && row.at('flips_to').text !== computed.flipsTo) {
      problems.push({
        span: row.at('flips_to').span,
        message: `${criterion.id}: past its critical weight ${computed.flipsTo} wins, not ${row.at('flips_to').text ?? 'nobody'}`,
        ...putText(row, 'flips_to', computed.flipsTo),
      });
    }
  });
}
