import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { contentWords } from '../../../text/prose';
import type { Span } from '../../../text/span';
import { chains } from '../example-whys';
import type { Whys } from '../model';

/** FW-05. Evidence and confidence do not connect steps. A step without a because-clause is compared as a whole. */
export const stepsConnect: AutoCriterion<Whys> = {
  id: 'FW-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Each step takes up the one before',
  failTitle: 'A step does not take up the one before',
  why: 'Where the question no longer concerns the answer above it, the chain has jumped to what the author meant to find.',
  hint: 'Ask the next question about a word of the last answer, or add the step between the two.',
  sources: ['CARD'],
  check: ({ model }) => {
    if (model.chains.length === 0) return failBecause('FW-01');
    const { doc } = model;
    const wordsOf = (at: Span) => {
      const text = doc.plain
        .slice(at.from, at.to)
        .replace(/^why\s*#?\d*/i, ' ')
        .replace(/(?<!\p{L})because(?!\p{L})/giu, ' ');
      return contentWords(text);
    };
    const problems: Problem[] = [];
    const linked: Span[] = [];
    for (const { steps } of model.chains) {
      steps.forEach((step, i) => {
        const before = steps[i - 1];
        if (!before) return;
        const wanted = wordsOf(before.because ?? before.claim);
        if ([...wordsOf(step.claim)].some((word) => wanted.has(word))) linked.push(step.claim);
        else
          problems.push({
            span: step.claim,
            message: `This step repeats no word of the answer above it (${[...wanted].slice(0, 4).join(', ') || 'which is empty'})`,
          });
      });
    }
    return judge(problems, linked);
  },
  examples: {
    pass: [
      {
        source: chains([
          'What discarded records? — because the filter takes null for a preview',
          'What made an amount null? — because the job reads with the old schema',
        ]),
        evidence: ['What made an amount null?'],
      },
    ],
    fail: [
      {
        source: chains([
          'What discarded records? — because the filter takes null for a preview — Evidence: LOG-1',
          'Who was on call? — because summer began — Evidence: the filter — Confidence: low',
        ]),
        at: ['Why 2: Who was on call? — because summer began'],
      },
      { source: '# Whys\n\nA deploy went wrong.\n' },
    ],
  },
};
