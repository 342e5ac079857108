import { movedSpan, type Span } from '../text/span';
import type { Fact } from './fact';

/** A fact that was found in a piece of a text, at its place in the whole. */
export function movedFact(fact: Fact, by: number): Fact {
  const span = movedSpan(fact.span, by);
  if (fact.type !== 'record') return { ...fact, span };
  const places: Record<string, Span> = {};
  for (const [name, place] of Object.entries(fact.places)) places[name] = movedSpan(place, by);
  return { ...fact, span, places };
}
