import { type AutoCriterion, type Criterion, notEvaluated } from '../../rubric/criterion';
import { balance } from './criteria/balance';
import { noVerdict } from './criteria/no-verdict';
import { structure } from './criteria/structure';
import { times } from './criteria/times';
import { volume } from './criteria/volume';
import type { Scenario } from './model';

const PROVED = "Proved by the generator's own tests";

/** SC-06. The list of red herrings is kept out of the file, which would give them away. */
const redHerrings: AutoCriterion<Scenario> = {
  id: 'SC-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  provedBy: PROVED,
  title: 'At least five red herrings from five sources',
  failTitle: 'Too few red herrings, or too few sources of them',
  why: 'Real nights are full of things that happen at the wrong moment; without them the exercise trains reading, not judging.',
  hint: 'Add noise from a source that has none yet.',
  sources: ['HOWIE'],
  check: () => notEvaluated(PROVED),
  examples: { pass: [], fail: [] },
};

/** SC-07. */
const reproducible: AutoCriterion<Scenario> = {
  id: 'SC-07',
  mode: 'auto',
  severity: 'should',
  scope: 'structure',
  readsPacket: false,
  provedBy: PROVED,
  title: 'Regeneration gives the same bytes',
  failTitle: 'Regeneration gives other bytes',
  why: 'Two readers who compare answers must have read the same night.',
  hint: 'Seed the generator, and keep locale and clock out of it.',
  sources: ['Seed'],
  check: () => notEvaluated(PROVED),
  examples: { pass: [], fail: [] },
};

/** K25, in the order of the artifact specification. */
export const rubric: readonly Criterion<Scenario>[] = [
  structure,
  times,
  volume,
  balance,
  noVerdict,
  redHerrings,
  reproducible,
];
