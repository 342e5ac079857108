import { type AutoCriterion, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { peopleIn } from '../../../rubric/people-in-text';
import { matches } from '../../../text/quantities';
import { PEOPLE } from '../example-people';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';

const PROOF = '(?<!\\p{L})(?:tests?|tested|alerts?|gates?|gated|reviews?|reviewed)(?!\\p{L})';

/** AD-10. */
export const confirmationCheckable: AutoCriterion<Adr> = {
  id: 'AD-10',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Confirmation can be checked, and someone checks it',
  failTitle: 'Nobody would notice if the decision were ignored',
  why: 'A decision that no test, alert or gate confirms holds for as long as people remember it.',
  hint: 'Name the test, alert, gate or review that proves compliance, and its owner.',
  sources: ['MADR'],
  check: ({ model, packet }) => {
    const { doc } = model;
    const section = model.section('confirmation');
    if (!section) return missingSection(model, 'confirmation');
    const problems: Problem[] = [];
    const proofs = matches(doc.plain, PROOF, section.body, 'i');
    if (proofs.length === 0)
      problems.push({
        span: section.heading.span,
        message: 'The section names no test, alert, gate or review',
      });
    const owners = peopleIn(doc.plain, packet.people, section.body);
    if (packet.people.length === 0) {
      if (problems.length === 0)
        return notEvaluated(
          'Whether the confirmation has an owner shows once the packet holds a RACI matrix',
        );
    } else if (owners.length === 0)
      problems.push({
        span: section.heading.span,
        message: 'The section names no person who owns the check',
      });
    return judge(problems, [...proofs.slice(0, 2), ...owners.slice(0, 1)]);
  },
  examples: {
    pass: [
      {
        packet: PEOPLE,
        source: '## Confirmation\n\nThe exit test of P0, owner Yuki Brannigan.\n',
        evidence: ['test', 'Yuki Brannigan'],
      },
    ],
    fail: [
      {
        packet: PEOPLE,
        source: '## Confirmation\n\nYuki Brannigan keeps an eye on it.\n',
        at: ['## Confirmation'],
      },
      {
        packet: PEOPLE,
        source: '## Confirmation\n\nThe test is run by the team.\n',
        at: ['## Confirmation'],
      },
      { source: '## Dissent\n\nNone.\n\n## Revisit triggers\n\nNone.\n', at: ['## Revisit triggers'] },
    ],
  },
};
