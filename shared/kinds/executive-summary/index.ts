import { defineKind } from '../../rubric/kind';

/** K24 · part 4 · five slides that get a decision. Only the universal criteria apply so far. */
export const executiveSummary = defineKind<null>({
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
  read: () => null,
  rubric: [],
  facts: () => [],
});
