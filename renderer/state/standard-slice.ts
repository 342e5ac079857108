import type { StandardOffer } from '../../shared/rubric/custom/standard';

/** What the kit asks to have changed in the studio's standard, and what the user said to it. */
export interface StandardState {
  readonly offer: StandardOffer | null;
  /** `own`: the kit's standard applies; null while nobody decided, and the studio's own applies. */
  readonly choice: 'own' | 'studio' | null;
}

export const initialStandard: StandardState = { offer: null, choice: null };

/** The files whose part in the standard is another one now. */
export function changedFiles(before: StandardOffer | null, after: StandardOffer): readonly string[] {
  const old = new Map(before?.files);
  const now = new Map(after.files);
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
}
