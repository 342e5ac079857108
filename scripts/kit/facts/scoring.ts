/** Weights and scores of the two comparisons (fact sheet 6.4). Totals and sensitivity are computed. */
export interface Scoring {
  readonly criteria: readonly { readonly id: string; readonly weight: number }[];
  readonly options: readonly {
    readonly id: string;
    readonly scores: readonly number[];
    readonly statusQuo?: true;
  }[];
}

const criteria = (...weights: number[]) => weights.map((weight, index) => ({ id: `C${index + 1}`, weight }));

/** The RFC's matrix, and the scorecard of ADR-001 after it. */
export const MATRIX: Scoring = {
  criteria: criteria(20, 15, 20, 15, 10, 10, 10),
  options: [
    { id: 'kafka-msk', scores: [5, 5, 5, 3, 5, 4, 3] },
    { id: 'kinesis', scores: [5, 4, 4, 5, 3, 2, 4] },
    { id: 'batch', scores: [1, 4, 3, 3, 3, 3, 5], statusQuo: true },
  ],
};

/** The scorecard of ADR-002: TCO, operations, version and feature control, exit, scaling headroom. */
export const ADR_002: Scoring = {
  criteria: criteria(30, 30, 15, 10, 15),
  options: [
    { id: 'msk', scores: [5, 4, 3, 4, 4] },
    { id: 'pilot-cluster', scores: [4, 3, 3, 5, 1], statusQuo: true },
    { id: 'self-managed-k8s', scores: [1, 2, 5, 5, 4] },
    { id: 'self-managed-ec2', scores: [1, 1, 5, 5, 5] },
  ],
};

const weightsOf = (scoring: Scoring): readonly number[] =>
  scoring.criteria.map((criterion) => criterion.weight);

/** Weighted total of an option, on the scale of the scores. */
export function totalOf(scoring: Scoring, option: string, weights = weightsOf(scoring)): number {
  const scores = scoring.options.find(({ id }) => id === option)?.scores;
  if (!scores) throw new Error(`no option ${option}`);
  const sum = weights.reduce((a, b) => a + b, 0);
  return scores.reduce((total, score, index) => total + score * (weights[index] ?? 0), 0) / sum;
}

/** Totals by option, best first. */
export function ranking(
  scoring: Scoring,
  weights = weightsOf(scoring),
): readonly { id: string; total: number }[] {
  return scoring.options
    .map(({ id }) => ({ id, total: totalOf(scoring, id, weights) }))
    .sort((a, b) => b.total - a.total);
}

/** One weight set to a value, the others scaled so that the sum stays 100. */
export function withWeight(scoring: Scoring, index: number, weight: number): readonly number[] {
  const all = weightsOf(scoring);
  const rest = 100 - (all[index] ?? 0);
  return all.map((old, at) => (at === index ? weight : (old * (100 - weight)) / rest));
}

/** Winner and lead with one weight moved by a share of itself. */
export function swing(scoring: Scoring, index: number, share: number): { winner: string; margin: number } {
  const weight = (weightsOf(scoring)[index] ?? 0) * (1 + share);
  const [first, second] = ranking(scoring, withWeight(scoring, index, weight));
  return { winner: first?.id ?? '', margin: (first?.total ?? 0) - (second?.total ?? 0) };
}

/** Weight of a criterion at which the leader and another option draw level; null when no weight from 0 to 100 does it. */
export function criticalWeight(
  scoring: Scoring,
  index: number,
  leader: string,
  other: string,
): number | null {
  const lead = (weight: number) => {
    const weights = withWeight(scoring, index, weight);
    return totalOf(scoring, leader, weights) - totalOf(scoring, other, weights);
  };
  // The lead is linear in the weight.
  const [at0, at100] = [lead(0), lead(100)];
  return at0 * at100 < 0 ? (100 * at0) / (at0 - at100) : null;
}

/** A total with one score replaced. */
export function withScore(scoring: Scoring, option: string, index: number, score: number): Scoring {
  return {
    ...scoring,
    options: scoring.options.map((each) =>
      each.id === option
        ? { ...each, scores: each.scores.map((old, at) => (at === index ? score : old)) }
        : each,
    ),
  };
}
