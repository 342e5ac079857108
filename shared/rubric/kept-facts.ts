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
  return {
    ...after,
    facts: paired(
      (old?.facts ?? []) as readonly SourcedFact[],
      after.facts,
      (was, now) => keptFact(was, now, path),
      (now: Fact) => ({ ...now, path }) as SourcedFact,
    ),
    links: paired(
      old?.links ?? [],
      after.links,
      (was, now) => (same(was, now) ? was : now),
      (now) => now,
    ),
  };
}

function keptFact(was: SourcedFact, now: Fact, path: string): SourcedFact {
  if (!saysSame(was, now)) return { ...now, path };
  if (was.type !== 'record' || now.type !== 'record')
    return same(was.span, now.span) ? was : { ...now, path };
  if (same(was.span, now.span) && same(was.places, now.places)) return was;
  return { ...now, fields: was.fields, path };
}

/** Each thing of now with the one that stood in its place before, counted from the start, and from the end behind those that came or went. */
function paired<T extends Fact | OutgoingLink, U extends T>(
  before: readonly U[],
  now: readonly T[],
  keep: (was: U, now: T) => U,
  take: (now: T) => U,
): readonly U[] {
  const shift = now.length - before.length;
  const changed =
    shift === 0 ? -1 : before.findIndex((was, i) => i >= now.length || !saysSame(was, now[i] as T));
  const first = changed < 0 ? before.length : changed;
  return now.map((one, i) => {
    const was = before[i < first ? i : i - shift];
    return was ? keep(was, one) : take(one);
  });
}
