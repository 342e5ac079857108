import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';

/** The bones of the fishbone: six conditions that a system can have. */
export const CATEGORIES = [
  'Schema and code',
  'Process and change',
  'Measurement',
  'Architecture and dependencies',
  'Organisation and communication',
  'Environment and timing',
] as const;

export const KINDS = ['latent', 'active', 'detection', 'mitigation', 'recovery'] as const;

export interface Factor {
  /** `CF-03`; "A factor without id" where there is none. */
  readonly name: string;
  readonly at: DataReader;
  readonly category: string | null;
  readonly kind: string | null;
  /** Someone took the risk in writing instead of acting. */
  readonly accepted: boolean;
}

/** A file of contributing factors as far as it is written. */
export interface Factors {
  readonly root: DataReader;
  readonly factors: readonly Factor[];
}

export function readFactors(source: Source): Factors {
  const root = rootReader(source);
  return {
    root,
    factors: root.at('factors').items.map((at) => ({
      name: at.at('id').text ?? 'A factor without id',
      at,
      category: at.at('category').text,
      kind: at.at('kind').text,
      accepted: at.at('accepted', 'by').text !== null && at.at('accepted', 'reason').text !== null,
    })),
  };
}
