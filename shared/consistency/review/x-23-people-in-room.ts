import { misspelt } from '../../rubric/misspelt-name';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { placeOf, type RecordOf } from '../record-fields';
import { agenda, RACI, seats } from './example-review';

const ROLES = ['captain', 'facilitator', 'scribe'] as const;

/**
 * Who is only told of everything need not be in the room. A captain who is not invited is AG-02's finding, a role held by nobody of the
 * packet AG-03's, a misspelt participant X-22's, a team in place of a person RACI-04's: they count here and are not repeated.
 */
export const peopleInRoom: ConsistencyRule = {
  id: 'X-23',
  severity: 'must',
  title: 'The people of the RACI matrix were in the room',
  failTitle: 'Someone with a part in the work was not in the room',
  why: 'A decision made without those who do, answer for or advise the work is made again, in the corridor, once they hear of it.',
  hint: 'Invite everyone whom the matrix lists as R, A or C, and list captain, facilitator and scribe in both files.',
  kinds: ['raci-matrix', 'review-agenda'],
  check: (packet) => {
    const listed = packet.records('raci-person');
    const invited = packet.records('participant');
    if (listed.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no RACI matrix with people' };
    if (invited.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no review agenda with participants' };
    const problems: RuleProblem[] = [];
    let because: string | undefined;
    const present = new Set(invited.map((one) => packet.person(one.id)?.name ?? one.id));
    const misspeltSeats = invited.filter((one) => !packet.person(one.id));
    const told = new Set<string>();
    for (const role of rolesOf(packet)) {
      const name = packet.person(role.value)?.name ?? role.value;
      const inMatrix = listed.some((one) => one.id === name);
      if (!packet.person(name)) because ??= 'AG-03';
      else if (!present.has(name) && role.name === 'captain') because ??= 'AG-02';
      else if (!present.has(name)) problems.push(notInvited(role, name, invited[0] as RecordOf, packet));
      else if (!inMatrix) problems.push(notInMatrix(role, name, listed[0] as RecordOf));
      told.add(name);
    }
    for (const person of listed) {
      if (person.fields['involved'] !== true || present.has(person.id) || told.has(person.id)) continue;
      const known = packet.person(person.id);
      if (packet.people.some((one) => one.team.toLowerCase() === person.id.toLowerCase())) {
        because ??= 'RACI-04';
        continue;
      }
      if (known && misspeltSeats.some((seat) => misspelt(seat.id, [known]))) because ??= 'X-22';
      else problems.push(absent(person, packet));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (because !== undefined) return { verdict: 'fail', problems, because };
    return { verdict: 'pass', evidence: invited.map((one) => ({ path: one.path, span: one.span })) };
  },
  examples: {
    pass: [
      { files: { ...RACI, ...agenda() } },
      {
        files: {
          'kit/raci-matrix.yaml': `${RACI['kit/raci-matrix.yaml']}`.replace('DM: C', 'DM: I'),
          ...agenda('', seats('Ana', 'Bo', 'Cy')),
        },
      },
    ],
    fail: [
      {
        files: { ...RACI, ...agenda('', seats('Ana', 'Bo', 'Cy')) },
        at: [['kit/raci-matrix.yaml', 'Di Moreau']],
      },
      {
        files: { ...RACI, ...agenda('', seats('Ana', 'Bo', 'Di')) },
        at: [['kit/review-agenda.md', 'Cy Wren']],
      },
      // AG-02 says that the captain is not invited.
      { files: { ...RACI, ...agenda('', seats('Bo', 'Cy', 'Di')) }, at: [] },
    ],
  },
};

interface Role extends Place {
  readonly name: string;
  readonly value: string;
}

/** Captain, facilitator and scribe as the agenda names them. */
function rolesOf(packet: Packet): readonly Role[] {
  return packet
    .facts('value')
    .filter(
      (fact) =>
        (ROLES as readonly string[]).includes(fact.name) && packet.kindOf(fact.path) === 'review-agenda',
    );
}

function notInvited(role: Role, name: string, seat: RecordOf, packet: Packet): RuleProblem {
  return {
    path: role.path,
    span: role.span,
    message: `The ${role.name}, ${name}, is not among the participants`,
    related: [participants(seat, packet)],
  };
}

function notInMatrix(role: Role, name: string, person: RecordOf): RuleProblem {
  return {
    path: role.path,
    span: role.span,
    message: `The ${role.name}, ${name}, is not in the RACI matrix`,
    related: [{ path: person.path, span: person.span, message: 'the people of the matrix start here' }],
  };
}

function absent(person: RecordOf, packet: Packet): RuleProblem {
  const seat = packet.records('participant')[0] as RecordOf;
  return {
    path: person.path,
    span: person.span,
    message: `${person.id} has a part in the work, but was not invited to the review`,
    related: [participants(seat, packet)],
  };
}

function participants(seat: RecordOf, packet: Packet) {
  const meeting = packet.recordsOf('agenda', seat.path)[0];
  const count = packet.recordsOf('participant', seat.path).length;
  const place = meeting ? placeOf(meeting, 'participants') : { path: seat.path, span: seat.span };
  return { ...place, message: `the ${count} participants` };
}
