import type { KitChange } from '../../shared/ipc/payloads';
import { update } from '../state/studio-state';
import { changedTab, type Tab, tabOf } from '../state/tabs-slice';
import { followMove } from './follow-move';
import { hadHash, meetConflict } from './meet-conflict';
import { notify } from './notify';
import { savesDone } from './saving';
import type { Studio } from './studio';

/**
 * The disk may have something else in the place of an open file; `hash` is what the watcher saw there, null when it did not say. A text without
 * changes of its own takes it over as one step to undo, at the same place; anything else is for the user to decide.
 */
export async function tabChanged(studio: Studio, path: string, hash: string | null): Promise<void> {
  const { store, buffers, host } = studio;
  // What is being saved is compared with what the save leaves.
  await savesDone(studio, path);
  const { kit, tabs } = store.getState();
  const tab = tabOf(tabs, path);
  if (!kit || tab?.state !== 'ready' || !buffers.has(path)) return;
  // Our own save, seen by the watcher.
  if (hash !== null && hash === tab.baseHash && !tab.conflict) return;
  if (buffers.isDirty(path)) {
    await meetConflict(studio, path);
    return;
  }
  const answer = await host.call('artifact.read', { kitId: kit.kitId, path });
  const latest = tabOf(store.getState().tabs, path);
  if (!latest || !buffers.has(path) || latest.saving) return;
  if (!answer.ok || buffers.isDirty(path)) {
    await meetConflict(studio, path);
    return;
  }
  if (answer.value.hash === latest.baseHash && !latest.conflict) return;
  update(store, 'tabs', (now) => changedTab(now, path, { baseHash: answer.value.hash, conflict: null }));
  buffers.markSavedText(path, answer.value.text);
  buffers.replace(path, answer.value.text);
}

/**
 * Follows open files to other names that other programs gave them: what came has exactly the bytes that went. Which file it was must be beyond
 * doubt, so that of several with the same bytes none is followed.
 */
export async function followRenames(studio: Studio, changes: KitChange['changes']): Promise<void> {
  const { store, host, buffers } = studio;
  const { kit, tabs } = store.getState();
  if (!kit) return;
  const removed = new Set(changes.filter(({ change }) => change === 'removed').map(({ path }) => path));
  const added = changes.filter(({ change, path }) => change === 'added' && !buffers.has(path));
  const isLost = (tab: Tab) => removed.has(tab.path) || tab.conflict?.kind === 'removed';
  const lost = tabs.order.filter((tab) => tab.state === 'ready' && isLost(tab));
  for (const tab of lost) {
    const hash = tab.baseHash ?? hadHash(tab.conflict);
    const alike = added.filter((entry) => hash !== null && entry.hash === hash);
    const twins = lost.filter((other) => (other.baseHash ?? hadHash(other.conflict)) === hash);
    const [found] = alike;
    if (!found || alike.length > 1 || twins.length > 1) continue;
    const still = await host.call('artifact.read', { kitId: kit.kitId, path: tab.path });
    // Copied, and not renamed.
    if (still.ok) continue;
    update(store, 'tabs', (now) => changedTab(now, tab.path, { baseHash: hash, conflict: null }));
    await followMove(studio, [[tab.path, found.path]]);
    await host.call('history.moved', { kitId: kit.kitId, from: tab.path, to: found.path });
    notify(studio, 'info', `${tab.name} is ${found.path} now: another program renamed it.`);
  }
}
