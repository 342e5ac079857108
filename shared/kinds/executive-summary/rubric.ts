import type { Criterion } from '../../rubric/criterion';
import { askComplete } from './criteria/ask-complete';
import { assertiveHeadlines } from './criteria/assertive-headlines';
import { blameless } from './criteria/blameless';
import { bottomLineFirst } from './criteria/bottom-line-first';
import { fiveSlides } from './criteria/five-slides';
import { jargonGlossed } from './criteria/jargon-glossed';
import { numbersQuoted } from './criteria/numbers-quoted';
import { residualRisk } from './criteria/residual-risk';
import { shortBullets } from './criteria/short-bullets';
import type { Briefing } from './model';

/** K24, in the order of the artifact specification. */
export const rubric: readonly Criterion<Briefing>[] = [
  fiveSlides,
  bottomLineFirst,
  assertiveHeadlines,
  shortBullets,
  askComplete,
  numbersQuoted,
  jargonGlossed,
  blameless,
  residualRisk,
  {
    id: 'EX-10',
    mode: 'self',
    severity: 'should',
    title: 'Slide 1 alone carries the ask',
    question: 'Can the VP repeat your ask after reading slide 1 only?',
    why: 'Meetings end early. If the ask comes on slide 5 only, it is the part that is cut.',
    hint: 'Cut slide 1 to one sentence and one ask, and try it on someone who was not there.',
    sources: ['BLUF'],
  },
];
