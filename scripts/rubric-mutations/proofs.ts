import type { Proofs } from './table';

/** Criteria of the scenario that only its generator can show. */
export const PROOFS: Proofs = {
  'SC-06': [
    'scripts/scenario/evidence.test.ts',
    'has at least seven, each of its own source, from five arrays',
  ],
  'SC-07': ['scripts/scenario/scenario.test.ts', 'is what the generator writes, byte for byte, on every run'],
};
