import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K10 · part 3 · a timed meeting that must end in a decision. Only the universal criteria apply so far. */
export const reviewAgenda = defineKind<DataReader>({
  id: 'review-agenda',
  title: 'Review agenda',
  purpose: 'A timed meeting that must end in a decision.',
  part: 3,
  format: 'md',
  order: 10,
  files: ['review-agenda.md'],
  contrasts: [
    { senior: 'Topics.', staff: 'An output for every slot.' },
    { senior: 'Open discussion.', staff: 'Silent reading, a clarifying round, a structured dissent round, a consent round.' },
    { senior: 'No fallback.', staff: 'The escalation path and its clock on the invitation.' },
  ],
  read: rootReader,
  rubric: [],
  facts,
});
