import type { PlannedHeading, PortfolioPlan } from '../../shared/portfolio/plan';
import type { PageNumbers } from './book';
import type { Bookmark } from './pdf-file';

/** Every place of the book that must be found again: parts, artifacts and their headings, in reading order. */
export function destinationIds(plan: PortfolioPlan): string[] {
  return plan.parts.flatMap((part) => [
    part.id,
    ...part.artifacts.flatMap((a) => [a.id, ...a.headings.map((h) => h.anchor)]),
  ]);
}

/** Parts, artifacts, and their headings to level 3, with measured pages. */
export function bookmarksOf(plan: PortfolioPlan, pages: PageNumbers): Bookmark[] {
  const mark = (title: string, destination: string, children: readonly Bookmark[]): Bookmark => ({
    title,
    destination,
    page: pages.get(destination) ?? 1,
    children,
  });
  return plan.parts.map((part) =>
    mark(
      `Part ${part.part} · ${part.title}`,
      part.id,
      part.artifacts.map((a) => mark(a.title, a.id, nested(a.headings, mark))),
    ),
  );
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
