import type { Criterion } from '../../rubric/criterion';
import { breadth } from './criteria/breadth';
import { dataFailure } from './criteria/data-failure';
import { hardestArgued } from './criteria/hardest-argued';
import { pointsNamed } from './criteria/points-named';
import { sixParts } from './criteria/six-parts';
import { themesLink } from './criteria/themes-link';
import type { Scenarios } from './model';

/** K15, in the order of the artifact specification. */
export const rubric: readonly Criterion<Scenarios>[] = [
  sixParts,
  breadth,
  hardestArgued,
  pointsNamed,
  dataFailure,
  themesLink,
];
