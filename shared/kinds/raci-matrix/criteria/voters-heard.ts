import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { agenda, changed, EXAMPLE_RACI } from '../example-raci';
import type { Raci } from '../model';

/** RACI-09. Voters who are not listed at all are the packet's concern. */
export const votersHeard: AutoCriterion<Raci> = {
  id: 'RACI-09',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: true,
  title: 'Everyone with a vote is more than informed',
  failTitle: 'Someone with a vote is only informed',
  why: 'A vote on something one is only told about is a signature; either the voice or the vote is missing.',
  hint: 'Give the person a C where the vote matters, or drop the vote.',
  sources: ['RACI'],
  check: ({ model, packet }) => {
    if (model.activities.length === 0) return failBecause('RACI-08');
    const voters = packet.facts('voter');
    if (voters.length === 0) return notEvaluated('Who has a vote is known when the packet has an agenda');
    const cells = model.activities.flatMap((activity) => activity.assignments);
    const listed = model.people.flatMap((person) => {
      const vote = voters.find((voter) => voter.name === person.name || voter.name === person.key);
      return vote ? [{ person, vote }] : [];
    });
    const problems = listed.flatMap(({ person, vote }): Problem[] => {
      const own = cells.filter((cell) => cell.key === person.key);
      if (own.some((cell) => cell.letter !== null && cell.letter !== 'I')) return [];
      return [
        {
          span: person.at.at('name').span,
          message: `${person.name} has a vote and is only informed, in ${own.length} of ${model.activities.length} activities`,
          related: [{ path: vote.path, span: vote.span, message: 'the vote is given here' }],
        },
      ];
    });
    return judge(
      problems,
      listed.map(({ person }) => person.at.at('name').span),
    );
  },
  examples: {
    pass: [
      {
        source: EXAMPLE_RACI,
        packet: agenda('Dmitri Castellane', ['Yuki Brannigan', 'Odalys Petrov']),
        evidence: ['Odalys Petrov'],
      },
    ],
    fail: [
      {
        source: changed(
          '{key: OP, name: Odalys Petrov, role: Lead, team: Data Governance, level: 2}',
          '{key: OP, name: Odalys Petrov, role: Lead, team: Data Governance, level: 2}\n  - {key: MS, name: Matilde Sorensen, role: Director, team: Insights, level: 3}',
          changed('{YB: AR, DC: I}', '{YB: AR, MS: I}'),
        ),
        packet: agenda('Dmitri Castellane', ['Matilde Sorensen']),
        at: ['Matilde Sorensen'],
      },
    ],
  },
};
