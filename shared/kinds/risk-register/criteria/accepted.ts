import {
  type AutoCriterion,
  failBecause,
  judge,
  notApplicable,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { peopleIn } from '../../../rubric/people-in-text';
import { dates } from '../../../text/quantities';
import { PEOPLE, register, risk } from '../example-register';
import { placeOf, type Register, type Risk } from '../model';

/**
 * RR-09. The specification asks for person and date in a note; the format has no such field, so `x-note` is read, and without it the
 * mitigation text.
 */
export const accepted: AutoCriterion<Register> = {
  id: 'RR-09',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: true,
  title: 'Accepted risks say who accepted and until when',
  failTitle: 'An accepted risk names no acceptor or no expiry',
  why: 'Accepting a risk is a decision with an owner and an end; without both it is a risk nobody looked at.',
  hint: 'Name the accepting leader and an expiry date in x-note, or in the mitigation.',
  sources: ['ISO31'],
  check: ({ model, packet }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    const all = model.risks.filter((item) => item.response === 'accept');
    if (all.length === 0) return notApplicable('No risk is accepted');
    const problems = all.flatMap((item) => gap(item, packet));
    if (problems.length === 0 && packet.people.length === 0) {
      return notEvaluated(
        'Who accepted can be checked when the packet has a RACI matrix or a list of responders',
      );
    }
    return judge(
      problems,
      all.map((item) => noteOf(item).span),
    );
  },
  examples: {
    pass: [
      {
        source: register(
          risk({ response: 'accept', 'x-note': 'Accepted by Baptiste Nwosu until 2024-12-31.' }),
        ),
        packet: PEOPLE,
        evidence: ['Baptiste Nwosu'],
      },
      {
        source: register(
          risk({ response: 'accept', mitigation: 'Accepted by Yuki Brannigan until 2024-12-31.' }),
        ),
        packet: PEOPLE,
      },
    ],
    fail: [
      {
        source: register(risk({ response: 'accept', 'x-note': 'Accepted by Baptiste Nwosu for now.' })),
        packet: PEOPLE,
        at: ['"Accepted by Baptiste Nwosu for now."'],
      },
      {
        source: register(
          risk({ response: 'accept', 'x-note': 'Accepted by the platform team until 2024-12-31.' }),
        ),
        packet: PEOPLE,
        at: ['"Accepted by the platform team until 2024-12-31."'],
      },
      {
        source: register(risk({ response: 'accept' })),
        at: ['"A replay drill before each cutover, with its own consumer group"'],
      },
    ],
  },
};

function noteOf(item: Risk) {
  const note = item.at.at('x-note');
  return note.text === null ? item.at.at('mitigation') : note;
}

function gap(item: Risk, packet: Packet): Problem[] {
  const note = noteOf(item);
  const text = note.text ?? '';
  const missing = [
    packet.people.length > 0 && peopleIn(text, packet.people).length === 0 ? 'who accepted it' : null,
    dates(text).length === 0 ? 'until which date' : null,
  ].filter((part) => part !== null);
  if (missing.length === 0) return [];
  return [
    {
      span: note.exists ? note.span : placeOf(item),
      message: `${item.id} is accepted without saying ${missing.join(' and ')}`,
    },
  ];
}
