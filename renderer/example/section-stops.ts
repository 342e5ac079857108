import { sameTopic } from '../../shared/rubric/copied/same-topic';
import { headingsOf } from './matching-section';

/** Offsets of a text and of the example that stand for each other, in order on both sides. */
export type SectionStops = readonly (readonly [own: number, theirs: number])[];

/** More headings than this on a side are not matched one by one: a text of so many is no artifact. */
const MOST = 500;

/**
 * Where two documents treat the same: the most headings about the same topic that stand in the same order in both, and the two ends. Sections
 * that only one of them has lie between two stops, and so somewhere between their neighbours on the other side.
 */
export function sectionStops(text: string, example: string): SectionStops {
  const own = headingsOf(text).slice(0, MOST);
  const theirs = headingsOf(example).slice(0, MOST);
  const width = theirs.length + 1;
  const best = new Uint16Array((own.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  // Equal headings are worth more than such that only begin alike.
  const worth = (i: number, j: number) => {
    const [a, b] = [own[i]?.key ?? '', theirs[j]?.key ?? ''];
    return a === '' ? 0 : a === b ? 3 : sameTopic(a, b) ? 2 : 0;
  };
  for (let i = own.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--) {
      const pair = worth(i, j);
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), pair > 0 ? pair + at(i + 1, j + 1) : 0);
    }
  const stops: (readonly [number, number])[] = [[0, 0]];
  for (let i = 0, j = 0; i < own.length && j < theirs.length; ) {
    const pair = worth(i, j);
    if (pair > 0 && at(i, j) === pair + at(i + 1, j + 1)) {
      stops.push([own[i++]?.from ?? 0, theirs[j++]?.from ?? 0]);
      // The section ends on both sides: what follows is none of its business.
      stops.push([own[i]?.from ?? text.length, theirs[j]?.from ?? example.length]);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  stops.push([text.length, example.length]);
  return stops;
}

/** Where the example treats what stands at an offset: within a section in proportion. */
export function placeInExample(stops: SectionStops, offset: number): number {
  const index = Math.max(
    0,
    stops.findLastIndex(([own]) => own <= offset),
  );
  const [from, theirs] = stops[index] ?? [0, 0];
  const [to, end] = stops[index + 1] ?? [from, theirs];
  const share = to > from ? Math.min(1, (offset - from) / (to - from)) : 0;
  return Math.round(theirs + share * (end - theirs));
}
