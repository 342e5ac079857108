import type { Severity, Verdict } from './verdict';

/** How a calibration reader would take an artifact; always shown with the failing criteria behind it. */
export type Grade = 'draft' | 'senior-grade' | 'staff-ready';

/** Weights of the artifact specification, section 1. */
export const WEIGHT: Readonly<Record<Severity, number>> = { must: 3, should: 2, could: 1 };

/** What a person says to a question that only a person can judge. */
export type Answer = 'yes' | 'partly' | 'no';

export interface Scored {
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** What a person answered where the verdict is `manual`; without an answer, and with a stale one, the criterion is not counted. */
  readonly assessed?: { readonly answer: Answer; readonly stale?: true } | undefined;
  /** Set when a waiver accepts that the criterion fails: it then weighs nothing, neither met nor unmet. */
  readonly waived?: unknown;
}

export interface Score {
  /** Share of the weight of counted criteria that passed, 0–1; null when nothing could be counted or a criterion broke. */
  readonly points: number | null;
  readonly grade: Grade | null;
}

/** What a criterion counts as; null when it weighs nothing. A person's answer counts like a check, a "partly" for half of its weight. */
export function standing(result: Scored): 'met' | 'partly' | 'unmet' | null {
  if (result.waived) return null;
  switch (result.verdict) {
    case 'pass':
      return 'met';
    case 'fail':
      return 'unmet';
    case 'manual': {
      const { assessed } = result;
      if (!assessed || assessed.stale) return null;
      return assessed.answer === 'yes' ? 'met' : assessed.answer === 'partly' ? 'partly' : 'unmet';
    }
    default:
      return null;
  }
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
    const counts = standing(r);
    if (counts === null) continue;
    total += weight;
    if (counts === 'met') earned += weight;
    else if (counts === 'partly') earned += weight / 2;
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
