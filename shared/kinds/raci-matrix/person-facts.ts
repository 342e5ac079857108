import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { Raci } from './model';

/**
 * The people of the matrix (`raci-person`), under their names. `involved` is false for those who are only told: they do nothing, answer for
 * nothing and are not asked, so nothing is lost when they are not in the room.
 */
export function personFacts(raci: Raci): Fact[] {
  const involved = new Set(
    raci.activities.flatMap((activity) =>
      activity.assignments.filter((cell) => cell.letter !== 'I').map((cell) => cell.key),
    ),
  );
  return raci.people.flatMap(({ key, name, at }) => {
    if (name === '') return [];
    const fields = definitionData({ key: key || null, name, involved: involved.has(key) });
    return [
      { type: 'record' as const, set: 'raci-person', id: name, fields, places: {}, span: at.at('name').span },
    ];
  });
}
