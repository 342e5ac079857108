import { EditorSelection } from '@codemirror/state';
import type { Session } from '../../shared/ipc/payloads';
import type { Span } from '../../shared/text/span';
import { firstVisible, type PanePlace } from '../state/pane-places';
import { otherPane, type Tab, tabOf } from '../state/tabs-slice';
import type { Studio } from './studio';

export type SessionTab = Session['tabs'][number];

/** Selections and folds that are remembered of one file. */
const MOST = 100;
const MOST_FOLDS = 200;

/** Tabs of a remembered session that have not been opened yet: a session written before they are must not lose them. */
const expected = new WeakMap<Studio, ReadonlyMap<string, SessionTab>>();

export function expectTabs(studio: Studio, tabs: readonly SessionTab[]): void {
  expected.set(studio, new Map(tabs.map((tab) => [tab.path, tab])));
}

/** What a session remembers of a tab: where the cursors are, what is folded, and how far editor and preview are scrolled. */
export function sessionTab(studio: Studio, tab: Tab): SessionTab | null {
  const { path } = tab;
  if (tab.state === 'loading') return expected.get(studio)?.get(path) ?? null;
  const { kit } = studio.store.getState();
  const state = studio.buffers.state(path);
  if (!state) {
    // Pictures, and texts that are only looked at.
    const listed = kit?.files.get(path)?.state;
    return listed === 'image' || listed === 'too-large' ? { path, cursor: 0, scroll: 0 } : null;
  }
  const { ranges, main } = state.selection;
  const folded = studio.folds?.of(state) ?? [];
  const preview = previewPlace(studio, path);
  const beside = tab.pane === 'both' ? placeBeside(studio, path) : null;
  return {
    path,
    cursor: main.head,
    scroll: shownScroll(studio, path),
    ...(ranges.length > 1 || !main.empty ? selections(state.selection) : {}),
    ...(folded.length > 0 ? { folds: spans(folded) } : {}),
    ...(beside === null ? {} : { beside }),
    ...(preview === null ? {} : { preview }),
    ...(tab.baseHash === null ? {} : { hash: tab.baseHash }),
  };
}

function selections({ ranges, mainIndex }: EditorSelection) {
  return {
    ranges: ranges.slice(0, MOST).map(({ anchor, head }) => ({ anchor, head })),
    main: Math.min(mainIndex, MOST - 1),
  };
}

function spans(ranges: readonly Span[]) {
  return ranges.slice(0, MOST_FOLDS).map(({ from, to }) => ({ from, to }));
}

/** Where the pane that is not in use is, or was. */
function placeBeside({ buffers }: Studio, path: string): NonNullable<SessionTab['beside']> | null {
  const other = buffers.places(path)?.other(buffers.view(path));
  if (!other?.place.selection) return null;
  const { pane, place } = other;
  return { pane, scroll: place.scroll, ...selections(other.place.selection), folds: spans(place.folds) };
}

/** Puts selections, folds and the place of the preview back. In a file that changed meanwhile only the cursor is where it was: the rest would be wrong. */
export function restorePlaces(studio: Studio, remembered: SessionTab): void {
  const { path, cursor, ranges, folds, beside, preview, hash } = remembered;
  const state = studio.buffers.state(path);
  const tab = tabOf(studio.store.getState().tabs, path);
  if (!state || !tab || (hash ?? null) !== tab.baseHash) return;
  const { length } = state.doc;
  if (preview !== undefined && preview <= length) studio.previewPlaces.set(path, preview);
  const own = placeOf({ ranges: [{ anchor: cursor, head: cursor }], ...remembered }, length);
  if (studio.folds && (ranges || folds || beside))
    studio.buffers.dispatch(path, studio.folds.back(state, own));
  if (beside && tab.pane === 'both')
    studio.buffers.places(path)?.put([
      [otherPane(beside.pane), own],
      [beside.pane, placeOf(beside, length)],
    ]);
}

/** A remembered place, as far as it lies within the text. */
function placeOf(
  { scroll, ranges, main = 0, folds = [] }: Pick<SessionTab, 'scroll' | 'ranges' | 'main' | 'folds'>,
  length: number,
): PanePlace {
  const fit = (ranges ?? []).filter(({ anchor, head }) => anchor <= length && head <= length);
  return {
    selection:
      fit.length === 0
        ? null
        : EditorSelection.create(
            fit.map(({ anchor, head }) => EditorSelection.range(anchor, head)),
            Math.min(main, fit.length - 1),
          ),
    folds: folds.filter(({ from, to }) => from < to && to <= length),
    scroll: Math.min(scroll, length),
  };
}

/** The first visible offset: of the view while one shows the file, else where it was left. */
function shownScroll({ buffers }: Studio, path: string): number {
  const view = buffers.view(path);
  return (view && firstVisible(view)) ?? buffers.scroll(path);
}

function previewPlace({ preview, previewPlaces }: Studio, path: string): number | null {
  const shown = preview?.place();
  const offset = shown?.path === path ? shown.offset : previewPlaces.get(path);
  return offset === undefined || offset === 0 ? null : offset;
}
