import type { Criterion } from '../../rubric/criterion';
import { actionTable } from './criteria/action-table';
import { blameless } from './criteria/blameless';
import { contributingFactors } from './criteria/contributing-factors';
import { durationsCorrect } from './criteria/durations-correct';
import { errorBudget } from './criteria/error-budget';
import { headerTimes } from './criteria/header-times';
import { impactQuantified } from './criteria/impact-quantified';
import { priorKnowledge } from './criteria/prior-knowledge';
import { publishedPromptly } from './criteria/published-promptly';
import { redHerrings } from './criteria/red-herrings';
import { retrospectiveItems } from './criteria/retrospective-items';
import { sectionsPresent } from './criteria/sections-present';
import { timelineComplete } from './criteria/timeline-complete';
import type { Postmortem } from './model';

/** K17, in the order of the artifact specification. */
export const rubric: readonly Criterion<Postmortem>[] = [
  headerTimes,
  sectionsPresent,
  blameless,
  impactQuantified,
  timelineComplete,
  durationsCorrect,
  contributingFactors,
  actionTable,
  errorBudget,
  retrospectiveItems,
  redHerrings,
  publishedPromptly,
  priorKnowledge,
  {
    id: 'PM-14',
    mode: 'self',
    severity: 'must',
    title: 'The engineer closest to the change could read it aloud',
    question: 'Would the engineer closest to the change be comfortable reading this aloud to the company?',
    why: 'No word list finds blame between the lines. If that engineer would not read it out, the next one will not report what they saw.',
    hint: 'Read it aloud with that engineer and mend every sentence at which either of you slows down.',
    sources: ['ETSY'],
  },
];
