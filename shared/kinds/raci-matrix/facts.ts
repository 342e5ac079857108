import { definitionsIn } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { answers, type Raci } from './model';
import { personFacts } from './person-facts';

/** The people of the review, and the activities with who answers for them. */
export function facts(raci: Raci): Fact[] {
  return [
    ...raci.people
      .filter((person) => person.name !== '')
      .map((person) => ({
        type: 'person' as const,
        key: person.key,
        name: person.name,
        role: person.at.at('role').text ?? '',
        team: person.at.at('team').text ?? '',
        level: person.at.at('level').number,
        span: person.at.at('name').span,
      })),
    ...personFacts(raci),
    ...definitionsIn(raci.root.at('activities'), 'RA', (at) => {
      const activity = raci.activities.find((row) => row.id === at.at('id').text);
      return {
        title: at.at('name').text,
        data: {
          phase: at.at('phase').text,
          accountable: activity?.assignments.find(answers)?.key ?? null,
        },
      };
    }),
  ];
}
