import type { Severity, Verdict } from './verdict';

/** How a calibration reader would take an artifact; always shown with the failing criteria behind it. */
export type Grade = 'draft' | 'senior-grade' | 'staff-ready';

/** Weights of the artifact specification, section 1. */
export const WEIGHT: Readonly<Record<Severity, number>> = { must: 3, should: 2, could: 1 };

export interface Scored {
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** The answer to a self-assessment; a criterion without one is not counted. */
  readonly answer?: 'yes' | 'partly' | 'no' | undefined;
  /** Set when a waiver accepts that the criterion fails: it then weighs nothing, neither met nor unmet. */
  readonly waived?: unknown;
}

export interface Score {
  /** Share of the weight of counted criteria that passed, 0–1; null when nothing could be counted or a criterion broke. */
  readonly points: number | null;
  readonly grade: Grade | null;
}

/**
 * Grade of an artifact: staff-ready with no failing must and points ≥ 0.85; senior-grade with at most two failing musts and points ≥ 0.60;
 * else draft. Not applicable, not evaluated and unanswered criteria weigh nothing; an error makes the score unknown, not lower.
 */
export function score(results: readonly Scored[]): Score {
  let total = 0;
  let earned = 0;
  let failingMusts = 0;
  for (const r of results) {
    const weight = WEIGHT[r.severity];
    if (r.verdict === 'error') return { points: null, grade: null };
    if (r.waived) continue;
    if (r.verdict === 'manual') {
      if (!r.answer) continue;
      total += weight;
      earned += r.answer === 'yes' ? weight : r.answer === 'partly' ? weight / 2 : 0;
      if (r.answer === 'no' && r.severity === 'must') failingMusts++;
      continue;
    }
    if (r.verdict !== 'pass' && r.verdict !== 'fail') continue;
    total += weight;
    if (r.verdict === 'pass') earned += weight;
    else if (r.severity === 'must') failingMusts++;
  }
  if (total === 0) return { points: null, grade: null };
  const points = earned / total;
  if (failingMusts === 0 && points >= 0.85) return { points, grade: 'staff-ready' };
  if (failingMusts <= 2 && points >= 0.6) return { points, grade: 'senior-grade' };
  return { points, grade: 'draft' };
}

/** A grade as reports print it: one that waivers helped to says so, "staff-ready with 2 waivers". */
export function gradeLabel(grade: Grade, waivers = 0): string {
  if (waivers === 0) return grade;
  return `${grade} with ${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`;
}
