import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Briefing, readBriefing } from './model';
import { rubric } from './rubric';
import { shownBriefing } from './shown-slides';
import { SKELETON } from './skeleton';

/** K24 · part 4 · five slides that get a decision. */
export const executiveSummary = defineKind<Briefing>({
  id: 'executive-summary',
  title: 'Executive summary',
  purpose: 'Five slides that get a decision.',
  part: 4,
  format: 'md',
  order: 90,
  files: ['executive-summary.md'],
  contrasts: [
    { senior: 'Chronology.', staff: 'The answer first.' },
    { senior: 'Topics as titles.', staff: 'Headlines that assert something.' },
    { senior: '"The team will monitor."', staff: 'An ask with money, date and owner.' },
  ],
  skeleton: SKELETON,
  read: readBriefing,
  rubric,
  facts,
  tryOut: shownBriefing,
  template: 'executive-summary-template.md',
});
