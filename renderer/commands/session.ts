import type { Session } from '../../shared/ipc/payloads';
import {
  type CompanionPane,
  isCompanionPane,
  isNavigatorTab,
  isSwitch,
  type LayoutState,
} from '../state/layout-slice';
import { settled, type TabsState } from '../state/tabs-slice';
import type { Studio } from './studio';

/** What the studio remembers of the open kit: tabs with their cursors, panes and their sizes. */
export function sessionOf(studio: Studio): Session {
  const { tabs, layout } = studio.store.getState();
  return {
    tabs: tabs.order
      .filter((tab) => tab.state === 'ready')
      .slice(0, 200)
      .map(({ path }) => ({
        path,
        cursor: studio.buffers.state(path)?.selection.main.head ?? 0,
        scroll: studio.buffers.scroll(path),
      })),
    active: tabs.active,
    layout: {
      ...Object.fromEntries(Object.entries(layout.sizes).map(([name, sizes]) => [name, [...sizes]])),
      // A pane that is folded has no size.
      outline: layout.outline ? [1] : [],
    },
    companion: [...layout.companion],
    switches: [...layout.switches],
    panes: {
      side: tabs.order.filter((tab) => tab.pane === 'side').map(({ path }) => path),
      both: tabs.order.filter((tab) => tab.pane === 'both').map(({ path }) => path),
      focus: tabs.focus,
      other: tabs.other,
    },
    navigator: layout.navigator,
  };
}

export async function writeSession(studio: Studio): Promise<void> {
  const { kit } = studio.store.getState();
  if (kit) await studio.host.call('session.write', { kitId: kit.kitId, session: sessionOf(studio) });
}

/** The layout of a remembered session; unknown names are left out, they may be of a later version. */
export function restoredLayout(layout: LayoutState, session: Session | null): LayoutState {
  if (!session) return { ...layout, generation: layout.generation + 1 };
  const companion = session.companion
    .filter((pane): pane is CompanionPane => isCompanionPane(pane))
    .slice(0, 3);
  return {
    navigator: isNavigatorTab(session.navigator) ? session.navigator : layout.navigator,
    companion: companion.length > 0 ? companion : layout.companion,
    switches: new Set((session.switches ?? []).filter(isSwitch)),
    outline: (session.layout['outline'] ?? []).length > 0,
    sizes: session.layout,
    generation: layout.generation + 1,
  };
}

/** The tabs of a remembered session in the panes they stood in; `active` is open already. */
export function restoredPanes(tabs: TabsState, session: Session | null): TabsState {
  const panes = session?.panes;
  if (!panes) return tabs;
  const order = tabs.order.map((tab) => {
    const pane = panes.both.includes(tab.path)
      ? ('both' as const)
      : panes.side.includes(tab.path)
        ? ('side' as const)
        : ('main' as const);
    return pane === tab.pane ? tab : { ...tab, pane };
  });
  return settled({ ...tabs, order, focus: panes.focus, other: panes.other });
}
