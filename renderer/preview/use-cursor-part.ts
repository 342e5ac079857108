import { type RefObject, useContext, useEffect } from 'react';
import type { PlacedBlock } from '../../shared/preview/block-changes';
import { useStudio, useStudioState } from '../commands/studio-context';
import { ChartFile } from './chart/use-cursor-marks';
import { DataPlaces } from './data-places';
import { partsAt, type StandingParts, standingParts } from './part-at';

/** The cursor rests this long before the page looks for it, in milliseconds. */
const REST = 120;

/** Parts that are lit up at once. */
const MOST = 8;

/**
 * Lights up the parts that the line of the cursor is about. When none of them can be seen, the page goes to the narrowest; it never moves for a
 * cursor that was set from the page itself. In a page of no file that is being written, nothing happens.
 */
export function useCursorPart(root: RefObject<HTMLElement | null>, blocks: readonly PlacedBlock[]): void {
  const path = useContext(ChartFile);
  const { store, buffers } = useStudio();
  const follows = useStudioState((state) => state.app.settings.syncScroll);
  useEffect(() => {
    const page = root.current;
    if (path === null || !page) return;
    let known: { readonly standing: StandingParts; readonly places: DataPlaces } | null = null;
    const all = () => {
      const standing = known?.standing ?? standingParts(blocks);
      known ??= { standing, places: new DataPlaces(page, standing.parts) };
      return known;
    };
    let lit: readonly number[] = [];
    let shown: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inPage = false;
    const light = () => {
      const elements = lit
        .slice(0, MOST)
        .map((index) => all().places.element(index))
        .filter((element) => element !== null);
      for (const element of shown) if (!elements.includes(element)) element.removeAttribute('data-at-cursor');
      for (const element of elements) element.setAttribute('data-at-cursor', '');
      shown = elements;
    };
    const look = (move: boolean) => {
      const { cursor } = store.getState();
      const doc = cursor?.path === path ? buffers.doc(path) : null;
      const line = doc && cursor && cursor.offset <= doc.length ? doc.lineAt(cursor.offset) : null;
      // An empty line is about nothing.
      lit = line && line.length > 0 ? partsAt(all().standing, line) : [];
      light();
      if (!move || !follows || lit[0] === undefined) return;
      const { places } = all();
      if (lit.some((index) => places.sees(index)) || markInSight(page)) return;
      places.show(lit[0], page.clientHeight / 3);
    };
    const stop = store.subscribe((now, before) => {
      if (now.cursor === before.cursor) return;
      clearTimeout(timer);
      const elsewhere = !inPage;
      timer = setTimeout(() => look(elsewhere), REST);
    });
    // What is chosen in the page sets the cursor: then the page stays as it is.
    const touch = ({ target }: Event) => {
      inPage = target instanceof Node && page.contains(target);
      if (inPage) known?.places.stop();
    };
    const wheel = () => known?.places.stop();
    document.addEventListener('pointerdown', touch, { passive: true, capture: true });
    document.addEventListener('keydown', touch, { passive: true, capture: true });
    page.addEventListener('wheel', wheel, { passive: true });
    // Parts come into the page, and leave it, while it scrolls.
    page.addEventListener('scroll', light, { passive: true });
    timer = setTimeout(() => look(false), REST);
    return () => {
      stop();
      clearTimeout(timer);
      known?.places.stop();
      document.removeEventListener('pointerdown', touch, { capture: true });
      document.removeEventListener('keydown', touch, { capture: true });
      page.removeEventListener('wheel', wheel);
      page.removeEventListener('scroll', light);
      for (const element of shown) element.removeAttribute('data-at-cursor');
    };
  }, [root, path, blocks, store, buffers, follows]);
}

/** True when a mark of a picture that can be seen is lit up for the cursor. */
function markInSight(page: HTMLElement): boolean {
  const { top, bottom } = page.getBoundingClientRect();
  return [...page.querySelectorAll('[aria-current="location"]')].some((mark) => {
    const box = mark.getBoundingClientRect();
    return box.top >= top && box.bottom <= bottom;
  });
}
