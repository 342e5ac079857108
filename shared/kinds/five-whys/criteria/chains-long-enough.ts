import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { chains } from '../example-whys';
import type { Whys } from '../model';

const LEAST_CHAINS = 2;
const STEPS = { least: 4, most: 7 } as const;

/** FW-01. Carries the finding when there is no chain. */
export const chainsLongEnough: AutoCriterion<Whys> = {
  id: 'FW-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'At least two chains of four to seven steps',
  failTitle: 'There are too few chains, or one that stops early or runs on',
  why: 'One chain ends wherever the person asking wanted it to; the second, about why nobody saw it, is where the system shows.',
  hint: 'Add the chain about detection. Stop each where something can be done, after four steps at the earliest.',
  sources: ['CARD'],
  check: ({ model }) => {
    const problems: Problem[] = [];
    if (model.chains.length < LEAST_CHAINS)
      problems.push({
        span: model.chains[0]?.section.heading.span ?? model.title,
        message: `The document holds ${model.chains.length} chains of ${LEAST_CHAINS}`,
      });
    for (const { section, steps } of model.chains) {
      if (steps.length >= STEPS.least && steps.length <= STEPS.most) continue;
      problems.push({
        span: section.heading.span,
        message: `"${section.heading.text}" has ${steps.length} steps; ${STEPS.least} to ${STEPS.most} are wanted`,
      });
    }
    return judge(
      problems,
      model.chains.map(({ section }) => section.heading.span),
    );
  },
  examples: {
    pass: [
      {
        source: chains(['a?', 'b?', 'c?', 'd?'], ['a?', 'b?', 'c?', 'd?', 'e?']),
        evidence: ['## Chain A', '## Chain B'],
      },
    ],
    fail: [
      { source: '# Whys\n\nA deploy went wrong.\n', at: ['# Whys'] },
      { source: chains(['a?', 'b?', 'c?', 'd?']), at: ['## Chain A'] },
      { source: chains(['a?', 'b?', 'c?', 'd?'], ['a?', 'b?', 'c?']), at: ['## Chain B'] },
    ],
  },
};
