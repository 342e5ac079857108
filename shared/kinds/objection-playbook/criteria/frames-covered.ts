import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { block } from '../example-block';
import { FRAMES, type Playbook } from '../model';

const LEAST = 2;

/** OP-02. */
export const framesCovered: AutoCriterion<Playbook> = {
  id: 'OP-02',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'Each frame has at least two questions',
  failTitle: 'A frame has fewer than two questions',
  why: 'A VP, a CTO and an engineer ask about money, mechanism and their own work. Who prepared for one of them is surprised by the other two.',
  hint: 'Rewrite an answer for the missing frame: VP (cost and risk), CTO (technical depth) or IC (career and craft).',
  sources: ['Seed'],
  check: ({ model }) => {
    const { objections } = model;
    if (objections.length === 0) return failBecause('OP-01');
    const framed = objections.filter((objection) => objection.field('frame'));
    if (framed.length === 0) return failBecause('OP-03');
    const problems: Problem[] = framed.flatMap((objection) => {
      const field = objection.field('frame');
      return objection.frame === null && field
        ? [{ span: field.value, message: `The frame of ${objection.id} is none of ${FRAMES.join(', ')}` }]
        : [];
    });
    const unsure = problems.length > 0 || framed.length < objections.length;
    let short = false;
    for (const frame of FRAMES) {
      const own = framed.filter((objection) => objection.frame === frame);
      if (own.length >= LEAST) continue;
      short = true;
      // A frame that cannot be read, or is missing, may be the one that is short; that is told where it is.
      if (unsure) continue;
      problems.push({
        span: own[0]?.field('frame')?.value ?? model.title,
        message: `${own.length} of ${LEAST} questions are for the frame ${frame}`,
      });
    }
    if (short && problems.length === 0) return failBecause('OP-03');
    return judge(
      problems,
      framed.flatMap((objection) => objection.field('frame')?.value ?? []),
    );
  },
  examples: {
    pass: [
      {
        source: example('VP: cost and risk', 'VP', 'CTO: technical depth', 'cto', 'IC', 'IC: craft'),
        evidence: ['IC: craft'],
      },
    ],
    fail: [
      { source: example('VP', 'VP', 'CTO', 'CTO', 'IC: craft'), at: ['IC: craft'] },
      { source: example('VP', 'VP', 'CTO', 'CTO'), at: ['# Questions'] },
      { source: example('VP', 'VP', 'CTO', 'CTO', 'IC', 'Finance'), at: ['Finance'] },
      { source: example('', ''), at: [] },
    ],
  },
};

function example(...frames: readonly string[]): string {
  return `# Questions\n\n${frames.map((frame, i) => block({ Frame: frame }, i + 1)).join('')}`;
}
