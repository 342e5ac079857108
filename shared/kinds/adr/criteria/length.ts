import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import type { Adr } from '../model';

export const LEAST = 300;
export const MOST = 1200;

/** AD-12. */
export const length: AutoCriterion<Adr> = {
  id: 'AD-12',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The ADR has 300 to 1,200 words',
  failTitle: 'The ADR is too short or too long',
  why: 'Below a page the forces are missing; above three, nobody reads the record when it is needed.',
  hint: 'Move detail to a linked file, or write down the forces that are missing.',
  sources: ['NYG'],
  check: ({ model: { doc } }) => {
    const count = words(doc.plain);
    const title = doc.headings[0]?.span ?? { from: 0, to: Math.min(1, doc.text.length) };
    return count >= LEAST && count <= MOST
      ? pass(title)
      : fail({
          span: title,
          message: `The ADR has ${count.toLocaleString('en-US')} words; 300 to 1,200 are wanted`,
        });
  },
  examples: {
    pass: [{ source: `# Title\n\n${'word '.repeat(300)}\n`, evidence: ['# Title'] }],
    fail: [
      { source: '---\nid: ADR-001\n---\n\n# Title\n\nShort.\n', at: ['# Title'] },
      { source: `# Title\n\n${'word '.repeat(1200)}\n`, at: ['# Title'] },
    ],
  },
};
