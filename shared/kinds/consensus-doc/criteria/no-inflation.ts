import { type AutoCriterion, failBecause, judge, notApplicable } from '../../../rubric/criterion';
import { matches } from '../../../text/quantities';
import type { Consensus } from '../model';
import { dissenters } from '../positions';

/** "Not unanimous" says the opposite. */
const INFLATION =
  '(?<!(?:not|never|nor|no) )(?<!\\p{L})(?:unanimous(?:ly)?|everyone agreed|full consensus)(?!\\p{L})';

/** CON-08. */
export const noInflation: AutoCriterion<Consensus> = {
  id: 'CON-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The positions are not inflated',
  failTitle: 'The text claims more agreement than the table shows',
  why: 'One "unanimous" above a table with a dissenter tells the dissenter, and every reader, that the record was edited to please.',
  hint: 'Write the count, such as "11 consent, 1 with a reservation, 2 disagree and commit".',
  sources: ['CONS'],
  check: ({ model }) => {
    if (!model.positions) return failBecause('CON-02');
    const against = dissenters(model.positions);
    if (against.length === 0) return notApplicable('Every position is a consent or an abstention');
    const hits = matches(model.doc.prose, INFLATION, undefined, 'i');
    return judge(
      hits.map((hit) => ({
        span: { from: hit.from, to: hit.to },
        message: `"${hit.text}", while ${against.length} of ${model.positions?.rows.length} positions are no consent`,
      })),
      against.map((row) => row.at.position),
    );
  },
  examples: {
    pass: [
      { source: example('The vote was not unanimous: 1 disagreed.'), evidence: ['disagree-and-commit'] },
    ],
    fail: [
      { source: example('The room was unanimous.'), at: ['unanimous'] },
      { source: example('In the end everyone agreed.'), at: ['everyone agreed'] },
      { source: '## Decision\n\nText.\n', at: [] },
    ],
  },
};

function example(text: string): string {
  return `## Positions\n\n${text}\n\n| Name | Position | Reason |\n|---|---|---|\n| Kofi Darrow | disagree-and-commit | Kinesis asks less of us |\n`;
}
