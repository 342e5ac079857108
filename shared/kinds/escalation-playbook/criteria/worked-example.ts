import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { DATE, matches, TIMESTAMP } from '../../../text/quantities';
import { type Playbook, titleSpan } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_DATES = 3;

/** ESC-07. */
export const workedExample: AutoCriterion<Playbook> = {
  id: 'ESC-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'One escalation is told with its dates',
  failTitle: 'No escalation is told with its dates',
  why: 'A dated case shows that the clocks were kept once; without one the ladder is a proposal about how people might behave.',
  hint: 'Tell one dispute from first comment to decision, with the date or time of each step.',
  sources: ['ETSY'],
  check: ({ model }) => {
    const section = model.example;
    if (!section)
      return fail({
        span: titleSpan(model.doc),
        message: 'There is no section "Worked example"',
        ...sectionFix(model.doc, SKELETON, 'Worked example'),
      });
    const hits = matches(model.doc.plain, `(?<!\\d)(?:${TIMESTAMP}|${DATE})(?!\\d)`, section.body);
    const moments = new Set(hits.map((hit) => hit.text)).size;
    if (moments >= LEAST_DATES) return pass(...hits);
    return fail({
      span: section.heading.span,
      message: `The worked example gives ${moments} dates or times of ${LEAST_DATES}`,
    });
  },
  examples: {
    pass: [
      {
        source:
          '# Playbook\n\n## Worked example\n\nOpened 2023-10-17, paged 2023-10-19T10:00Z, decided 2023-10-19T15:30Z.\n',
        evidence: ['2023-10-17', '2023-10-19T15:30Z'],
      },
    ],
    fail: [
      {
        source: '# Playbook\n\n## Worked example\n\nOpened 2023-10-17, decided at last.\n',
        at: ['## Worked example'],
      },
      { source: '# Playbook\n\nRaise it.\n', at: ['# Playbook'] },
    ],
  },
};
