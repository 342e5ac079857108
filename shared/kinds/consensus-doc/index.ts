import { defineKind } from '../../rubric/kind';
import { findSection } from '../../text/sections';
import { facts } from './facts';
import { HEADER } from './header-blanks';
import { type Consensus, readConsensus } from './model';
import { positionsChart } from './positions-chart';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K13 · part 3 · what was decided, by whom, over whose objection. */
export const consensusDoc = defineKind<Consensus>({
  id: 'consensus-doc',
  title: 'Consensus document',
  purpose: 'Record what was decided, by whom, over whose objection.',
  part: 3,
  format: 'md',
  order: 40,
  files: ['consensus-doc.md'],
  recognise: (source) =>
    source.format === 'md' &&
    findSection(source.markdown, ['positions']) !== null &&
    findSection(source.markdown, ['recorded dissent']) !== null,
  contrasts: [
    { senior: '"We agreed."', staff: 'A position for every person.' },
    {
      senior: 'Objections softened.',
      staff: 'The words of the dissenter, and what would change their mind.',
    },
    { senior: 'Conditions as hopes.', staff: 'Owner, due date and evidence.' },
    { senior: 'Done.', staff: 'Tripwires with a clock for the action.' },
  ],
  header: HEADER,
  skeleton: SKELETON,
  read: readConsensus,
  rubric,
  facts,
  preview: positionsChart,
  printsCharts: true,
  template: 'consensus-doc-template.md',
});
