import type { Together } from './blocks.test-support';
import { halfUp } from './facts/cost-model';
import { criticalWeight, ranking, type Scoring, swing, totalOf } from './facts/scoring';

const round2 = (value: number) => halfUp(value, 2);

/** Weights, scores, totals and margins of a matrix. */
export function scoringFacts(scoring: Scoring, more: readonly Together[]): readonly Together[] {
  return [
    ...scoring.criteria.map(({ id, weight }): Together => [`id ${id}`, `weight ${weight}`]),
    ...scoring.options.flatMap(({ id, scores }): Together[] => [
      [id, `weighted_total ${round2(totalOf(scoring, id))}`],
      ...scores.map((score, index): Together => [id, `C${index + 1} score ${score}`]),
    ]),
    ...scoring.criteria.map(({ id }, index): Together => {
      const low = swing(scoring, index, -0.2);
      const high = swing(scoring, index, 0.2);
      return [`criterion ${id}`, low.winner, halfUp(low.margin, 4), high.winner, halfUp(high.margin, 4)];
    }),
    ...scoring.criteria.map(({ id }, index): Together => {
      const [leader] = ranking(scoring);
      const weights = scoring.options
        .filter((option) => option.id !== leader?.id)
        .map((option) => criticalWeight(scoring, index, leader?.id ?? '', option.id))
        .filter(
          (weight): weight is number => weight !== null && weight > (scoring.criteria[index]?.weight ?? 0),
        );
      return weights.length === 0
        ? [`criterion ${id} | weight null`]
        : [`criterion ${id}`, round2(Math.min(...weights))];
    }),
    ...more,
  ];
}
