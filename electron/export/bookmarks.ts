import {
  listedClaims,
  type PlannedHeading,
  type PortfolioPlan,
  partHeading,
} from '../../shared/portfolio/plan';
import { ADDRESSES_ID, ADDRESSES_TITLE } from './addresses';
import type { PageNumbers } from './book';
import { CLAIMS_TITLE } from './claims-html';
import type { Bookmark } from './pdf-file';

/** Every place of the book that must be found again: parts, artifacts and their headings, the list of claims and where it leads, each once. */
export function destinationIds(plan: PortfolioPlan): string[] {
  const claims = listedClaims(plan);
  const ids = plan.parts.flatMap((part) => [
    part.id,
    ...part.artifacts.flatMap((a) => [a.id, ...a.headings.map((h) => h.anchor)]),
  ]);
  const targets = claims?.rows.flatMap(({ evidence }) => evidence.map(({ target }) => target)) ?? [];
  return [...new Set([...ids, ...(claims ? [claims.id] : []), ...targets])];
}

/** Parts, artifacts, and their headings to level 3, with measured pages. */
export function bookmarksOf(plan: PortfolioPlan, pages: PageNumbers): Bookmark[] {
  const mark = (title: string, destination: string, children: readonly Bookmark[]): Bookmark => ({
    title,
    destination,
    page: pages.get(destination) ?? 1,
    children,
  });
  const claims = listedClaims(plan);
  const parts = plan.parts.map((part) =>
    mark(partHeading(part), part.id, [
      ...part.artifacts.map((a) => mark(a.title, a.id, nested(a.headings, mark))),
      ...(part.kind === 'memo' && claims ? [mark(CLAIMS_TITLE, claims.id, [])] : []),
    ]),
  );
  return pages.has(ADDRESSES_ID) ? [...parts, mark(ADDRESSES_TITLE, ADDRESSES_ID, [])] : parts;
}

/** Level-3 headings under their level-2 heading; one without stands at the upper level. */
function nested(
  headings: readonly PlannedHeading[],
  mark: (title: string, destination: string, children: readonly Bookmark[]) => Bookmark,
): Bookmark[] {
  const groups: { heading: PlannedHeading; inner: PlannedHeading[] }[] = [];
  for (const heading of headings) {
    const last = groups.at(-1);
    if (heading.level > 2 && last && last.heading.level === 2) last.inner.push(heading);
    else groups.push({ heading, inner: [] });
  }
  return groups.map(({ heading, inner }) =>
    mark(
      heading.text,
      heading.anchor,
      inner.map((h) => mark(h.text, h.anchor, [])),
    ),
  );
}
