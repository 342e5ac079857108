import { describe, expect, it } from 'vitest';
import {
  AT,
  acceptedBetween,
  BUDGET_EVENTS,
  BUDGET_LINES,
  burn,
  COUNTS,
  DROPPED_PCT,
  DURATIONS,
  endedAt,
  filteredPerMinute,
  HELD_AT_FIRST_STEP,
  hourlyBurn,
  IMPACT,
  LOST_ATTRIBUTION_EVENTS,
  TO_NIGHTLY_CHECK,
  VALID_EVENTS,
} from './incident';
import { ADR_002, criticalWeight, MATRIX, ranking, swing, totalOf, withScore } from './scoring';

const round = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

describe('the incident, recomputed, arrives at the fact sheet', () => {
  it('durations', () => {
    expect(DURATIONS).toEqual({
      impact: 365,
      detect: 315,
      declare: 14,
      mitigate: 50,
      recover: 405,
      replay: 320,
      resolve: 855,
    });
    expect(TO_NIGHTLY_CHECK).toBe(17 * 60 + 25);
  });

  it('counts', () => {
    expect(COUNTS).toEqual({
      accepted: 14133338,
      checkout: 5653320,
      dropped: 5367722,
      byStage: [6357, 32624, 66915, 5261826],
      windows: 73,
      beforeDetection: 4621363,
      afterDetection: 746359,
      peakAccepted: 214665,
      peakDropped: 85866,
    });
    expect(round(DROPPED_PCT, 2)).toBe(37.98);
    expect(round(filteredPerMinute(AT.signal), 0)).toBe(13812);
  });

  it('impact', () => {
    expect(IMPACT).toEqual({
      'IM-01': 5367722,
      'IM-02': 37.98,
      'IM-03': 536772,
      'IM-04': 3542695.2,
      'IM-05': 295571,
      'IM-06': 35469,
      'IM-07': 39015.9,
      'IM-08': 58300,
      'IM-09': 1284.1,
      'IM-10': 98600,
    });
    expect(LOST_ATTRIBUTION_EVENTS).toBe(2955706);
    // The dashboard that finance saw: the hour from 13:00 in dollars, as it was and as it was shown.
    const accepted = acceptedBetween('13:00', '14:00');
    expect(accepted * 0.66).toBe(1565190);
    expect((accepted - endedAt('14:00').lost + endedAt('13:00').lost) * 0.66).toBeCloseTo(939114, 0);
  });

  it('counterfactuals', () => {
    expect(endedAt('10:10')).toEqual({ lost: 600256, avoided: 4767466 });
    expect(round(hourlyBurn('09:20').pct, 3)).toBe(1.248);
    expect([round(hourlyBurn('09:20').burn, 1), round(burn('09:15', '09:20'), 0)]).toEqual([25, 200]);
    expect(HELD_AT_FIRST_STEP).toBe(12881);
  });

  it('error budgets', () => {
    expect([VALID_EVENTS, Math.round(BUDGET_EVENTS), Math.round(BUDGET_LINES)]).toEqual([
      1046632160, 523316, 523316,
    ]);
    expect(round(COUNTS.dropped / BUDGET_EVENTS, 2)).toBe(10.26);
    expect(round((IMPACT['IM-05'] / BUDGET_LINES) * 100, 1)).toBe(56.5);
  });
});

describe('the scores, recomputed, arrive at the fact sheet', () => {
  it('totals', () => {
    expect(ranking(MATRIX).map(({ id, total }) => [id, round(total, 2)])).toEqual([
      ['kafka-msk', 4.4],
      ['kinesis', 4.05],
      ['batch', 2.95],
    ]);
    expect(ranking(ADR_002).map(({ total }) => round(total, 2))).toEqual([4.15, 3.2, 2.75, 2.6]);
  });

  it('sensitivity', () => {
    const margins = MATRIX.criteria.flatMap((_, index) => [
      swing(MATRIX, index, -0.2),
      swing(MATRIX, index, 0.2),
    ]);
    expect(new Set(margins.map(({ winner }) => winner))).toEqual(new Set(['kafka-msk']));
    const sizes = margins.map(({ margin }) => round(margin, 3));
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([0.267, 0.433]);
    const critical = MATRIX.criteria.map((_, index) => criticalWeight(MATRIX, index, 'kafka-msk', 'kinesis'));
    expect(critical.map((weight) => (weight === null ? null : round(weight, 2)))).toEqual([
      null,
      null,
      null,
      27.66,
      null,
      null,
      33.33,
    ]);
    expect(ranking(MATRIX, [1, 1, 1, 1, 1, 1, 1]).map(({ total }) => round(total, 2))).toEqual([
      4.29, 3.86, 3.14,
    ]);
  });

  it('score flips', () => {
    const flatGrowth = withScore(withScore(MATRIX, 'kafka-msk', 2, 4), 'kinesis', 2, 5);
    expect(
      [totalOf(flatGrowth, 'kafka-msk'), totalOf(flatGrowth, 'kinesis')].map((n) => round(n, 2)),
    ).toEqual([4.2, 4.25]);
    expect(round(totalOf(withScore(MATRIX, 'kafka-msk', 3, 2), 'kafka-msk'), 2)).toBe(4.25);
  });
});
