import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { itemsIn } from '../../../text/sections';
import type { Postmortem } from '../model';
import { OUTLINE } from '../outline';

const LEAST_ITEMS = 3;
const LISTS = ['wentWell', 'wentWrong', 'lucky'] as const;

/** PM-10. */
export const retrospectiveItems: AutoCriterion<Postmortem> = {
  id: 'PM-10',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'What went well, wrong and by luck has three items each',
  failTitle: 'What went well, wrong or by luck is thin',
  why: 'Luck and good work hide the next incident as well as mistakes do; a report that lists only failures has learned a third of it.',
  hint: 'Ask each responder for one thing that went well, one that went wrong, and one that was luck.',
  sources: ['SREB'],
  check: ({ model }) => {
    const problems: Problem[] = [];
    const sections = LISTS.map((name) => ({ name: OUTLINE[name].name, section: model.section(name) }));
    for (const { section } of sections) {
      if (!section) continue;
      const count = itemsIn(model.doc, section.body).filter((item) => item.depth === 0).length;
      if (count < LEAST_ITEMS)
        problems.push({
          span: section.heading.span,
          message: `"${section.heading.text}" has ${count} list items of ${LEAST_ITEMS}`,
        });
    }
    if (problems.length === 0 && sections.some(({ section }) => !section)) return failBecause('PM-02');
    return judge(
      problems,
      sections.flatMap(({ section }) => (section ? [section.heading.span] : [])),
    );
  },
  examples: {
    pass: [{ source: report(3, 3, 4), evidence: ['## Where we got lucky'] }],
    fail: [
      { source: report(3, 2, 1), at: ['## What went wrong', '## Where we got lucky'] },
      { source: '# Report\n\n## What went well\n\n- a\n- b\n- c\n' },
    ],
  },
};

function report(...counts: readonly [number, number, number]): string {
  const list = (count: number) => Array.from({ length: count }, (_, i) => `- Item ${i}\n`).join('');
  const names = ['What went well', 'What went wrong', 'Where we got lucky'];
  return `# Report\n\n${names.map((name, i) => `## ${name}\n\n${list(counts[i] ?? 0)}`).join('\n')}`;
}
