import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import type { SupportDoc } from '../model';

const MOST_WORDS = 1500;

/** DOC-06. Reported at the heading under which the limit is passed. */
export const shortEnough: AutoCriterion<SupportDoc> = {
  id: 'DOC-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'It is at most 1,500 words long',
  failTitle: 'It is longer than 1,500 words',
  why: 'A working paper supports another one; when it is as long as the argument itself, its reader has to find the part that matters.',
  hint: 'Move detail to an appendix file and link it.',
  sources: ['GDD'],
  check: ({ model }) => {
    const { doc, title } = model;
    let count = 0;
    let limit: number | null = null;
    for (const word of doc.plain.matchAll(/\S+/g)) {
      if (!/[\p{L}\p{N}]/u.test(word[0])) continue;
      count++;
      if (count === MOST_WORDS + 1) limit = word.index;
    }
    if (limit === null) return pass(title);
    const end = limit;
    return fail({
      span: doc.headings.findLast((heading) => heading.span.from <= end)?.span ?? title,
      message: `The paper has ${count.toLocaleString('en-US')} words; the limit of 1,500 is passed in this section`,
    });
  },
  examples: {
    pass: [
      {
        path: 'kit/examples/x.md',
        source: `---\nid: X\n---\n\n# Note\n\n${'word '.repeat(1499)}\n`,
        evidence: ['# Note'],
      },
    ],
    fail: [
      {
        path: 'kit/examples/x.md',
        source: `# Note\n\n${'word '.repeat(1400)}\n\n## More\n\n${'word '.repeat(100)}\n\n## Rest\n\nword\n`,
        at: ['## More'],
      },
    ],
  },
};
