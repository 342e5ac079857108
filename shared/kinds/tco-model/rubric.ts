import type { Criterion } from '../../rubric/criterion';
import { benefitsApart } from './criteria/benefits-apart';
import { breakEvens } from './criteria/break-evens';
import { coverage } from './criteria/coverage';
import { formulas } from './criteria/formulas';
import { hiddenConstants } from './criteria/hidden-constants';
import { lowConfidence } from './criteria/low-confidence';
import { npv } from './criteria/npv';
import { prices } from './criteria/prices';
import { sensitivity } from './criteria/sensitivity';
import { staffingAndMigration } from './criteria/staffing-migration';
import { totals } from './criteria/totals';
import type { CostModel } from './model';

/** K08, in the order of the artifact specification. */
export const rubric: readonly Criterion<CostModel>[] = [
  coverage,
  totals,
  npv,
  formulas,
  staffingAndMigration,
  sensitivity,
  breakEvens,
  prices,
  hiddenConstants,
  benefitsApart,
  lowConfidence,
  {
    id: 'TCO-12',
    mode: 'self',
    severity: 'should',
    title: 'Finance re-derived one year by hand',
    question: 'Has finance or FinOps re-derived one year by hand?',
    why: 'A model that only its author ever computed is an opinion; one year checked by the people who pay the bill makes it shared.',
    hint: 'Ask for a one-year hand check and record the name.',
    sources: ['SENG'],
  },
];
