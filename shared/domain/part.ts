/** One of the four stages of a kit, or `X` for what spans them (scenario, promo packet). */
export type Part = 1 | 2 | 3 | 4 | 'X';

export interface PartInfo {
  readonly part: Part;
  readonly title: string;
  /** The deliverable a committee reads, made of this part's artifacts. */
  readonly deliverable: string;
  /** Sprint 1 holds part 1, sprint 2 parts 2 and 3, sprint 3 part 4. */
  readonly sprint: 1 | 2 | 3;
}

export const PARTS: readonly PartInfo[] = [
  { part: 1, title: 'Design doc', deliverable: 'RFC', sprint: 1 },
  { part: 2, title: 'ADR catalog', deliverable: 'ADR catalog', sprint: 2 },
  { part: 3, title: 'Architecture review', deliverable: 'Review packet', sprint: 2 },
  { part: 4, title: 'Postmortem', deliverable: 'Postmortem', sprint: 3 },
];

/**
 * The part an artifact belongs to. Most kinds have one; those that occur in several (diagrams, support documents: part `X`) take it from the
 * nearest folder named like `part4-postmortem`, and stay `X` without one.
 */
export function partOf(kindPart: Part, path: string): Part {
  if (kindPart !== 'X') return kindPart;
  const folders = path.split('/').slice(0, -1).reverse();
  for (const folder of folders) {
    const named = /^part([1-4])(?!\d)/.exec(folder);
    if (named) return Number(named[1]) as 1 | 2 | 3 | 4;
  }
  return 'X';
}
