import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { PAGE, type Paper } from './paper';
import type { MeasuredPlaces } from './pdf-file';

/** How close an artifact is set; 0 is as the style sheet has it. */
export type Closeness = 0 | 1 | 2;

/** The classes for how close something is set. */
export const CLOSER = ['', ' tight', ' tight tighter'] as const;

/** The lists in front of the parts. */
export const CONTENTS_ID = 'contents';

/** The id of the place where an artifact or the contents end, measured to see how full the last page is. */
export function endId(id: string): string {
  return `${id}-end`;
}

/** How close the artifacts, and the contents, are set that are not set as usual, by their id. */
export type Settings = ReadonlyMap<string, Closeness>;

/** What setting an artifact closer gains over the usual, as a share of its height. Estimates: where too high, nothing but a little air is lost. */
const GAINS: Readonly<Record<1 | 2, number>> = { 1: 0.09, 2: 0.16 };
/** An end of less than this share of a page is not worth a page of its own. */
const MOST = 0.37;

/**
 * Sets artifacts, and the lists in front of them, closer whose last page holds so little that the pages before take it up; once more, and closer, those for which the first time was
 * not enough.
 */
export function closerEnds(
  plan: PortfolioPlan,
  measured: MeasuredPlaces,
  paper: Paper,
  now: Settings,
): Settings {
  const { top, height } = PAGE[paper];
  const settings = new Map(now);
  for (const id of [CONTENTS_ID, ...plan.parts.flatMap((part) => part.artifacts.map((a) => a.id))]) {
    const [first, last] = [measured.pages.get(id), measured.pages.get(endId(id))];
    const drop = measured.drops.get(endId(id));
    if (first === undefined || last === undefined || drop === undefined || last <= first) continue;
    const rest = drop - top;
    const closeness = now.get(id) ?? 0;
    if (closeness === 2) continue;
    const room = (last - first) * height;
    const gained = closeness === 0 ? 0 : GAINS[1];
    if (rest >= height * MOST) continue;
    if (closeness === 0 && rest < room * GAINS[1]) settings.set(id, 1);
    else if (rest < room * (GAINS[2] - gained)) settings.set(id, 2);
  }
  return settings;
}
