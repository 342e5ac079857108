import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { words } from '../../../text/prose';
import type { Whys } from '../model';
import { SKELETON } from '../skeleton';

export const LEAST_WORDS = 30;

/** FW-07. */
export const limitsTold: AutoCriterion<Whys> = {
  id: 'FW-07',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'The limits of the method are told',
  failTitle: 'The limits of the method are not told',
  why: 'Admitting that a chain is one line through a net keeps it from being quoted later as the proof it cannot be.',
  hint: 'Write thirty words on where a chain could have turned another way, and on the hindsight in it.',
  sources: ['CARD'],
  check: ({ model }) => {
    const section = model.limits;
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "Limits of this method"',
        ...sectionFix(model.doc, SKELETON, 'Limits of this method'),
      });
    const count = words(model.doc.plain.slice(section.body.from, section.body.to));
    if (count >= LEAST_WORDS) return pass(section.heading.span);
    return fail({
      span: section.heading.span,
      message: `"${section.heading.text}" has ${count} words of ${LEAST_WORDS}`,
    });
  },
  examples: {
    pass: [
      {
        source: `# Whys\n\n## Limits of this method\n\n${'A chain is one line through a net. '.repeat(4)}\n`,
        evidence: ['## Limits'],
      },
    ],
    fail: [
      { source: '# Whys\n\n## Limits of this method\n\nNone known.\n', at: ['## Limits of this method'] },
      { source: '# Whys\n\nA deploy went wrong.\n', at: ['# Whys'] },
    ],
  },
};
