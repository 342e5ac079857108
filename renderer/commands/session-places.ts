import { EditorSelection } from '@codemirror/state';
import type { Session } from '../../shared/ipc/payloads';
import { type Tab, tabOf } from '../state/tabs-slice';
import type { Studio } from './studio';

export type SessionTab = Session['tabs'][number];

/** Selections and folds that are remembered of one file. */
const MOST = 100;

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
  if (!state) return kit?.files.get(path)?.state === 'image' ? { path, cursor: 0, scroll: 0 } : null;
  const { ranges, mainIndex, main } = state.selection;
  const folded = studio.folds?.of(state) ?? [];
  const preview = previewPlace(studio, path);
  return {
    path,
    cursor: main.head,
    scroll: shownScroll(studio, path),
    ...(ranges.length > 1 || !main.empty
      ? {
          ranges: ranges.slice(0, MOST).map(({ anchor, head }) => ({ anchor, head })),
          main: Math.min(mainIndex, MOST - 1),
        }
      : {}),
    ...(folded.length > 0 ? { folds: folded.slice(0, MOST).map(({ from, to }) => ({ from, to })) } : {}),
    ...(preview === null ? {} : { preview }),
    ...(tab.baseHash === null ? {} : { hash: tab.baseHash }),
  };
}

/** Puts selections, folds and the place of the preview back. In a file that changed meanwhile only the cursor is where it was: the rest would be wrong. */
export function restorePlaces(studio: Studio, remembered: SessionTab): void {
  const { path, ranges, main = 0, folds, preview, hash } = remembered;
  const state = studio.buffers.state(path);
  const tab = tabOf(studio.store.getState().tabs, path);
  if (!state || !tab || (hash ?? null) !== tab.baseHash) return;
  const { length } = state.doc;
  const fits = (offset: number) => offset <= length;
  const selections = (ranges ?? []).filter(({ anchor, head }) => fits(anchor) && fits(head));
  const folded = (folds ?? []).filter(({ from, to }) => from < to && fits(to));
  if (preview !== undefined && fits(preview)) studio.previewPlaces.set(path, preview);
  const effects = studio.folds?.effects(folded) ?? [];
  if (selections.length === 0 && effects.length === 0) return;
  studio.buffers.dispatch(path, {
    effects,
    ...(selections.length === 0
      ? {}
      : {
          selection: EditorSelection.create(
            selections.map(({ anchor, head }) => EditorSelection.range(anchor, head)),
            Math.min(main, selections.length - 1),
          ),
        }),
  });
}

/** The first visible offset: of the view while one shows the file, else where it was left. */
function shownScroll({ buffers }: Studio, path: string): number {
  const view = buffers.view(path);
  if (!view || view.scrollDOM.clientHeight === 0) return buffers.scroll(path);
  return view.lineBlockAtHeight(Math.max(0, view.scrollDOM.scrollTop - view.documentPadding.top)).from;
}

function previewPlace({ preview, previewPlaces }: Studio, path: string): number | null {
  const shown = preview?.place();
  const offset = shown?.path === path ? shown.offset : previewPlaces.get(path);
  return offset === undefined || offset === 0 ? null : offset;
}
