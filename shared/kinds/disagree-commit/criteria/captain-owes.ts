import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { itemsIn } from '../../../text/sections';
import type { Framework } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_ITEMS = 3;
const DUTIES = [
  ['recording the dissent', /(?<!\p{L})record/iu],
  ['setting a tripwire', /(?<!\p{L})tripwire/iu],
] as const;

/** DAC-04. */
export const captainOwes: AutoCriterion<Framework> = {
  id: 'DAC-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The captain owes dissenters a record and a tripwire',
  failTitle: 'The captain owes dissenters too little',
  why: 'Asking people to commit against their judgement is a loan; the record and the tripwire are how it is paid back.',
  hint: "List three duties or more, among them recording the dissent in its owner's words and setting a tripwire with them.",
  sources: ['GLDM'],
  check: ({ model }) => {
    const section = model.section('captain');
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "What the captain owes dissenters"',
        ...sectionFix(model.doc, SKELETON, 'What the captain owes dissenters'),
      });
    const items = itemsIn(model.doc, section.body).filter((item) => item.depth === 0);
    const text = model.doc.plain.slice(section.body.from, section.body.to);
    const lacks = [
      ...(items.length < LEAST_ITEMS ? [`${LEAST_ITEMS - items.length} of ${LEAST_ITEMS} duties`] : []),
      ...DUTIES.filter(([, form]) => !form.test(text)).map(([name]) => name),
    ];
    if (lacks.length === 0) return pass(...items.map((item) => item.span));
    return fail({
      span: section.heading.span,
      message: `What the captain owes lacks ${lacks.join(' and ')}`,
    });
  },
  examples: {
    pass: [
      {
        source:
          '# Rules\n\n## What the captain owes dissenters\n\n- Record the dissent.\n- Answer the claim.\n- Build a tripwire with them.\n',
        evidence: ['Record the dissent'],
      },
    ],
    fail: [
      {
        source:
          '# Rules\n\n## What the captain owes dissenters\n\n- Record the dissent.\n- Answer it.\n- Say thanks.\n',
        at: ['## What the captain owes dissenters'],
      },
      {
        source: '# Rules\n\n## What the captain owes dissenters\n\n- Record it and set a tripwire.\n',
        at: ['## What the captain owes dissenters'],
      },
      { source: '# Rules\n\nDisagree and commit.\n', at: ['# Rules'] },
    ],
  },
};
