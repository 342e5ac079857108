/** A stretch that differs: `a` from `fromA` to `toA` stands where `b` has `fromB` to `toB`. In counts of parts. */
export interface Stretch {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The lines of a text with their ends, so that nothing but the text itself is left when they are put together. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** Stretches of at most this many pairs are compared part by part when nothing in them is unique. */
const SMALL = 250_000;

/** In longer ones, parts that occur up to this often hold the sides together. */
const MOST_TIMES = 200;

/**
 * Where two sequences of parts (lines, blocks) differ, in order. Parts that occur once on both sides hold the two together, then what is
 * between them is looked at the same way: like a reader who looks for what is the same. The time grows with the length, not with its square.
 */
export function differences(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  const open: Stretch[] = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  for (let next = open.pop(); next; next = open.pop()) {
    const rest = trimmed(a, b, next);
    if (rest.fromA === rest.toA && rest.fromB === rest.toB) continue;
    if (rest.fromA === rest.toA || rest.fromB === rest.toB) {
      found.push(rest);
      continue;
    }
    const pairs = anchors(a, b, rest);
    if (pairs.length === 0) {
      found.push(rest);
      continue;
    }
    let { fromA, fromB } = rest;
    for (const [atA, atB] of pairs) {
      open.push({ fromA, toA: atA, fromB, toB: atB });
      [fromA, fromB] = [atA + 1, atB + 1];
    }
    open.push({ fromA, toA: rest.toA, fromB, toB: rest.toB });
  }
  return joined(found.sort((one, other) => one.fromA - other.fromA || one.fromB - other.fromB));
}

/** The stretch without what both sides share at its ends. */
function trimmed(a: readonly string[], b: readonly string[], stretch: Stretch): Stretch {
  let { fromA, toA, fromB, toB } = stretch;
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
    fromA++;
    fromB++;
  }
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
    toA--;
    toB--;
  }
  return { fromA, toA, fromB, toB };
}

/** Pairs of equal parts, in order on both sides. */
function anchors(
  a: readonly string[],
  b: readonly string[],
  stretch: Stretch,
): readonly (readonly [number, number])[] {
  const pairs = increasing(evenPairs(a, b, stretch, 1));
  if (pairs.length > 0) return pairs;
  const { fromA, toA, fromB, toB } = stretch;
  return (toA - fromA) * (toB - fromB) <= SMALL
    ? longest(a, b, stretch)
    : increasing(evenPairs(a, b, stretch, MOST_TIMES));
}

/** Parts that occur as often on both sides, the first of them with the first and so on, in the order of `a`. */
function evenPairs(
  a: readonly string[],
  b: readonly string[],
  { fromA, toA, fromB, toB }: Stretch,
  most: number,
): readonly (readonly [number, number])[] {
  const placesIn = (parts: readonly string[], from: number, to: number) => {
    const places = new Map<string, number[]>();
    for (let at = from; at < to; at++) {
      const part = parts[at] as string;
      const known = places.get(part);
      if (!known) places.set(part, [at]);
      // One more than wanted is enough to know.
      else if (known.length <= most) known.push(at);
    }
    return places;
  };
  const inB = placesIn(b, fromB, toB);
  const pairs: (readonly [number, number])[] = [];
  for (const [part, placesA] of placesIn(a, fromA, toA)) {
    const placesB = inB.get(part);
    if (!placesB || placesA.length > most || placesA.length !== placesB.length) continue;
    placesA.forEach((atA, index) => {
      pairs.push([atA, placesB[index] as number]);
    });
  }
  return pairs.sort(([one], [other]) => one - other);
}

/** The most pairs whose places grow on both sides, by the piles of patience sorting. */
function increasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, atB], index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((pairs[tops[mid] as number] as readonly [number, number])[1] < atB) low = mid + 1;
      else high = mid;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] as number);
    tops[low] = index;
  });
  const chosen: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] as number)
    chosen.push(pairs[at] as readonly [number, number]);
  return chosen.reverse();
}

/** The longest common subsequence of a small stretch. */
function longest(
  a: readonly string[],
  b: readonly string[],
  { fromA, toA, fromB, toB }: Stretch,
): readonly (readonly [number, number])[] {
  const width = toB - fromB + 1;
  const lengths = new Uint32Array((toA - fromA + 1) * width);
  const at = (i: number, j: number) => (i - fromA) * width + (j - fromB);
  for (let i = toA - 1; i >= fromA; i--)
    for (let j = toB - 1; j >= fromB; j--)
      lengths[at(i, j)] =
        a[i] === b[j]
          ? (lengths[at(i + 1, j + 1)] as number) + 1
          : Math.max(lengths[at(i + 1, j)] as number, lengths[at(i, j + 1)] as number);
  const pairs: (readonly [number, number])[] = [];
  for (let i = fromA, j = fromB; i < toA && j < toB; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[at(i + 1, j)] as number) >= (lengths[at(i, j + 1)] as number)) i++;
    else j++;
  }
  return pairs;
}

/** Stretches that touch become one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last && last.toA === stretch.fromA && last.toB === stretch.fromB)
      result[result.length - 1] = { ...last, toA: stretch.toA, toB: stretch.toB };
    else result.push(stretch);
  }
  return result;
}
