import { type AutoCriterion, fail, notApplicable, pass } from '../../../rubric/criterion';
import { ids } from '../../../text/quantities';
import { findSection } from '../../../text/sections';
import type { Postmortem } from '../model';

const FAMILIES = ['R', 'D', 'TW'] as const;

/** PM-13. */
export const priorKnowledge: AutoCriterion<Postmortem> = {
  id: 'PM-13',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Prior knowledge is faced',
  failTitle: 'What was known beforehand is left out',
  why: 'Someone nearly always wrote it down before. A report that says who, and what was done with it, is trusted; one that hides it is found out.',
  hint: 'Link the risk, dissent or tripwire that saw it coming, and say what was done with it.',
  sources: ['HOWIE'],
  check: ({ model, packet }) => {
    const known = FAMILIES.flatMap((family) => packet.definitions(family));
    if (known.length === 0) return notApplicable('The packet records no risks, dissent or tripwires');
    const mentions = FAMILIES.flatMap((family) => ids(model.doc.plain, family));
    if (mentions.length > 0) return pass(...mentions.sort((a, b) => a.from - b.from).slice(0, 5));
    const section = findSection(model.doc, ['what we knew', 'prior knowledge', 'known before']);
    const span = section?.heading.span ?? model.doc.headings[0]?.span ?? { from: 0, to: 1 };
    const [first] = known;
    const example = first ? `, such as ${first.id} (${first.title.slice(0, 60)})` : '';
    return fail({
      span,
      message: `The report names none of the ${known.length} risks, dissents and tripwires of the packet${example}`,
    });
  },
  examples: {
    pass: [
      {
        source: '# Report\n\n## What we knew beforehand\n\nR-03 described it.\n',
        packet: { 'kit/dissent-register.yaml': register() },
        evidence: ['R-03'],
      },
    ],
    fail: [
      {
        source: '# Report\n\n## What we knew beforehand\n\nNothing.\n',
        packet: { 'kit/dissent-register.yaml': register() },
        at: ['## What we knew beforehand'],
      },
    ],
  },
};

function register(): string {
  return 'entries: []\ntripwires:\n  - {id: TW-01, metric: order-line completeness, threshold: "< 99.95 %"}\n';
}
