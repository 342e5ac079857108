import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { matches } from '../../../text/quantities';
import type { Framework } from '../model';
import { SKELETON } from '../skeleton';

/** DAC-07. */
export const exitCondition: AutoCriterion<Framework> = {
  id: 'DAC-07',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'It is said when a commitment ends',
  failTitle: 'A commitment never ends',
  why: 'Commitment without an end is obedience; saying what reopens the decision is what lets honest people give it.',
  hint: 'Say what reopens the decision: a tripwire that trips, or new evidence that nobody had on the day.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const section = model.section('ends');
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "When commit ends"',
        ...sectionFix(model.doc, SKELETON, 'When commit ends'),
      });
    const hits = matches(
      model.doc.plain,
      '(?<!\\p{L})(?:tripwires?|new\\s+evidence)(?!\\p{L})',
      section.body,
      'i',
    );
    if (hits.length > 0) return pass(...hits);
    return fail({
      span: section.heading.span,
      message: `"${section.heading.text}" names neither a tripwire nor new evidence`,
    });
  },
  examples: {
    pass: [
      {
        source: '# Rules\n\n## When commit ends\n\nIt ends when new\nevidence appears.\n',
        evidence: ['new\nevidence'],
      },
    ],
    fail: [
      {
        source: '# Rules\n\n## When commit ends\n\nWhen somebody new joins.\n',
        at: ['## When commit ends'],
      },
      { source: '# Rules\n\nDisagree and commit.\n', at: ['# Rules'] },
    ],
  },
};
