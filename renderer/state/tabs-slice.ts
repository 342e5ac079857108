import { fileName } from '../../shared/domain/kit-path';
import type { HostError } from '../../shared/ipc/contract';

/** The disk and the buffer went apart. The user decides; nothing is saved before. */
export type Conflict =
  | { readonly kind: 'changed'; readonly theirs: string; readonly theirHash: string }
  | { readonly kind: 'removed' };

/** One open file. Its text lives in the buffer of the same path; this holds what the window shows about it. */
export interface Tab {
  readonly path: string;
  readonly name: string;
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: HostError | null;
  readonly readOnly: boolean;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** SHA-256 of the bytes that the buffer is based on; null when the file is not on disk. */
  readonly baseHash: string | null;
  /** Too long for highlighting, preview and checks. */
  readonly plain: boolean;
  readonly conflict: Conflict | null;
  readonly saveError: HostError | null;
  /** When unsaved text of an earlier run was put back: the time it was kept. */
  readonly recoveredAt: string | null;
}

export interface TabsState {
  readonly order: readonly Tab[];
  readonly active: string | null;
  /** Paths by last use, latest first. */
  readonly recent: readonly string[];
}

export const initialTabs: TabsState = { order: [], active: null, recent: [] };

export function newTab(path: string): Tab {
  return {
    path,
    name: fileName(path),
    state: 'loading',
    error: null,
    readOnly: false,
    dirty: false,
    saving: false,
    baseHash: null,
    plain: false,
    conflict: null,
    saveError: null,
    recoveredAt: null,
  };
}

export function tabOf(tabs: TabsState, path: string | null): Tab | null {
  return path === null ? null : (tabs.order.find((tab) => tab.path === path) ?? null);
}

export function activeTab(tabs: TabsState): Tab | null {
  return tabOf(tabs, tabs.active);
}

/** Opens a tab behind the active one, without showing it; nothing happens when it is open. */
export function withTab(tabs: TabsState, path: string): TabsState {
  if (tabOf(tabs, path)) return tabs;
  const at = tabs.order.findIndex((tab) => tab.path === tabs.active);
  const order = [...tabs.order];
  order.splice(at < 0 ? order.length : at + 1, 0, newTab(path));
  return { ...tabs, order };
}

/** Shows a tab that is open. */
export function activated(tabs: TabsState, path: string): TabsState {
  if (!tabOf(tabs, path)) return tabs;
  return { ...tabs, active: path, recent: [path, ...tabs.recent.filter((other) => other !== path)] };
}

/** Removes a tab; the one used before it becomes active. */
export function withoutTab(tabs: TabsState, path: string): TabsState {
  const order = tabs.order.filter((tab) => tab.path !== path);
  const recent = tabs.recent.filter((other) => other !== path);
  const active = tabs.active === path ? (recent[0] ?? order[0]?.path ?? null) : tabs.active;
  return { order, recent, active };
}

export function changedTab(
  tabs: TabsState,
  path: string,
  change: Partial<Omit<Tab, 'path' | 'name'>>,
): TabsState {
  let hit = false;
  const order = tabs.order.map((tab) => {
    if (tab.path !== path) return tab;
    const keys = Object.keys(change) as (keyof typeof change)[];
    if (keys.every((key) => Object.is(tab[key], change[key]))) return tab;
    hit = true;
    return { ...tab, ...change };
  });
  return hit ? { ...tabs, order } : tabs;
}

/** The tab that follows the active one in the strip, going round at the ends. */
export function neighbour(tabs: TabsState, step: 1 | -1): string | null {
  const at = tabs.order.findIndex((tab) => tab.path === tabs.active);
  if (at < 0 || tabs.order.length === 0) return null;
  return tabs.order[(at + step + tabs.order.length) % tabs.order.length]?.path ?? null;
}

export function unsavedCount(tabs: TabsState): number {
  return tabs.order.reduce((count, tab) => count + (tab.dirty ? 1 : 0), 0);
}

/** Names shown in the strip: the folder is added where two open files have the same name. */
export function tabLabels(tabs: TabsState): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const tab of tabs.order) counts.set(tab.name, (counts.get(tab.name) ?? 0) + 1);
  return new Map(
    tabs.order.map((tab) => {
      const folder = tab.path.split('/').at(-2);
      const twin = (counts.get(tab.name) ?? 0) > 1 && folder !== undefined;
      return [tab.path, twin ? `${tab.name} (${folder})` : tab.name];
    }),
  );
}
