import { type AutoCriterion, failBecause, judge, notEvaluated } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { agenda, changed, EXAMPLE_RACI } from '../example-raci';
import { answers, labelOf, personOf, placeOf, type Raci } from '../model';

const DECISION = /\b(?:approv|decid)/i;

/** RACI-07. The decision row is the first one whose name speaks of approving or deciding; later ones (phase gates) may have other owners. */
export const captainDecides: AutoCriterion<Raci> = {
  id: 'RACI-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'The captain answers for the decision',
  failTitle: 'Someone other than the captain answers for the decision',
  why: 'If the agenda names one captain and the matrix another, the decision has two owners and the loser will find out which.',
  hint: 'Give the captain the A of the decision row, or correct the agenda.',
  sources: ['NFLX'],
  check: ({ model, packet }) => {
    if (model.activities.length === 0) return failBecause('RACI-08');
    const row = model.activities.find((activity) => DECISION.test(activity.name));
    if (!row) return failBecause('RACI-08');
    const captain = captainOf(packet);
    if (!captain)
      return notEvaluated(
        'The captain is known when the packet has an agenda, an RFC or a consensus document that names one',
      );
    const holders = row.assignments.filter(answers);
    if (holders.length === 0) return failBecause('RACI-01');
    const isCaptain = (key: string) => key === captain.value || personOf(model, key)?.name === captain.value;
    const holder = holders.find((cell) => isCaptain(cell.key));
    if (holder) return judge([], [placeOf(row), holder.at.span]);
    const names = holders.map((cell) => personOf(model, cell.key)?.name ?? cell.key).join(' and ');
    return judge(
      holders.slice(0, 1).map((cell) => ({
        span: cell.at.span,
        message: `${labelOf(row)} "${row.name}" is answered for by ${names}; the captain is ${captain.value}`,
        related: [{ path: captain.path, span: captain.span, message: 'the captain is named here' }],
      })),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI, packet: agenda('Dmitri Castellane'), evidence: ['Approve the design'] }],
    fail: [
      { source: EXAMPLE_RACI, packet: agenda('Odalys Petrov'), at: ['A'] },
      {
        source: changed('{DC: A, YB: R, OP: C}', '{DC: C, YB: AR, OP: C}'),
        packet: agenda('Dmitri Castellane'),
        at: ['AR'],
      },
    ],
  },
};

/** The captain of the agenda: the meeting decides. Without an agenda, the one that another file of the packet names. */
function captainOf(packet: Packet) {
  const named = packet.facts('value').filter((fact) => fact.name === 'captain');
  return named.find((fact) => packet.kindOf(fact.path) === 'review-agenda') ?? named[0] ?? null;
}
