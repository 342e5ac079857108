import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { respelled } from '../../../rubric/misspelt-name';
import { nearestPerson } from '../../../rubric/nearest-person';
import type { Packet } from '../../../rubric/packet';
import { PEOPLE, register, risk } from '../example-register';
import { placeOf, type Register, type Risk } from '../model';

/** Two names in one field: joined by a comma, "and", a slash or the like. */
const SEVERAL = /[,;/&+]|\s(?:and|or|with)\s/i;

/** RR-02. */
export const owners: AutoCriterion<Register> = {
  id: 'RR-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Each risk has one named owner',
  failTitle: 'A risk has no single named owner',
  why: 'A risk that a team owns is watched by nobody in the week it happens.',
  hint: 'Choose one accountable person; put helpers in the mitigation text.',
  sources: ['ISO31'],
  check: ({ model, packet }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    const problems = model.risks.flatMap((item) => ownerProblem(item, packet));
    if (problems.length === 0 && packet.people.length === 0) {
      return notEvaluated('Owners can be checked when the packet has a RACI matrix or a list of responders');
    }
    return judge(
      problems,
      model.risks.slice(0, 5).map((item) => item.at.at('owner').span),
    );
  },
  examples: {
    pass: [{ source: register(risk()), packet: PEOPLE, evidence: ['Yuki Brannigan'] }],
    fail: [
      { source: register(risk({ owner: 'Yuki Branigan' })), packet: PEOPLE, at: ['"Yuki Branigan"'] },
      {
        source: register(risk({ owner: 'Yuki Brannigan and Baptiste Nwosu' })),
        packet: PEOPLE,
        at: ['"Yuki Brannigan and Baptiste Nwosu"'],
      },
      {
        source: register(risk({ owner: 'Streaming Platform' })),
        packet: PEOPLE,
        at: ['"Streaming Platform"'],
      },
      { source: register(risk({ owner: undefined })), at: ['"R-01"'] },
    ],
  },
};

function ownerProblem(item: Risk, packet: Packet): Problem[] {
  const at = item.at.at('owner');
  if (item.owner === null) {
    return [{ span: at.exists ? at.span : placeOf(item), message: `${item.id} has no owner` }];
  }
  if (packet.person(item.owner)) return [];
  if (SEVERAL.test(item.owner)) {
    return [{ span: at.span, message: `${item.id} names more than one owner: "${item.owner}"` }];
  }
  if (packet.people.length === 0) return [];
  const near = nearestPerson(item.owner, packet.people);
  return [
    {
      span: at.span,
      message: `"${item.owner}", the owner of ${item.id}, is nobody in the packet's list of people`,
      ...(near === null ? {} : { hint: `The nearest name is ${near}.` }),
      ...respelled(item.owner, at.tree.text, at.span, packet.people),
    },
  ];
}
