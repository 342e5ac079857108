import { differences, type Stretch } from '../text/differences';

/** A run of parts of one of the texts, by index. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * What became of a stretch of the text both sides started from. `same`: nobody touched it. `mine`, `theirs`: only that side changed it. `both`:
 * both made it the same. `conflict`: both changed it, each in its own way.
 */
export type RegionKind = 'same' | 'mine' | 'theirs' | 'both' | 'conflict';

export interface Region {
  readonly kind: RegionKind;
  readonly base: Range;
  readonly mine: Range;
  readonly theirs: Range;
}

/** One side's changes, read from the front. */
interface Side {
  readonly changes: readonly Stretch[];
  next: number;
  /** How far the side is ahead of the base after what was read. */
  ahead: number;
}

/**
 * Divides three sequences of parts (lines, words) into regions that follow each other without a gap: each of the three is exactly what its
 * ranges say one after the other. Changes that touch, even without overlapping, are one region, because who changed a line may not have meant
 * it to stand beside what the other made of the next.
 */
export function regionsOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly Region[] {
  const my: Side = { changes: differences(base, mine), next: 0, ahead: 0 };
  const their: Side = { changes: differences(base, theirs), next: 0, ahead: 0 };
  const regions: Region[] = [];
  let at = 0;
  for (;;) {
    const from = Math.min(startOf(my), startOf(their));
    const end = from === Number.POSITIVE_INFINITY ? base.length : from;
    if (end > at)
      regions.push({
        kind: 'same',
        base: { from: at, to: end },
        mine: { from: at + my.ahead, to: end + my.ahead },
        theirs: { from: at + their.ahead, to: end + their.ahead },
      });
    if (from === Number.POSITIVE_INFINITY) return regions;
    const [myStart, theirStart] = [from + my.ahead, from + their.ahead];
    const [mineBefore, theirsBefore] = [my.next, their.next];
    let to = from;
    while (startOf(my) <= to || startOf(their) <= to)
      to = Math.max(to, startOf(my) <= to ? take(my) : to, startOf(their) <= to ? take(their) : to);
    const region = {
      base: { from, to },
      mine: { from: myStart, to: to + my.ahead },
      theirs: { from: theirStart, to: to + their.ahead },
    };
    if (their.next === theirsBefore) regions.push({ kind: 'mine', ...region });
    else if (my.next === mineBefore) regions.push({ kind: 'theirs', ...region });
    else regions.push(...divided(region, mine, theirs));
    at = to;
  }
}

function startOf({ changes, next }: Side): number {
  return changes[next]?.fromA ?? Number.POSITIVE_INFINITY;
}

/** Reads a change; where it ends in the base. */
function take(side: Side): number {
  const { toA, toB } = side.changes[side.next++] as Stretch;
  side.ahead = toB - toA;
  return toA;
}

/** What both sides changed: parts that both made the same at its ends are no conflict. */
function divided(
  { base, mine, theirs }: Omit<Region, 'kind'>,
  myParts: readonly string[],
  theirParts: readonly string[],
): readonly Region[] {
  let [fromM, fromT] = [mine.from, theirs.from];
  while (fromM < mine.to && fromT < theirs.to && myParts[fromM] === theirParts[fromT]) {
    fromM++;
    fromT++;
  }
  if (fromM === mine.to && fromT === theirs.to) return [{ kind: 'both', base, mine, theirs }];
  let [toM, toT] = [mine.to, theirs.to];
  while (toM > fromM && toT > fromT && myParts[toM - 1] === theirParts[toT - 1]) {
    toM--;
    toT--;
  }
  // The base goes with what is in conflict: what it said is to be seen there.
  const regions: Region[] = [];
  if (fromM > mine.from)
    regions.push({
      kind: 'both',
      base: { from: base.from, to: base.from },
      mine: { from: mine.from, to: fromM },
      theirs: { from: theirs.from, to: fromT },
    });
  regions.push({
    kind: 'conflict',
    base,
    mine: { from: fromM, to: toM },
    theirs: { from: fromT, to: toT },
  });
  if (toM < mine.to)
    regions.push({
      kind: 'both',
      base: { from: base.to, to: base.to },
      mine: { from: toM, to: mine.to },
      theirs: { from: toT, to: theirs.to },
    });
  return regions;
}
