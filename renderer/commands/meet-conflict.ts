import { update } from '../state/studio-state';
import { type Conflict, changedTab, tabOf } from '../state/tabs-slice';
import type { Studio } from './studio';

/**
 * Looks at what is on disk in the place of an open file, and says in its tab what became of it. A text that is as it was, or that says what the
 * buffer says, is no conflict, and ends one.
 */
export async function meetConflict(studio: Studio, path: string): Promise<void> {
  const { store, buffers, host } = studio;
  const kit = store.getState().kit;
  if (!kit) return;
  const answer = await host.call('artifact.read', { kitId: kit.kitId, path });
  const now = store.getState();
  const tab = tabOf(now.tabs, path);
  if (now.kit?.kitId !== kit.kitId || !tab || !buffers.has(path)) return;
  if (!answer.ok) {
    const folder = now.kit.listing.folders.includes(path);
    if (answer.error.code === 'not-found' && !folder) loseFile(studio, path, 'removed');
    else loseFile(studio, path, 'unreadable', folder ? 'A folder has its name now.' : answer.error.message);
    return;
  }
  const { text, hash } = answer.value;
  if (buffers.text(path) === text) {
    settle(studio, path, hash);
    buffers.markSavedText(path, text);
    await studio.journal.drop(path);
    return;
  }
  const known = tab.baseHash ?? hadHash(tab.conflict);
  if (hash === known && buffers.savedText(path) === text) {
    settle(studio, path, hash);
    return;
  }
  const base = tab.conflict?.kind === 'changed' ? tab.conflict.base : buffers.savedText(path);
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, path, {
      conflict: { kind: 'changed', base, theirs: text, theirHash: hash },
      baseHash: known,
    }),
  );
}

/** The file is gone, or cannot be read any more: its text is kept here, and in the history. */
export function loseFile(studio: Studio, path: string, kind: 'removed' | 'unreadable', message = ''): void {
  const { store, buffers, host } = studio;
  const { kit, tabs } = store.getState();
  const tab = tabOf(tabs, path);
  const text = buffers.text(path);
  if (!kit || !tab || text === null) return;
  const had = tab.baseHash ?? hadHash(tab.conflict);
  const conflict: Conflict = kind === 'removed' ? { kind, hadHash: had } : { kind, hadHash: had, message };
  update(store, 'tabs', (now) => changedTab(now, path, { conflict, baseHash: null, dirty: true }));
  if (!kit.readOnly) void host.call('history.discarded', { kitId: kit.kitId, path, text });
}

function settle(studio: Studio, path: string, hash: string): void {
  update(studio.store, 'tabs', (tabs) =>
    changedTab(tabs, path, { baseHash: hash, conflict: null, dirty: studio.buffers.isDirty(path) }),
  );
}

/** The hash of the file before it was lost. */
export function hadHash(conflict: Conflict | null): string | null {
  return conflict === null || conflict.kind === 'changed' ? null : conflict.hadHash;
}
