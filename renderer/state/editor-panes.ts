import {
  otherPane,
  type PaneId,
  settled,
  standsIn,
  type Tab,
  type TabsState,
  tabOf,
  withTab,
} from './tabs-slice';

/** True while there are two editor panes. */
export function isSplit(tabs: TabsState): boolean {
  return tabs.order.some((tab) => tab.pane !== 'main');
}

/** The tabs of one pane, in the order of its strip. */
export function tabsIn(tabs: TabsState, pane: PaneId): readonly Tab[] {
  return tabs.order.filter((tab) => standsIn(tab, pane));
}

/** The file that a pane shows. */
export function shownIn(tabs: TabsState, pane: PaneId): string | null {
  return pane === tabs.focus ? tabs.active : tabs.other;
}

/** The pane is in use from now on. */
export function focused(tabs: TabsState, pane: PaneId): TabsState {
  if (pane === tabs.focus || !isSplit(tabs)) return tabs;
  const { active, other } = tabs;
  const recent = other === null ? tabs.recent : [other, ...tabs.recent.filter((path) => path !== other)];
  return { ...tabs, focus: pane, active: other, other: active, recent };
}

/** Shows a tab in one pane, where a file may be shown in the other one too. */
export function shownTab(tabs: TabsState, path: string, pane: PaneId): TabsState {
  const now = focused(tabs, pane);
  const tab = tabOf(now, path);
  if (!tab || !standsIn(tab, pane)) return tabs;
  return { ...now, active: path, recent: [path, ...now.recent.filter((other) => other !== path)] };
}

/** Opens a file in the pane that is not in use, which then is; a file that is open is shown twice. Makes the second pane when there is one. */
export function openedBeside(tabs: TabsState, path: string): TabsState {
  // The pane in use must keep something to show.
  if (tabs.active === null) return tabs;
  const pane = otherPane(tabs.focus);
  const opened = withTab(tabs, path, pane);
  const order = opened.order.map((tab) =>
    tab.path === path && !standsIn(tab, pane) ? { ...tab, pane: 'both' as const } : tab,
  );
  return {
    ...opened,
    order,
    focus: pane,
    active: path,
    other: tabs.active,
    recent: [path, ...tabs.recent.filter((other) => other !== path)],
  };
}

/** Moves a tab to the other pane. The only tab there is stays: it would leave an empty pane behind. */
export function movedAcross(tabs: TabsState, path: string | null = tabs.active): TabsState {
  const tab = tabOf(tabs, path);
  if (!tab || (!isSplit(tabs) && tabs.order.length < 2)) return tabs;
  const pane = otherPane(standsIn(tab, tabs.focus) ? tabs.focus : otherPane(tabs.focus));
  const order = tabs.order.map((other) => (other === tab ? { ...tab, pane } : other));
  // What the pane that is left shows from now on is settled by what stands in it.
  const stays = pane === tabs.focus ? tabs.other : tabs.active;
  return settled({ ...tabs, order, focus: pane, active: tab.path, other: stays });
}

/** Puts all tabs into one pane. */
export function joined(tabs: TabsState): TabsState {
  const order = tabs.order.map((tab) => (tab.pane === 'main' ? tab : { ...tab, pane: 'main' as const }));
  return { ...tabs, order, focus: 'main', other: null };
}
