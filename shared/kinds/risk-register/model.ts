import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';

export type Level = 'low' | 'medium' | 'high' | 'critical';

/** Levels from the least to the worst. */
export const LEVELS: readonly Level[] = ['low', 'medium', 'high', 'critical'];

/** The bands of the artifact specification; a file that states others is read by its own. */
const STANDARD_BANDS: Readonly<Record<Level, readonly [number, number]>> = {
  low: [1, 4],
  medium: [5, 9],
  high: [10, 14],
  critical: [15, 25],
};

/** Likelihood, impact and their stated product; each null when the file has no number there. */
export interface Rating {
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly score: number | null;
  readonly at: DataReader;
}

export interface Risk extends Rating {
  readonly id: string;
  readonly level: Level | null;
  /** The stated level, else the one that likelihood and impact give: what the register says about the risk at its worst reading. */
  readonly weight: Level | null;
  readonly residual: Rating;
  readonly response: string | null;
  readonly owner: string | null;
  readonly category: string | null;
}

/** A risk register as far as it is written. */
export interface Register {
  readonly root: DataReader;
  readonly risks: readonly Risk[];
  /** The level of a score, or null when it lies in no band. */
  levelOf(score: number): Level | null;
}

export function readRegister(source: Source): Register {
  const root = rootReader(source);
  const bands = LEVELS.map((level) => ({ level, ...bandOf(root, level) }));
  const levelOf = (score: number) =>
    bands.find(({ from, to }) => score >= from && score <= to)?.level ?? null;
  const risks = root.at('risks').items.map((at): Risk => {
    const rating = readRating(at);
    const level = LEVELS.find((known) => known === at.at('level').text) ?? null;
    const exact = product(rating);
    return {
      ...rating,
      id: at.at('id').text ?? '',
      level,
      weight: level ?? (exact === null ? null : levelOf(exact)),
      residual: readRating(at.at('residual')),
      response: at.at('response').text,
      owner: at.at('owner').text,
      category: at.at('category').text,
    };
  });
  return { root, risks, levelOf };
}

function bandOf(root: DataReader, level: Level): { readonly from: number; readonly to: number } {
  const [from, to] = STANDARD_BANDS[level];
  const at = root.at('bands', level);
  return { from: at.at(0).number ?? from, to: at.at(1).number ?? to };
}

function readRating(at: DataReader): Rating {
  return {
    likelihood: at.at('likelihood').number,
    impact: at.at('impact').number,
    score: at.at('score').number,
    at,
  };
}

/** Likelihood × impact, or null when one is missing. */
export function product(rating: Rating): number | null {
  return rating.likelihood === null || rating.impact === null ? null : rating.likelihood * rating.impact;
}

/** High and critical risks: those that must say what stops the work. */
export function isGrave(risk: Risk): boolean {
  return risk.weight === 'high' || risk.weight === 'critical';
}

/** Where a finding about a whole risk stands: at its id. */
export function placeOf(risk: Risk) {
  return risk.at.at('id').span;
}
