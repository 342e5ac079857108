import { valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { repeatedLadder } from '../../rubric/ladder-facts';
import { meetingFacts } from './meeting-facts';
import type { Agenda } from './model';

/** Who leads the review, when it is, who has a vote, the slots, and the ladder that the fallback repeats. */
export function facts(agenda: Agenda): Fact[] {
  const root = agenda.front;
  return [
    ...valueFact('captain', root.at('captain')),
    ...valueFact('facilitator', root.at('facilitator')),
    ...valueFact('scribe', root.at('scribe')),
    ...valueFact('meeting-date', root.at('meeting', 'date')),
    ...valueFact('pre-read-sent', root.at('pre_read_sent')),
    ...root.at('participants').items.flatMap((participant) => {
      const name = participant.at('name');
      const vote = participant.at('vote');
      const votes = vote.boolean ?? vote.text?.toLowerCase() === 'yes';
      return votes && name.text !== null
        ? [{ type: 'voter' as const, name: name.text, span: name.span }]
        : [];
    }),
    ...meetingFacts(agenda),
    ...repeatedLadder(agenda.doc),
  ];
}
