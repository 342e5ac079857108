import type { Section } from './book';
import type { MeasuredPlaces } from './pdf-file';

/** How one section of a book is laid out by itself: how many pages it takes, and where its places lie. */
export interface SectionLayout {
  readonly pages: number;
  /** Each with its page, 0 for the first of the section, and its distance from the top edge where it says one. */
  readonly places: readonly SectionPlace[];
}

export type SectionPlace = readonly [id: string, page: number, drop: number | null];

/** What was measured of a file that consists of these sections, taken apart; null where one of them does not begin on a page of its own. */
export function layoutsOf(
  sections: readonly Section[],
  { pages, drops }: MeasuredPlaces,
  count: number,
): readonly SectionLayout[] | null {
  const starts = sections.map(({ id }) => (id === '' ? 1 : pages.get(id)));
  const places = sections.map((): SectionPlace[] => []);
  let [at, before] = [0, 0];
  for (const start of starts) {
    if (start === undefined || start <= before) return null;
    before = start;
  }
  for (const [id, page] of [...pages].sort((a, b) => a[1] - b[1])) {
    while (at + 1 < sections.length && (starts[at + 1] ?? 0) <= page) at++;
    if (page <= count) places[at]?.push([id, page - (starts[at] ?? 1), drops.get(id) ?? null]);
  }
  return sections.map((_, i) => ({
    pages: (starts[i + 1] ?? count + 1) - (starts[i] ?? 1),
    places: (places[i] ?? []).sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  }));
}

/** What a print of all these sections would measure. */
export function placesOf(layouts: readonly SectionLayout[]): MeasuredPlaces {
  const pages = new Map<string, number>();
  const drops = new Map<string, number>();
  let count = 0;
  for (const layout of layouts) {
    for (const [id, page, drop] of layout.places) {
      pages.set(id, count + page + 1);
      if (drop !== null) drops.set(id, drop);
    }
    count += layout.pages;
  }
  return { pages, drops, count };
}

/** Numbers in a file are rounded. */
const NEAR = 0.5;

export function sameLayout(a: SectionLayout, b: SectionLayout): boolean {
  return (
    a.pages === b.pages &&
    a.places.length === b.places.length &&
    a.places.every(([id, page, drop], i) => {
      const [otherId, otherPage, otherDrop] = b.places[i] ?? ['', 0, null];
      return id === otherId && page === otherPage && Math.abs((drop ?? 0) - (otherDrop ?? 0)) < NEAR;
    })
  );
}
