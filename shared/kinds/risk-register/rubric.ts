import type { Criterion } from '../../rubric/criterion';
import { accepted } from './criteria/accepted';
import { arithmetic } from './criteria/arithmetic';
import { breadth } from './criteria/breadth';
import { owners } from './criteria/owners';
import { residual } from './criteria/residual';
import { stopping } from './criteria/stopping';
import { threeParts } from './criteria/three-parts';
import { triggers } from './criteria/triggers';
import { wired } from './criteria/wired';
import type { Register } from './model';

/** K03, in the order of the artifact specification. */
export const rubric: readonly Criterion<Register>[] = [
  arithmetic,
  owners,
  stopping,
  triggers,
  wired,
  threeParts,
  residual,
  breadth,
  accepted,
  {
    id: 'RR-10',
    mode: 'self',
    severity: 'could',
    title: 'The uncomfortable risk is scored honestly',
    question: 'Which risk here would embarrass you if it happened next week, and is its score honest?',
    why: 'Scores drift towards what their owners can bear; the one that would embarrass is usually the one that was rounded down.',
    hint: 'Rescore it with its owner.',
    sources: ['HOWIE'],
  },
];
