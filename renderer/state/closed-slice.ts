/** A tab that was closed, as it comes back. */
export interface ClosedTab {
  readonly path: string;
  readonly cursor: number;
  readonly scroll: number;
}

/** Tabs closed lately, the last one first. They belong to one kit: another forgets them. */
export interface ClosedState {
  readonly kitId: string | null;
  readonly tabs: readonly ClosedTab[];
}

export const initialClosed: ClosedState = { kitId: null, tabs: [] };

const MOST = 30;

export function withClosed(state: ClosedState, kitId: string, tab: ClosedTab): ClosedState {
  const before = state.kitId === kitId ? state.tabs.filter(({ path }) => path !== tab.path) : [];
  return { kitId, tabs: [tab, ...before].slice(0, MOST) };
}

/** The tab to bring back, and what is left: files that are open again or no longer there are passed over. */
export function takenClosed(
  state: ClosedState,
  kitId: string,
  canOpen: (path: string) => boolean,
): { readonly tab: ClosedTab | null; readonly rest: ClosedState } {
  const tabs = state.kitId === kitId ? state.tabs.filter(({ path }) => canOpen(path)) : [];
  return { tab: tabs[0] ?? null, rest: { kitId, tabs: tabs.slice(1) } };
}
