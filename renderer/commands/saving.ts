import { update } from '../state/studio-state';
import { changedTab, isLost, tabOf } from '../state/tabs-slice';
import { formWritesDone } from './form-writes';
import { meetConflict } from './meet-conflict';
import { notify } from './notify';
import type { Studio } from './studio';

/** Saves that run, by path: a second save of the same file waits for the first, because it is based on its result. */
const running = new WeakMap<Studio, Map<string, Promise<boolean>>>();

/**
 * Saves a file. Refused by the host when the file on disk is no longer the one the text is based on; the tab then shows both sides.
 * True when the buffer is on disk.
 */
export function saveFile(studio: Studio, path: string): Promise<boolean> {
  const saves = running.get(studio) ?? new Map<string, Promise<boolean>>();
  running.set(studio, saves);
  const next = (saves.get(path) ?? Promise.resolve(true)).then(() => {
    // What was entered in a form before belongs to what is saved.
    const writes = formWritesDone(studio, path);
    return writes ? writes.then(() => save(studio, path)) : save(studio, path);
  });
  saves.set(path, next);
  return next.finally(() => {
    if (saves.get(path) === next) saves.delete(path);
  });
}

/** Resolves when no save of a file is under way. */
export async function savesDone(studio: Studio, path: string): Promise<void> {
  await running.get(studio)?.get(path);
}

export async function saveAll(studio: Studio): Promise<boolean> {
  const unsaved = studio.store.getState().tabs.order.filter((tab) => tab.dirty);
  const saved = await Promise.all(unsaved.map((tab) => saveFile(studio, tab.path)));
  return saved.every(Boolean);
}

async function save(studio: Studio, path: string): Promise<boolean> {
  const { store, buffers, host } = studio;
  const { kit, tabs } = store.getState();
  const tab = tabOf(tabs, path);
  const doc = buffers.doc(path);
  if (!kit || !tab || !doc || tab.state !== 'ready') return false;
  if (tab.conflict) {
    notify(
      studio,
      'problem',
      isLost(tab.conflict)
        ? `${tab.name} is not where it was. Choose above the text what becomes of it.`
        : `${tab.name} was changed on disk too. Merge both texts, or choose one, before saving.`,
    );
    return false;
  }
  if (tab.readOnly) {
    notify(studio, 'problem', `${tab.name} is read-only and was not saved.`);
    return false;
  }
  if (!tab.dirty || tab.baseHash === null) return !tab.dirty;
  const set = (change: Parameters<typeof changedTab>[2]) =>
    update(store, 'tabs', (now) => changedTab(now, path, change));
  set({ saving: true });
  const request = { kitId: kit.kitId, path, text: doc.toString(), baseHash: tab.baseHash };
  const answer = await host.call('artifact.save', request);
  if (answer.ok) {
    set({ saving: false, saveError: null, recoveredAt: null, baseHash: answer.value.hash });
    buffers.markSaved(path, doc);
    if (!buffers.isDirty(path)) await studio.journal.drop(path);
    return true;
  }
  set({ saving: false });
  if (answer.error.code === 'changed-on-disk' || answer.error.code === 'not-found')
    await meetConflict(studio, path);
  else set({ saveError: answer.error });
  return false;
}
