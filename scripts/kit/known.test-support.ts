/** A quantity that the prose may state, and why it is true. */
export interface Known {
  readonly value: number;
  readonly unit: string;
  readonly why: string;
}

/** Several of one unit. */
export const known = (unit: string, why: string, ...values: readonly number[]): Known[] =>
  values.map((value) => ({ value, unit, why }));
