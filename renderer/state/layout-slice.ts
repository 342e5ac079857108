/** The sides of the window and what they show. */
export type NavigatorTab = 'path' | 'files' | 'problems' | 'symbols' | 'search';
export type CompanionPane = 'preview' | 'example' | 'rubric';

export interface LayoutState {
  readonly navigator: NavigatorTab;
  /** The outline of the open file is shown below the navigator's tabs. */
  readonly outline: boolean;
  /** What the companion shows, from top to bottom: one or two panes. */
  readonly companion: readonly CompanionPane[];
  /** Sizes in percent of each split, by its name. */
  readonly sizes: Readonly<Record<string, readonly number[]>>;
  /** Grows with each kit, so that remembered sizes are taken over when another kit opens. */
  readonly generation: number;
}

export const NAVIGATOR_TABS: readonly NavigatorTab[] = ['path', 'files', 'problems', 'symbols', 'search'];
export const COMPANION_PANES: readonly CompanionPane[] = ['preview', 'example', 'rubric'];

const ORDER: Readonly<Record<CompanionPane, number>> = { preview: 0, example: 1, rubric: 2 };

export const initialLayout: LayoutState = {
  navigator: 'path',
  outline: false,
  companion: ['preview', 'rubric'],
  sizes: {},
  generation: 0,
};

/**
 * Shows a pane that is hidden, hides one that is shown. The companion holds at most two: with two shown, the pane that shares the reading
 * place gives way (preview and example replace each other), else the lower one. The last pane stays.
 */
export function toggledPane(layout: LayoutState, pane: CompanionPane): LayoutState {
  const shown = layout.companion;
  if (shown.includes(pane)) {
    return shown.length === 1 ? layout : { ...layout, companion: shown.filter((other) => other !== pane) };
  }
  if (shown.length < 2) return { ...layout, companion: sorted([...shown, pane]) };
  const leaves: CompanionPane = pane === 'preview' ? 'example' : pane === 'example' ? 'preview' : 'example';
  const gone = shown.includes(leaves) ? leaves : shown[1];
  return { ...layout, companion: sorted([...shown.filter((other) => other !== gone), pane]) };
}

export function withSizes(layout: LayoutState, split: string, sizes: readonly number[]): LayoutState {
  return { ...layout, sizes: { ...layout.sizes, [split]: sizes } };
}

function sorted(panes: readonly CompanionPane[]): readonly CompanionPane[] {
  return [...panes].sort((a, b) => ORDER[a] - ORDER[b]);
}

export function isNavigatorTab(value: string): value is NavigatorTab {
  return (NAVIGATOR_TABS as readonly string[]).includes(value);
}

export function isCompanionPane(value: string): value is CompanionPane {
  return (COMPANION_PANES as readonly string[]).includes(value);
}
