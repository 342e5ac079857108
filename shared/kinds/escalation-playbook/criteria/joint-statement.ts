import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { itemsIn } from '../../../text/sections';
import { type Playbook, titleSpan } from '../model';
import { SKELETON } from '../skeleton';

const PARTS = [
  ['agreed facts', /facts/i],
  ['the point of disagreement', /disagree/i],
  ['the options', /options?(?!\p{L})/iu],
  ['the cost of delay', /delay|waiting/i],
] as const;

/** ESC-04. */
export const jointStatement: AutoCriterion<Playbook> = {
  id: 'ESC-04',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'Both sides write one statement together',
  failTitle: 'There is no joint statement to write',
  why: 'Two memos make the decider a judge of writing. One page that both sides sign has usually ended half the dispute before it is sent.',
  hint: 'List what the page holds: agreed facts, point of disagreement, options, what each side would need, cost of delay.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const section = model.joint;
    if (!section)
      return fail({
        span: titleSpan(model.doc),
        message: 'There is no section "How to write it" with the parts of the joint statement',
        ...sectionFix(model.doc, SKELETON, 'How to write it'),
      });
    const items = itemsIn(model.doc, section.body);
    const found = PARTS.map(([, form]) => items.find((item) => form.test(item.text)));
    const lacks = PARTS.filter((_, i) => !found[i]).map(([name]) => name);
    if (lacks.length > 0)
      return fail({
        span: section.heading.span,
        message: `The list of what the joint page holds lacks ${lacks.join(', ')}`,
      });
    return pass(...found.flatMap((item) => item?.span ?? []));
  },
  examples: {
    pass: [
      {
        source:
          '# Playbook\n\n## How to write it\n\n1. Agreed facts, each with a file.\n2. Point of disagreement.\n3. Options, priced.\n4. Cost of delay.\n',
        evidence: ['Cost of delay'],
      },
    ],
    fail: [
      {
        source: '# Playbook\n\n## How to write it\n\n- Agreed facts\n- Options\n- Slides\n',
        at: ['## How to write it'],
      },
      { source: '# Playbook\n\nRaise it.\n', at: ['# Playbook'] },
    ],
  },
};
