import type { Page } from '@playwright/test';

/** What an editor pane holds, read from the editor on the screen. */
export interface ShownText {
  readonly pane: 'main' | 'side';
  readonly path: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly ranges: number;
  /** Undo, save and commands act on this one. */
  readonly inUse: boolean;
  readonly dirty: boolean;
}

/** Part of CodeMirror's view that is read here; the library hangs it on the element it draws. */
interface View {
  readonly state: {
    readonly doc: { toString(): string };
    readonly selection: { readonly main: { from: number; to: number }; readonly ranges: readonly unknown[] };
  };
  dispatch(spec: { selection: { anchor: number; head: number }; scrollIntoView: boolean }): void;
  focus(): void;
}

type Content = Element & { readonly cmTile?: { readonly root: { readonly view: View } } };

/** The texts of all editor panes. A pane whose file is still on its way is left out. */
export function shownTexts(page: Page): Promise<ShownText[]> {
  return page.evaluate(() =>
    ['Editor', 'Second pane'].flatMap((name): ShownText[] => {
      const region = document.querySelector(`[data-region="${name}"]`);
      const tab = region?.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
      const view = region?.querySelector<Content>('.cm-content')?.cmTile?.root.view;
      if (!region || !tab || !view) return [];
      const { main, ranges } = view.state.selection;
      return [
        {
          pane: name === 'Editor' ? 'main' : 'side',
          path: tab.dataset['menuPath'] ?? '',
          text: view.state.doc.toString(),
          from: main.from,
          to: main.to,
          ranges: ranges.length,
          inUse: region.querySelector('[data-in-use]')?.getAttribute('data-in-use') === 'true',
          dirty: tab.dataset['dirty'] === 'true',
        },
      ];
    }),
  );
}

/** Puts the selection of the pane in use somewhere and the focus into its text. */
export function selectIn(page: Page, from: number, to: number = from): Promise<void> {
  return page.evaluate(
    ([anchor, head]) => {
      const content = document.querySelector<Content>('div[data-in-use="true"] .cm-content');
      const view = content?.cmTile?.root.view;
      view?.focus();
      view?.dispatch({ selection: { anchor, head }, scrollIntoView: true });
    },
    [from, to] as const,
  );
}

/** Puts the focus into the text of the pane in use. */
export function focusText(page: Page): Promise<void> {
  return page.evaluate(() =>
    document.querySelector<HTMLElement>('div[data-in-use="true"] .cm-content')?.focus(),
  );
}

/** An open tab, whether its text is shown or not. */
export interface OpenTab {
  readonly pane: 'main' | 'side';
  readonly path: string;
  readonly dirty: boolean;
  readonly selected: boolean;
}

export function openTabs(page: Page): Promise<OpenTab[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=tab][data-menu="tab"]')].map((tab) => ({
      pane: tab.dataset['menuPane'] === 'side' ? ('side' as const) : ('main' as const),
      path: tab.dataset['menuPath'] ?? '',
      dirty: tab.dataset['dirty'] === 'true',
      selected: tab.getAttribute('aria-selected') === 'true',
    })),
  );
}
