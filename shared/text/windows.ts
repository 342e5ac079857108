import { type Sized, sameSize, sizeOf } from './sizes';

const FILLER =
  /(?<!\p{L})(?:for|over|within|in|during|across|the|an?|any|last|past|rolling|sustained|window|of|each|running|consecutive|row|at|least)(?!\p{L})/giu;
const NUMBER =
  /(?<![\p{L}\d.,])(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L}))/giu;

/** True when two texts name the same stretch of time: "60 min" and "1 h", "any scan" and "each scan". */
export function sameWindow(a: string, b: string): boolean {
  const [sizesA, sizesB] = [sizesIn(a), sizesIn(b)];
  if (sizesA.length === 0 || sizesB.length === 0) return words(a) === words(b);
  return sizesA.length === sizesB.length && sizesA.every((size, i) => sameSize(size, sizesB[i] as Sized));
}

function sizesIn(text: string): Sized[] {
  const bare = text.replace(FILLER, '').replace(/\s+/g, ' ');
  return [...bare.matchAll(NUMBER)]
    .map((hit) => sizeOf(bare.slice(hit.index, hit.index + 80)))
    .filter((size) => size !== null)
    .sort((a, b) => a.value - b.value);
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(FILLER, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
