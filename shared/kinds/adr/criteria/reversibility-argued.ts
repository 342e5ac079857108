import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { DURATION } from '../../../text/periods';
import { words } from '../../../text/prose';
import { amounts, matches } from '../../../text/quantities';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';

export const LEAST_WORDS = 30;

/** AD-05. */
export const reversibilityArgued: AutoCriterion<Adr> = {
  id: 'AD-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Reversibility is argued, with an exit cost',
  failTitle: 'Reversibility is claimed, not argued',
  why: 'How long a decision deserves depends on what it costs to undo; without that number its tier is a label.',
  hint: 'State the weeks and dollars it takes to walk back, and what becomes impossible.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const { doc } = model;
    const section = model.section('reversibility');
    if (!section) return missingSection(model, 'reversibility');
    const problems: Problem[] = [];
    const count = words(doc.plain.slice(section.body.from, section.body.to));
    if (count < LEAST_WORDS)
      problems.push({
        span: section.heading.span,
        message: `The section has ${count} of ${LEAST_WORDS} words`,
      });
    const costs = [...amounts(doc.plain, section.body), ...matches(doc.plain, DURATION, section.body)];
    if (costs.length === 0)
      problems.push({
        span: section.heading.span,
        message: 'The exit cost has no number: neither money nor a duration such as "10 engineer-weeks"',
      });
    if (problems.length === 0 && !model.type1 && !model.type2) return failBecause('AD-01');
    return judge(problems, costs);
  },
  examples: {
    pass: [
      {
        source: `---\nreversibility: type-1\n---\n\n## Reversibility and exit cost\n\nLeaving takes 26 engineer-weeks.${' word'.repeat(30)}\n`,
        evidence: ['26 engineer-weeks'],
      },
      {
        source: `---\nreversibility: type-2\n---\n\n## Reversibility\n\nA job is replaced after 10 business days.${' word'.repeat(30)}\n`,
      },
    ],
    fail: [
      { source: '## Reversibility\n\nType 2, 10 weeks.\n', at: ['## Reversibility'] },
      { source: `## Reversibility\n\nEasy.${' word'.repeat(30)}\n`, at: ['## Reversibility'] },
      { source: '## Consequences\n\nText.\n\n## Cost\n\nNone.\n', at: ['## Cost'] },
    ],
  },
};
