import type { KitChange } from '../../shared/ipc/payloads';
import { withoutReports } from '../state/checks-slice';
import { textPaths, withListing } from '../state/kit-slice';
import { update } from '../state/studio-state';
import { changedTab, type Tab, tabOf } from '../state/tabs-slice';
import { readAndCheck } from './checking';
import { notifyError } from './notify';
import { meetConflict } from './saving';
import type { Studio } from './studio';

/**
 * Other programs wrote to the kit. The disk's truth wins for everything that is not being edited; a buffer with unsaved text is never touched,
 * its tab shows both sides.
 */
export async function outsideChange(studio: Studio, change: KitChange): Promise<void> {
  const kit = studio.store.getState().kit;
  if (!kit || change.kitId !== kit.kitId) return;
  // What others wrote is not the user's own words.
  const others = change.lost ? [...studio.typed] : change.changes.map(({ path }) => path);
  for (const path of others) if (!studio.buffers.isDirty(path)) studio.typed.delete(path);
  const relist = change.lost || change.changes.some(({ change: what }) => what !== 'changed');
  if (relist) await listAgain(studio);
  const removed = change.changes.filter((entry) => entry.change === 'removed').map(({ path }) => path);
  const written = change.changes.filter((entry) => entry.change !== 'removed');
  studio.checker.remove(removed);
  update(studio.store, 'checks', (checks) => withoutReports(checks, removed));
  for (const path of removed) tabRemoved(studio, path);
  const { files } = studio.store.getState().kit ?? kit;
  const paths = change.lost
    ? textPaths(studio.store.getState().kit?.listing ?? kit.listing)
    : written.map(({ path }) => path);
  const texts = paths.filter((path) => files.get(path)?.state === 'text');
  if (texts.length > 0) await readAndCheck(studio, kit.kitId, texts);
  for (const tab of studio.store.getState().tabs.order) {
    const entry = written.find(({ path }) => path === tab.path);
    if (entry || (change.lost && files.has(tab.path))) await tabChanged(studio, tab, entry?.hash ?? null);
  }
}

/** Looks at the kit's folder anew. */
export async function listAgain(studio: Studio): Promise<void> {
  const kit = studio.store.getState().kit;
  if (!kit) return;
  const answer = await studio.host.call('kit.list', { kitId: kit.kitId });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return;
  }
  update(studio.store, 'kit', (now) => (now?.kitId === kit.kitId ? withListing(now, answer.value) : now));
}

function tabRemoved(studio: Studio, path: string): void {
  if (!tabOf(studio.store.getState().tabs, path) || !studio.buffers.has(path)) return;
  update(studio.store, 'tabs', (tabs) =>
    changedTab(tabs, path, { conflict: { kind: 'removed' }, baseHash: null, dirty: true }),
  );
}

async function tabChanged(studio: Studio, tab: Tab, hash: string | null): Promise<void> {
  const { store, buffers, host } = studio;
  const kit = store.getState().kit;
  if (!kit || tab.state !== 'ready') return;
  // Our own save, seen by the watcher.
  if (hash !== null && hash === tab.baseHash) return;
  if (buffers.isDirty(tab.path)) {
    const now = tabOf(store.getState().tabs, tab.path);
    if (now?.saving !== true) await meetConflict(studio, tab.path);
    return;
  }
  const answer = await host.call('artifact.read', { kitId: kit.kitId, path: tab.path });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return;
  }
  const latest = tabOf(store.getState().tabs, tab.path);
  if (!latest || answer.value.hash === latest.baseHash) return;
  if (buffers.isDirty(tab.path)) {
    await meetConflict(studio, tab.path);
    return;
  }
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, tab.path, { baseHash: answer.value.hash, conflict: null }),
  );
  buffers.markSavedText(tab.path, answer.value.text);
  buffers.replace(tab.path, answer.value.text);
}
