import { defineKind } from '../../rubric/kind';
import { facts, factsInSteps } from './facts';
import { HEADER } from './header-blanks';
import { type Postmortem, readPostmortem } from './model';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K17 · part 4 · a blameless account that changes the system. */
export const postmortem = defineKind<Postmortem>({
  id: 'postmortem',
  title: 'Postmortem',
  purpose: 'A blameless account that changes the system.',
  part: 4,
  format: 'md',
  order: 10,
  files: ['INC-*-postmortem.md'],
  contrasts: [
    {
      senior: 'The root cause was a bad deploy.',
      staff: 'The trigger told apart from the conditions that let it through.',
    },
    {
      senior: '"Be careful" as an action.',
      staff: 'Actions that eliminate, automate, guard or document, ranked and tied to an SLO.',
    },
    {
      senior: 'A timeline of the infrastructure.',
      staff: 'What people saw and believed, red herrings included.',
    },
    {
      senior: 'Impact in adjectives.',
      staff: 'Events, lines, dollars and error budget, each with its method.',
    },
  ],
  header: HEADER,
  skeleton: SKELETON,
  read: readPostmortem,
  rubric,
  facts,
  factsInSteps,
  newName: 'INC-{date}-postmortem.md',
  template: 'postmortem-template.md',
});
