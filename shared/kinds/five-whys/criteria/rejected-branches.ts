import { type AutoCriterion, fail, judge } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { itemsIn } from '../../../text/sections';
import type { Whys } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_ITEMS = 2;
const REASON = /(?<!\p{L})(?:because|ruled[\s-]+out)(?!\p{L})/iu;

/** FW-06. */
export const rejectedBranches: AutoCriterion<Whys> = {
  id: 'FW-06',
  mode: 'auto',
  severity: 'should',
  scope: 'structure',
  readsPacket: false,
  title: 'Rejected branches are kept, with what ruled them out',
  failTitle: 'Rejected branches are missing, or lack their reason',
  why: 'Whoever was on the call held one of those theories; until they see what felled it, they will not believe the chain that stayed.',
  hint: 'List the red herrings of the day, each with "ruled out because" and the record that did it.',
  sources: ['HOWIE'],
  check: ({ model }) => {
    const section = model.rejected;
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "Branches considered and rejected"',
        ...sectionFix(model.doc, SKELETON, 'Branches considered and rejected'),
      });
    const items = itemsIn(model.doc, section.body).filter((item) => item.depth === 0);
    if (items.length < LEAST_ITEMS)
      return fail({
        span: section.heading.span,
        message: `"${section.heading.text}" has ${items.length} list items of ${LEAST_ITEMS}`,
      });
    return judge(
      items.flatMap((item) =>
        REASON.test(item.text)
          ? []
          : [{ span: item.span, message: 'This branch does not say what ruled it out ("because …")' }],
      ),
      items.map((item) => item.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          '# Whys\n\n## Branches considered and rejected\n\n- Broker patch: ruled out, lag stayed flat.\n- Web flag: no, because checkout took orders.\n',
        evidence: ['Broker patch'],
      },
    ],
    fail: [
      {
        source:
          '# Whys\n\n## Branches considered and rejected\n\n- Broker patch: ruled out by lag.\n- Network: not the cause.\n',
        at: ['Network: not the cause.'],
      },
      { source: '# Whys\n\n## Rejected\n\nNone.\n', at: ['## Rejected'] },
      { source: '# Whys\n\nA deploy went wrong.\n', at: ['# Whys'] },
    ],
  },
};
