import { type AutoCriterion, fail, judge } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { DURATION } from '../../../text/periods';
import { has } from '../../../text/quantities';
import { itemsIn, tablesIn } from '../../../text/sections';
import type { Framework } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_STEPS = 5;

/** DAC-02. Steps are the items of a numbered list or the rows of a table. */
export const timeBoxes: AutoCriterion<Framework> = {
  id: 'DAC-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'At least five steps, each with its time',
  failTitle: 'The steps have no time boxes',
  why: 'Without minutes the reaction round eats the objection round, and the people with the harm to report speak last or not at all.',
  hint: 'Number the steps from proposing to committing and give each its minutes.',
  sources: ['CONS'],
  check: ({ model }) => {
    const section = model.section('steps');
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "Steps" with the steps and their times',
        ...sectionFix(model.doc, SKELETON, 'Steps'),
      });
    const { doc } = model;
    const listed = itemsIn(doc, section.body).filter((item) => item.ordered && item.depth === 0);
    const rows = tablesIn(doc, section.body)[0]?.rows ?? [];
    const steps = (listed.length > 0 ? listed : rows).map((step) => step.span);
    const timed = steps.filter((step) => has(doc.plain.slice(step.from, step.to), DURATION));
    if (timed.length >= LEAST_STEPS) return judge([], timed);
    const untimed = steps.filter((step) => !timed.includes(step));
    if (untimed.length === 0 || steps.length < LEAST_STEPS)
      return fail({
        span: section.heading.span,
        message: `${timed.length} ordered steps of ${LEAST_STEPS} have a time`,
      });
    return judge(
      untimed.map((step) => ({
        span: step,
        message: `This step has no time; ${timed.length} steps of ${LEAST_STEPS} have one`,
      })),
    );
  },
  examples: {
    pass: [
      {
        source: steps('15 min', '10 min', '35 minutes', '1 h', '2 business days'),
        evidence: ['35 minutes'],
      },
      {
        source:
          '# Rules\n\n## Steps\n\n| Step | Time |\n| --- | --- |\n| a | 1 min |\n| b | 1 min |\n| c | 1 min |\n| d | 1 min |\n| e | 1 min |\n',
      },
    ],
    fail: [
      { source: steps('15 min', '10 min'), at: ['## Steps'] },
      { source: steps('15 min', '10 min', '35 min', '5 min', 'a while'), at: ['Step 5, a while.'] },
      { source: '# Rules\n\nDisagree and commit.\n', at: ['# Rules'] },
    ],
  },
};

function steps(...times: readonly string[]): string {
  return `# Rules\n\n## Steps\n\n${times.map((time, i) => `${i + 1}. Step ${i + 1}, ${time}.\n`).join('')}`;
}
