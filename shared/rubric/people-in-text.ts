import { type Match, matches } from '../text/quantities';
import type { Span } from '../text/span';
import type { PersonFact } from './fact';

export interface Mention extends Match {
  readonly person: PersonFact;
}

/** Where a text names people of the packet by their full name; a line break between the names counts as a blank. */
export function peopleIn(text: string, people: readonly PersonFact[], within?: Span): Mention[] {
  const known = people.filter((p) => p.name.trim() !== '');
  if (known.length === 0) return [];
  const names = known.map((p) => p.name.trim().split(/\s+/).map(literal).join('\\s+'));
  // Longer names first: "Ana Ruiz Soto" must not be found as "Ana Ruiz".
  names.sort((a, b) => b.length - a.length);
  return matches(text, `(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}-])`, within).flatMap(
    (hit) => {
      const spelled = hit.text.replace(/\s+/g, ' ');
      const person = known.find((p) => p.name.trim().replace(/\s+/g, ' ') === spelled);
      return person ? [{ ...hit, person }] : [];
    },
  );
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
