import { defineKind } from '../../rubric/kind';
import { durationFacts } from './duration-facts';
import { minutesFacts } from './minutes-facts';
import { readSupportDoc, type SupportDoc } from './model';
import { moneyFacts } from './money-facts';
import { policyFacts } from './policy-facts';
import { rubric } from './rubric';
import { runbookFacts } from './runbook-facts';

/** K27 · cross-part · every other Markdown file among the examples, and any that says `kind: support-doc`. */
export const supportDoc = defineKind<SupportDoc>({
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
  read: readSupportDoc,
  rubric,
  facts: (_model, source) => [
    ...policyFacts(source),
    ...runbookFacts(source),
    ...minutesFacts(source),
    ...moneyFacts(source),
    ...durationFacts(source),
  ],
});
