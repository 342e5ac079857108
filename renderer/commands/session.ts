import { commandById } from '../../shared/commands';
import type { Session } from '../../shared/ipc/payloads';
import {
  type CompanionPane,
  isCompanionPane,
  isNavigatorTab,
  isSwitch,
  type LayoutState,
} from '../state/layout-slice';
import { update } from '../state/studio-state';
import { settled, type TabsState } from '../state/tabs-slice';
import { sessionTab } from './session-places';
import type { Studio } from './studio';

/** What the studio remembers of the open kit: tabs with their places, panes and their sizes, commands used lately. */
export function sessionOf(studio: Studio): Session {
  const { tabs, layout, recentCommands } = studio.store.getState();
  return {
    tabs: tabs.order
      .map((tab) => sessionTab(studio, tab))
      .filter((tab) => tab !== null)
      .slice(0, 200),
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
    recent: tabs.recent.slice(0, 200),
    commands: [...recentCommands],
    navigator: layout.navigator,
  };
}

export async function writeSession(studio: Studio): Promise<void> {
  const { kit } = studio.store.getState();
  if (kit) await studio.host.call('session.write', { kitId: kit.kitId, session: sessionOf(studio) });
}

/** Brings the commands used lately back for the palette; those used since the start go first. */
export function restoreRecent({ store }: Studio, session: Session | null): void {
  const known = (session?.commands ?? []).filter((id) => commandById(id) !== null);
  update(store, 'recentCommands', (recent) =>
    [...recent, ...known.filter((id) => !recent.includes(id))].slice(0, 20),
  );
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
