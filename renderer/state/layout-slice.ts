/** The sides of the window and what they show. */
export type NavigatorTab = 'path' | 'files' | 'problems' | 'symbols' | 'search';
export type CompanionPane = 'preview' | 'example' | 'rubric' | 'history';
export type Side = 'navigator' | 'editor' | 'companion';

/** What of the window is on or off. All are off at first. */
export type Switch =
  | 'navigator-hidden'
  | 'editor-hidden'
  | 'companion-hidden'
  /** The companion stands below the text, else right of it. */
  | 'companion-below'
  /** The companion's panes stand side by side, else one above the other. */
  | 'companion-beside'
  /** The second editor pane stands below the first. */
  | 'editors-stacked'
  /** The preview shows the pages of the export, else one long page. */
  | 'preview-pages'
  /** Only the text is shown. */
  | 'focus'
  /** All but the paragraph one writes in steps back. */
  | 'dim'
  /** The same, but for the sentence. */
  | 'dim-sentences'
  /** The line of the cursor stays at one height. */
  | 'typewriter';

export interface LayoutState {
  readonly navigator: NavigatorTab;
  readonly switches: ReadonlySet<Switch>;
  /** The outline of the open file is shown below the navigator's tabs. */
  readonly outline: boolean;
  /** What the companion shows, from top to bottom or from left to right: one or two panes, three while the text is hidden. */
  readonly companion: readonly CompanionPane[];
  /** Sizes in percent of each split, by its name. */
  readonly sizes: Readonly<Record<string, readonly number[]>>;
  /** Grows with each kit, so that remembered sizes are taken over when another kit opens. */
  readonly generation: number;
}

export const NAVIGATOR_TABS: readonly NavigatorTab[] = ['path', 'files', 'problems', 'symbols', 'search'];
export const SWITCHES: readonly Switch[] = [
  'navigator-hidden',
  'editor-hidden',
  'companion-hidden',
  'companion-below',
  'companion-beside',
  'editors-stacked',
  'preview-pages',
  'focus',
  'dim',
  'dim-sentences',
  'typewriter',
];
export const COMPANION_PANES: readonly CompanionPane[] = ['preview', 'example', 'rubric', 'history'];

const ORDER: Readonly<Record<CompanionPane, number>> = { preview: 0, example: 1, rubric: 2, history: 3 };

export const initialLayout: LayoutState = {
  navigator: 'path',
  switches: new Set(),
  outline: false,
  companion: ['preview', 'rubric'],
  sizes: {},
  generation: 0,
};

/**
 * Shows a pane that is hidden, hides one that is shown. Beside a text the companion holds at most two: with two shown, the pane that shares
 * the reading place gives way (preview and example replace each other), else the lower one. The last pane stays.
 */
export function toggledPane(layout: LayoutState, pane: CompanionPane): LayoutState {
  const shown = layout.companion;
  // Asked for out of sight, a pane comes back.
  if (!isShown(layout, 'companion')) {
    const back = withSide(layout, 'companion', true);
    return shown.includes(pane) ? back : toggledPane(back, pane);
  }
  if (shown.includes(pane)) {
    return shown.length === 1 ? layout : { ...layout, companion: shown.filter((other) => other !== pane) };
  }
  if (shown.length < (isShown(layout, 'editor') ? 2 : 3))
    return { ...layout, companion: sorted([...shown, pane]) };
  const leaves: CompanionPane = pane === 'preview' ? 'example' : pane === 'example' ? 'preview' : 'example';
  const gone = shown.includes(leaves) ? leaves : shown.at(-1);
  return { ...layout, companion: sorted([...shown.filter((other) => other !== gone), pane]) };
}

/** Whether a side of the window is in sight. In focus mode only the text is. */
export function isShown({ switches }: LayoutState, side: Side): boolean {
  return switches.has('focus') ? side === 'editor' : !switches.has(`${side}-hidden`);
}

/** Shows or hides a side of the window. Whoever asks for a side in focus mode leaves it. Of text and companion one stays. */
export function withSide(layout: LayoutState, side: Side, shown: boolean): LayoutState {
  let next = layout;
  if (side !== 'editor' && shown) next = switched(next, 'focus', false);
  next = switched(next, `${side}-hidden`, !shown);
  if (shown || side === 'navigator') return next;
  return switched(next, side === 'editor' ? 'companion-hidden' : 'editor-hidden', false);
}

/** The same layout with a switch on or off; by default the other way round. */
export function switched(layout: LayoutState, name: Switch, on = !layout.switches.has(name)): LayoutState {
  if (layout.switches.has(name) === on) return layout;
  const switches = new Set(layout.switches);
  if (on) switches.add(name);
  else switches.delete(name);
  return { ...layout, switches };
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

export function isSwitch(value: string): value is Switch {
  return (SWITCHES as readonly string[]).includes(value);
}
