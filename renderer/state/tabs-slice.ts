import { fileName } from '../../shared/domain/kit-path';
import type { HostError } from '../../shared/ipc/contract';

/** The disk and the buffer went apart. The user decides; nothing is saved before. */
export type Conflict =
  /** Both were changed; `base` is what they come from, null where that is not known. */
  | {
      readonly kind: 'changed';
      readonly base: string | null;
      readonly theirs: string;
      readonly theirHash: string;
    }
  /** The file is not there any more; it had this hash. */
  | { readonly kind: 'removed'; readonly hadHash: string | null }
  /** There is something in its place that cannot be read as a text: a folder, a file without permission. */
  | { readonly kind: 'unreadable'; readonly hadHash: string | null; readonly message: string };

/** True while the text is nowhere but here. */
export function isLost(conflict: Conflict | null): boolean {
  return conflict !== null && conflict.kind !== 'changed';
}

/** The places where files are edited: the second one is there while it has tabs. */
export type PaneId = 'main' | 'side';

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
  /** The editor pane whose strip it stands in; `both` shows one text twice. */
  readonly pane: PaneId | 'both';
}

export interface TabsState {
  readonly order: readonly Tab[];
  /** What the pane in use shows; commands, preview and rubric are about this file. */
  readonly active: string | null;
  /** The editor pane in use. */
  readonly focus: PaneId;
  /** What the other editor pane shows; null while there is one. */
  readonly other: string | null;
  /** Paths by last use, latest first. */
  readonly recent: readonly string[];
}

export const initialTabs: TabsState = { order: [], active: null, focus: 'main', other: null, recent: [] };

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
    pane: 'main',
  };
}

export function tabOf(tabs: TabsState, path: string | null): Tab | null {
  return path === null ? null : (tabs.order.find((tab) => tab.path === path) ?? null);
}

export function activeTab(tabs: TabsState): Tab | null {
  return tabOf(tabs, tabs.active);
}

/** True when a tab stands in the strip of a pane. */
export function standsIn(tab: Tab, pane: PaneId): boolean {
  return tab.pane === pane || tab.pane === 'both';
}

/** Opens a tab behind the active one in the pane in use, without showing it; nothing happens when it is open. */
export function withTab(tabs: TabsState, path: string, pane: PaneId = tabs.focus): TabsState {
  if (tabOf(tabs, path)) return tabs;
  const at = tabs.order.findIndex((tab) => tab.path === tabs.active);
  const order = [...tabs.order];
  order.splice(at < 0 ? order.length : at + 1, 0, { ...newTab(path), pane });
  return { ...tabs, order };
}

/** Shows a tab that is open. One that stands only in the other pane is shown there, and that pane is in use from then on. */
export function activated(tabs: TabsState, path: string): TabsState {
  const tab = tabOf(tabs, path);
  if (!tab) return tabs;
  const recent = [path, ...tabs.recent.filter((other) => other !== path)];
  if (standsIn(tab, tabs.focus) && (tabs.other !== path || tabs.active === path))
    return { ...tabs, active: path, recent };
  return { ...tabs, focus: otherPane(tabs.focus), active: path, other: tabs.active, recent };
}

export function otherPane(pane: PaneId): PaneId {
  return pane === 'main' ? 'side' : 'main';
}

/** Removes a tab from a pane, or from all; the one used before it in that pane becomes active. A pane without tabs goes away. */
export function withoutTab(tabs: TabsState, path: string, pane: PaneId | null = null): TabsState {
  const tab = tabOf(tabs, path);
  const stays = tab?.pane === 'both' && pane !== null;
  const order = stays
    ? tabs.order.map((other) => (other === tab ? { ...tab, pane: otherPane(pane) } : other))
    : tabs.order.filter((other) => other.path !== path);
  const recent = stays ? tabs.recent : tabs.recent.filter((other) => other !== path);
  return settled({ ...tabs, order, recent });
}

/** Each pane shows a tab of its own; without tabs in one of them, the other is the only pane. */
export function settled(tabs: TabsState): TabsState {
  const inPane = (pane: PaneId) => tabs.order.filter((tab) => standsIn(tab, pane));
  const shown = (pane: PaneId, wanted: string | null) => {
    const own = inPane(pane);
    if (own.some((tab) => tab.path === wanted)) return wanted;
    return (tabs.recent.find((path) => own.some((tab) => tab.path === path)) ?? own[0]?.path) || null;
  };
  if (inPane('side').length > 0 && inPane('main').length > 0) {
    const { focus } = tabs;
    return { ...tabs, active: shown(focus, tabs.active), other: shown(otherPane(focus), tabs.other) };
  }
  const order = tabs.order.map((tab) => (tab.pane === 'main' ? tab : { ...tab, pane: 'main' as const }));
  const gone = inPane(tabs.focus).length === 0;
  const one = { ...tabs, order, focus: 'main' as const, other: null };
  const wanted = gone ? tabs.other : tabs.active;
  const has = order.some((tab) => tab.path === wanted);
  return { ...one, active: has ? wanted : (tabs.recent[0] ?? order[0]?.path ?? null) };
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

/** Files that have other paths now keep their tabs, with all that is known of them. */
export function renamedTabs(tabs: TabsState, moves: ReadonlyMap<string, string>): TabsState {
  const now = (path: string) => moves.get(path) ?? path;
  if (!tabs.order.some((tab) => moves.has(tab.path))) return tabs;
  return {
    ...tabs,
    order: tabs.order.map((tab) => {
      const path = now(tab.path);
      return path === tab.path ? tab : { ...tab, path, name: fileName(path) };
    }),
    active: tabs.active === null ? null : now(tabs.active),
    other: tabs.other === null ? null : now(tabs.other),
    recent: tabs.recent.map(now),
  };
}

/** The tab that follows the active one in its strip, going round at the ends. */
export function neighbour(tabs: TabsState, step: 1 | -1): string | null {
  const strip = tabs.order.filter((tab) => standsIn(tab, tabs.focus));
  const at = strip.findIndex((tab) => tab.path === tabs.active);
  if (at < 0) return null;
  return strip[(at + step + strip.length) % strip.length]?.path ?? null;
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
