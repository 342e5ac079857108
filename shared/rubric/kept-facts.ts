import type { Fact, SourcedFact } from './fact';
import type { Contribution, OutgoingLink } from './packet';
import { same, saysSame } from './topics';

/**
 * What a file contributes after an edit, with the very objects of before wherever it says the same: what is known by them need not be worked out
 * anew. A row that only moved keeps its fields.
 */
export function keepFacts(before: Contribution | null, after: Contribution): Contribution {
  const { path } = after;
  const old = before?.path === path ? before : null;
  const facts = after.facts.map((fact): SourcedFact => ({ ...fact, path }));
  return {
    ...after,
    facts: paired(old?.facts ?? [], facts, keptFact),
    links: paired(old?.links ?? [], after.links, (was, now) => (same(was, now) ? was : now)),
  };
}

function keptFact(was: Fact, now: Fact): Fact {
  if (!saysSame(was, now)) return now;
  if (was.type !== 'record' || now.type !== 'record') return same(was.span, now.span) ? was : now;
  return same(was.span, now.span) && same(was.places, now.places) ? was : { ...now, fields: was.fields };
}

/** Each thing of now with the one that stood in its place before, counted from the start, and from the end behind those that came or went. */
function paired<T extends Fact | OutgoingLink>(
  before: readonly T[],
  now: readonly T[],
  keep: (was: T, now: T) => T,
): readonly T[] {
  const shift = now.length - before.length;
  const changed = before.findIndex((was, i) => i >= now.length || !saysSame(was, now[i] as T));
  const first = shift === 0 || changed < 0 ? before.length : changed;
  return now.map((one, i) => {
    const was = before[i < first ? i : i - shift];
    return was ? keep(was, one) : one;
  });
}
