import { update } from '../state/studio-state';
import { changedTab, tabOf } from '../state/tabs-slice';
import { notify, notifyError } from './notify';
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
  const next = (saves.get(path) ?? Promise.resolve(true)).then(() => save(studio, path));
  saves.set(path, next);
  return next.finally(() => {
    if (saves.get(path) === next) saves.delete(path);
  });
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
      `${tab.name} was changed on disk too. Choose which text to keep before saving.`,
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

/** Reads what is on disk and shows it against the buffer. Equal texts are no conflict. */
export async function meetConflict(studio: Studio, path: string): Promise<void> {
  const { store, buffers, host } = studio;
  const kit = store.getState().kit;
  if (!kit) return;
  const answer = await host.call('artifact.read', { kitId: kit.kitId, path });
  if (!answer.ok) {
    if (answer.error.code === 'not-found') {
      update(store, 'tabs', (tabs) =>
        changedTab(tabs, path, { conflict: { kind: 'removed' }, baseHash: null, dirty: true }),
      );
    } else notifyError(studio, answer.error);
    return;
  }
  const { text, hash } = answer.value;
  if (buffers.text(path) === text) {
    update(store, 'tabs', (tabs) => changedTab(tabs, path, { baseHash: hash, conflict: null }));
    buffers.markSavedText(path, text);
    await studio.journal.drop(path);
    return;
  }
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, path, { conflict: { kind: 'changed', theirs: text, theirHash: hash } }),
  );
}

/** Takes the text on disk into the buffer as one step that can be undone. */
export async function takeTheirs(studio: Studio, path: string): Promise<void> {
  const { store, buffers, host } = studio;
  const kit = store.getState().kit;
  if (!kit) return;
  const answer = await host.call('artifact.read', { kitId: kit.kitId, path });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return;
  }
  // The base first: the replaced text is then on disk, and the journal entry of the old one goes.
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, path, {
      baseHash: answer.value.hash,
      conflict: null,
      recoveredAt: null,
      saveError: null,
    }),
  );
  buffers.markSavedText(path, answer.value.text);
  buffers.replace(path, answer.value.text);
  await studio.journal.drop(path);
}

/** Writes the buffer over what is on disk now, or creates the file again when it was removed. */
export async function keepMine(studio: Studio, path: string): Promise<boolean> {
  const { store, buffers, host } = studio;
  const { kit, tabs } = store.getState();
  const conflict = tabOf(tabs, path)?.conflict;
  const doc = buffers.doc(path);
  if (!kit || !doc || !conflict) return false;
  if (conflict.kind === 'removed') {
    const made = await host.call('artifact.create', { kitId: kit.kitId, path, text: doc.toString() });
    if (!made.ok) {
      if (made.error.code === 'exists') await meetConflict(studio, path);
      else notifyError(studio, made.error);
      return false;
    }
    update(store, 'tabs', (now) => changedTab(now, path, { conflict: null, baseHash: made.value.hash }));
    buffers.markSaved(path, doc);
    if (!buffers.isDirty(path)) await studio.journal.drop(path);
    return true;
  }
  const answer = await host.call('artifact.read', { kitId: kit.kitId, path });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return false;
  }
  update(store, 'tabs', (now) => changedTab(now, path, { conflict: null, baseHash: answer.value.hash }));
  buffers.markSavedText(path, answer.value.text);
  return saveFile(studio, path);
}
