import { editDistance } from '../util/edit-distance';
import type { PersonFact } from './fact';

/** Names further apart than this many edits are different people, not misspelt ones. */
const MOST_EDITS = 3;

/** The full name most like a name that nobody of the packet has; null when none is close. */
export function nearestPerson(name: string, people: readonly PersonFact[]): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const person of people) {
    const distance = editDistance(person.name.toLowerCase(), name.toLowerCase(), MOST_EDITS);
    if (distance <= MOST_EDITS && (!best || distance < best.distance)) best = { name: person.name, distance };
  }
  return best?.name ?? null;
}
