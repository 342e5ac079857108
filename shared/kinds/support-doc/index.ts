import { defineKind } from '../../rubric/kind';
import { policyFacts } from './policy-facts';

/** K27 · cross-part · every other Markdown file among the examples, and any that says `kind: support-doc`. Only the universal criteria apply so far. */
export const supportDoc = defineKind<null>({
  id: 'support-doc',
  title: 'Supporting document',
  purpose: 'Working papers that show the process.',
  part: 'X',
  format: 'md',
  order: 900,
  files: ['examples/**/*.md'],
  contrasts: [
    { senior: 'Personal notes.', staff: 'Usable by another team without the author present.' },
    { senior: '"See wiki."', staff: 'Linked both ways with the artifact it supports.' },
  ],
  read: () => null,
  rubric: [],
  facts: (_model, source) => policyFacts(source),
});
