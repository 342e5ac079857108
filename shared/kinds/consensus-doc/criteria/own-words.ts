import {
  type AutoCriterion,
  failBecause,
  judge,
  notApplicable,
  type Problem,
} from '../../../rubric/criterion';
import type { Consensus } from '../model';
import { dissenters } from '../positions';

const LEAST_WORDS = 15;

/** CON-04. */
export const ownWords: AutoCriterion<Consensus> = {
  id: 'CON-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Dissent stands in the words of the dissenter',
  failTitle: 'Dissent is retold',
  why: 'An objection retold by the winner loses its point; quoted, with what would change the mind, it becomes a claim that can be tested.',
  hint: 'Ask the dissenter for the statement and for what would change their mind, and quote both.',
  sources: ['ETSY'],
  check: ({ model }) => {
    if (model.dissent.length === 0) {
      if (!model.positions || dissenters(model.positions).length > 0) return failBecause('CON-03');
      return notApplicable('No dissent is recorded');
    }
    const problems: Problem[] = [];
    for (const { id, heading, quote, mindChange } of model.dissent) {
      if (!quote)
        problems.push({
          span: heading,
          message: `${id} quotes nothing; ${LEAST_WORDS} words of the dissenter are wanted`,
        });
      else if (quote.words < LEAST_WORDS)
        problems.push({ span: quote.span, message: `${id} quotes ${quote.words} of ${LEAST_WORDS} words` });
      if (!mindChange)
        problems.push({ span: heading, message: `${id} does not say what "would change my mind"` });
    }
    return judge(
      problems,
      model.dissent.flatMap((block) => (block.quote ? [block.quote.span] : [])),
    );
  },
  examples: {
    pass: [
      {
        source: example(
          '> "Moving facts before an alert exists means finance will find the missing rows before we do."',
          'An alert that has paged a person.',
        ),
        evidence: ['finance will find'],
      },
      {
        source: example(
          'She said “moving facts before an alert exists means finance will find the missing rows before we do”.',
          'An alert that has paged a person.',
        ),
      },
    ],
    fail: [
      {
        source: example('> "I would rather not."', 'An alert that has paged a person.'),
        at: ['> "I would rather not."'],
      },
      {
        source: example('She is against it.', 'An alert that has paged a person.'),
        at: ['### D-01 Leocadia Finch'],
      },
      {
        source: example(
          '> "Moving facts before an alert exists means finance will find the missing rows before we do."',
          '',
        ),
        at: ['### D-01 Leocadia Finch'],
      },
      { source: '## Recorded dissent\n\nSome were against it.\n', at: [] },
    ],
  },
};

function example(statement: string, mind: string): string {
  return `## Recorded dissent\n\n### D-01 Leocadia Finch\n\n${statement}\n\n- **Would change my mind:** ${mind}\n- **Tripwire:** TW-01\n`;
}
