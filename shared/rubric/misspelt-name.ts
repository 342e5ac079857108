import type { Span } from '../text/span';
import { editDistance } from '../util/edit-distance';
import type { PersonFact } from './fact';
import type { Fix } from './finding';

/** Shorter names are too much alike: two people, not two spellings. */
const SHORTEST = 5;
const LONG = 9;

/**
 * The person whose name this is meant to be: one or two letters apart from it, or only another case. Null for the name itself, and for names
 * that fit nobody or two people equally well.
 */
export function misspelt(name: string, people: readonly PersonFact[]): PersonFact | null {
  const said = folded(name);
  if (said.length < SHORTEST) return null;
  const most = said.length < LONG ? 1 : 2;
  let best: PersonFact | null = null;
  let distance = most + 1;
  let tied = false;
  for (const person of people) {
    if (person.name.normalize('NFC') === name.normalize('NFC')) return null;
    const apart = editDistance(folded(person.name), said, most);
    if (apart < distance) [best, distance, tied] = [person, apart, false];
    else if (apart === distance && apart <= most) tied = true;
  }
  return tied ? null : best;
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Names that need no quoting in any format. */
const PLAIN = /^[\p{L}\p{M}][\p{L}\p{M} .-]*$/u;

/**
 * Writes the name that is meant over one that is misspelt; nothing where it is not clear who is meant, or the file does not spell the name at
 * that place as it reads. Spread it into the problem.
 */
export function respelled(
  name: string,
  text: string,
  at: Span,
  people: readonly PersonFact[],
): { readonly fix?: Fix } {
  const meant = misspelt(name, people);
  const start = text.slice(at.from, at.to).indexOf(name);
  if (!meant || start < 0) return {};
  return writing(meant.name, { from: at.from + start, to: at.from + start + name.length });
}

/** Writes a name over what stands at a place; nothing where the name might need quoting there. */
export function writing(name: string, at: Span): { readonly fix?: Fix } {
  return PLAIN.test(name) ? { fix: { title: `Write ${name}`, edits: [{ ...at, insert: name }] } } : {};
}
