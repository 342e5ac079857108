import { defineKind } from '../../rubric/kind';
import { findSection } from '../../text/sections';
import { budgets } from './budgets';
import { dialectOf } from './dialect';
import { facts } from './facts';
import { HEADER } from './header-blanks';
import { type Adr, readAdr } from './model';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K06 · part 2 · one decision, its forces, its price and its exit. */
export const adr = defineKind<Adr>({
  id: 'adr',
  title: 'ADR',
  purpose: 'Record one decision: its forces, its price and its exit.',
  part: 2,
  format: 'md',
  order: 10,
  files: ['adr-[0-9][0-9][0-9]-*.md'],
  recognise: (source) =>
    source.format === 'md' &&
    ((findSection(source.markdown, ['considered options']) !== null &&
      findSection(source.markdown, ['decision outcome']) !== null) ||
      dialectOf(source.markdown) === 'nygard'),
  contrasts: [
    { senior: '"We use Kafka."', staff: 'Because, against, accepting that.' },
    { senior: 'Only the pros.', staff: 'Two bad consequences or more, owned.' },
    {
      senior: 'A decision for ever.',
      staff: 'One-way or two-way door, with exit cost in dollars and weeks and a trigger.',
    },
    { senior: 'Silence taken as consent.', staff: 'Dissent by name, in the words of the dissenter.' },
  ],
  header: HEADER,
  skeleton: SKELETON,
  read: readAdr,
  rubric,
  budgets,
  facts,
  newName: 'adr-{number}-{title}.md',
  template: 'adr-catalog-template.md',
});
