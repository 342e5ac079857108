import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { itemsIn } from '../../../text/sections';
import { type Playbook, titleSpan } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_ITEMS = 3;

/** ESC-08. */
export const antiPatterns: AutoCriterion<Playbook> = {
  id: 'ESC-08',
  mode: 'auto',
  severity: 'should',
  scope: 'structure',
  readsPacket: false,
  title: 'Three habits that break the ladder are named',
  failTitle: 'The habits that break the ladder are not named',
  why: 'People stop copying a director in mid-argument once the habit has a name that is said aloud; rules alone do not stop it.',
  hint: 'Name three or more: surprise cc, hallway reversal, forum shopping, silent veto. Say how each is answered.',
  sources: ['GLDM'],
  check: ({ model }) => {
    const section = model.antiPatterns;
    if (!section)
      return fail({
        span: titleSpan(model.doc),
        message: 'There is no section "Anti-patterns"',
        ...sectionFix(model.doc, SKELETON, 'Anti-patterns'),
      });
    const items = itemsIn(model.doc, section.body).filter((item) => item.depth === 0);
    if (items.length >= LEAST_ITEMS) return pass(...items.map((item) => item.span));
    return fail({
      span: section.heading.span,
      message: `"${section.heading.text}" has ${items.length} list items of ${LEAST_ITEMS}`,
    });
  },
  examples: {
    pass: [
      {
        source: '# Playbook\n\n## Anti-patterns\n\n- Surprise cc\n- Hallway reversal\n- Forum shopping\n',
        evidence: ['Forum shopping'],
      },
    ],
    fail: [
      { source: '# Playbook\n\n## Anti-patterns\n\n- Politics\n', at: ['## Anti-patterns'] },
      { source: '# Playbook\n\nRaise it.\n', at: ['# Playbook'] },
    ],
  },
};
