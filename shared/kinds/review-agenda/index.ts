import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Agenda, readAgenda } from './model';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';
import { timeBar } from './time-bar';

/** K10 · part 3 · a timed meeting that must end in a decision. */
export const reviewAgenda = defineKind<Agenda>({
  id: 'review-agenda',
  title: 'Review agenda',
  purpose: 'A timed meeting that must end in a decision.',
  part: 3,
  format: 'md',
  order: 10,
  files: ['review-agenda.md'],
  contrasts: [
    { senior: 'Topics.', staff: 'An output for every slot.' },
    {
      senior: 'Open discussion.',
      staff: 'Silent reading, a clarifying round, a structured dissent round, a consent round.',
    },
    { senior: 'No fallback.', staff: 'The escalation path and its clock on the invitation.' },
  ],
  skeleton: SKELETON,
  read: readAgenda,
  rubric,
  facts,
  preview: timeBar,
  printsCharts: true,
  template: 'review-agenda-template.md',
});
