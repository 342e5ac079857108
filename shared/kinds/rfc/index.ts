import { defineKind } from '../../rubric/kind';
import { findSection } from '../../text/sections';
import { budgets } from './budgets';
import { facts } from './facts';
import { HEADER } from './header-blanks';
import { type Rfc, readRfc } from './model';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K01 · part 1 · wins an informed decision on a change that several teams share, and stays readable as its record. */
export const rfc = defineKind<Rfc>({
  id: 'rfc',
  title: 'RFC',
  purpose: 'Win an informed decision on a multi-team change, and stay readable as its record.',
  part: 1,
  format: 'md',
  order: 10,
  files: ['RFC-*.md', 'rfc-*.md'],
  recognise: (source) =>
    source.format === 'md' &&
    findSection(source.markdown, ['alternatives considered', 'alternatives']) !== null &&
    findSection(source.markdown, ['proposed design', 'design']) !== null,
  contrasts: [
    {
      senior: '"Batch is slow, Kafka is better."',
      staff: 'The problem in dollars and minutes, with a baseline period.',
    },
    { senior: 'One option and a straw man.', staff: 'Three scored options that real people argued for.' },
    {
      senior: 'A design for the happy path.',
      staff: 'Phases with exit gates and rollback triggers that are numbers.',
    },
    { senior: 'Comments resolved in chat.', staff: 'Dissent on record with its disposition and a tripwire.' },
  ],
  header: HEADER,
  skeleton: SKELETON,
  read: readRfc,
  rubric,
  budgets,
  facts,
  newName: 'RFC-{number}-{title}.md',
  template: 'rfc-template.md',
});
