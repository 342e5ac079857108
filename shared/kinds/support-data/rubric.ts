import type { Criterion } from '../../rubric/criterion';
import { commentsAnswered } from './criteria/comments-answered';
import { fitsItsFormat } from './criteria/fits-its-format';
import { methodTold } from './criteria/method-told';
import { numbersMatch } from './criteria/numbers-match';
import { referencesResolve } from './criteria/references-resolve';
import { stancesSpread } from './criteria/stances-spread';
import type { Paper } from './model';

/** K28, in the order of the artifact specification. */
export const rubric: readonly Criterion<Paper>[] = [
  fitsItsFormat,
  referencesResolve,
  numbersMatch,
  commentsAnswered,
  methodTold,
  stancesSpread,
];
