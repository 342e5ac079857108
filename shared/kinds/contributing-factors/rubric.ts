import type { Criterion } from '../../rubric/criterion';
import { actedOrAccepted } from './criteria/acted-or-accepted';
import { blameless } from './criteria/blameless';
import { counterfactuals } from './criteria/counterfactuals';
import { enoughFactors } from './criteria/enough-factors';
import { evidenceResolves } from './criteria/evidence-resolves';
import { notAbsences } from './criteria/not-absences';
import { priorKnowledge } from './criteria/prior-knowledge';
import type { Factors } from './model';

/** K20, in the order of the artifact specification. */
export const rubric: readonly Criterion<Factors>[] = [
  enoughFactors,
  evidenceResolves,
  actedOrAccepted,
  blameless,
  counterfactuals,
  priorKnowledge,
  notAbsences,
];
