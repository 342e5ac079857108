import { blameProblems } from '../../../rubric/blameless-text';
import { type AutoCriterion, failBecause, judge, notEvaluated } from '../../../rubric/criterion';
import { chains } from '../example-whys';
import type { Whys } from '../model';

/** FW-02. The whole text counts; people are named in the front matter only. */
export const endsAtNoPerson: AutoCriterion<Whys> = {
  id: 'FW-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'No chain ends at a person',
  failTitle: 'A chain ends at a person',
  why: 'A chain that arrives at somebody has asked who; the next person in the same place, with the same screen, would do the same.',
  hint: 'Ask what made it sensible at the time. Name the condition, and use roles where somebody has to be mentioned.',
  sources: ['ALLS'],
  check: ({ model, packet }) => {
    if (model.chains.length === 0) return failBecause('FW-01');
    const { doc } = model;
    const problems = doc.blocks
      .filter((block) => !block.inQuote)
      .flatMap((block) => blameProblems(doc.prose, block.span, packet, { where: 'the analysis' }));
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated(
        'The packet names no people (RACI matrix, timeline), so names cannot be told from other words',
      );
    return judge(
      problems,
      model.chains.flatMap(({ steps }) => steps.slice(-1).map((step) => step.span)),
    );
  },
  examples: {
    pass: [
      {
        source: chains(['What discarded records? — because the job failed to decode them.']),
        packet: { 'kit/raci-matrix.yaml': people() },
        evidence: ['the job failed to decode'],
      },
    ],
    fail: [
      {
        source: chains(['Who merged? — because Kofi Darrow forgot the flag.']),
        packet: { 'kit/raci-matrix.yaml': people() },
        at: ['Kofi Darrow', 'forgot'],
      },
      { source: '# Whys\n\nA deploy went wrong.\n' },
    ],
  },
};

function people(): string {
  return 'people:\n  - {key: KD, name: Kofi Darrow, role: Senior Data Engineer, team: Streaming, level: 1}\n';
}
