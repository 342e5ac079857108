import { isolateHistory } from '@codemirror/commands';
import { ChangeSet } from '@codemirror/state';
import { fileName } from '../../shared/domain/kit-path';
import { type Merge, mergedText, mergeTexts } from '../../shared/merge/merge';
import { update } from '../state/studio-state';
import { type Conflict, changedTab, tabOf } from '../state/tabs-slice';
import { changesBetween } from '../state/text-change';
import { copyName, takeIn } from './file-changes';
import { closeFile, openFile } from './files';
import { meetConflict } from './meet-conflict';
import { notify, notifyError } from './notify';
import { tabChanged } from './outside-tab';
import { saveFile } from './saving';
import type { Studio } from './studio';

/** Both sides of a conflict, taken apart. */
export interface OpenMerge {
  readonly mine: string;
  readonly theirs: string;
  readonly theirHash: string;
  readonly merge: Merge;
}

/** Takes a conflict apart; null when there is none, or the text is too long for that. */
export function openMerge({ store, buffers }: Studio, path: string): OpenMerge | null {
  const tab = tabOf(store.getState().tabs, path);
  const mine = buffers.text(path);
  if (!tab || tab.plain || mine === null || tab.conflict?.kind !== 'changed') return null;
  const { base, theirs, theirHash } = tab.conflict;
  return { mine, theirs, theirHash, merge: mergeTexts(base, mine, theirs) };
}

/**
 * Makes the buffer what a merge came to, as one step that can be undone, based on the text that was merged. True when it was done. When the file
 * changed once more meanwhile, that is the next conflict, and the merge is what it starts from.
 */
export function applyMerge(studio: Studio, path: string, open: OpenMerge, result: string): boolean {
  const { store, buffers, journal } = studio;
  const tab = tabOf(store.getState().tabs, path);
  if (tab?.conflict?.kind !== 'changed' || buffers.text(path) !== open.mine) {
    notify(studio, 'problem', `${fileName(path)} was changed meanwhile. Merge it again.`);
    return false;
  }
  const again = tab.conflict.theirHash !== open.theirHash;
  const conflict: Conflict | null = again ? { ...tab.conflict, base: open.theirs } : null;
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, path, { baseHash: open.theirHash, conflict, recoveredAt: null, saveError: null }),
  );
  buffers.markSavedText(path, open.theirs);
  const changes = changesBetween(open.mine, result);
  if (changes.length > 0)
    buffers.dispatch(path, {
      changes,
      annotations: isolateHistory.of('full'),
      userEvent: 'input.merge',
    });
  // The text did not change, but what it is based on did.
  else journal.changed(path, ChangeSet.empty(buffers.doc(path)?.length ?? 0));
  return true;
}

/** Merges at once where no line was changed on both sides, and says what came together. */
export function mergeByItself(studio: Studio, path: string): void {
  const open = openMerge(studio, path);
  if (!open || open.merge.conflicts.length > 0) {
    studio.store.setState({ overlay: { kind: 'merge', path } });
    return;
  }
  if (applyMerge(studio, path, open, mergedText(open.merge)))
    notify(studio, 'good', `${fileName(path)} is merged: ${mergeWords(open.merge)}. Undo takes it back.`);
}

/** What a merge brings together, in words. */
export function mergeWords({ fromMine, fromTheirs, alike }: Merge): string {
  const parts = [
    `${counted(fromTheirs)} from disk`,
    `${fromMine} of yours`,
    ...(alike > 0 ? [`${alike} that both made alike`] : []),
  ];
  return parts.length > 2 ? `${parts[0]}, ${parts[1]} and ${parts[2]}` : parts.join(' and ');
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'change' : 'changes'}`;
}

/** Takes the text on disk into the buffer as one step that can be undone; the text it replaces stays in the history. */
export async function takeTheirs(studio: Studio, path: string): Promise<void> {
  const { store, buffers, host } = studio;
  const kit = store.getState().kit;
  if (!kit) return;
  const answer = await host.call('artifact.read', { kitId: kit.kitId, path });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return;
  }
  const mine = buffers.text(path);
  if (mine !== null && buffers.isDirty(path) && mine !== answer.value.text)
    await host.call('history.discarded', { kitId: kit.kitId, path, text: mine });
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

/** Looks again at what could not be read. */
export async function lookAgain(studio: Studio, path: string): Promise<void> {
  await tabChanged(studio, path, null);
  const conflict = tabOf(studio.store.getState().tabs, path)?.conflict;
  if (conflict?.kind === 'unreadable') notify(studio, 'info', `Still the same: ${conflict.message}`);
  else if (!conflict) notify(studio, 'good', `${fileName(path)} can be read again.`);
}

/** Writes the text of a lost file beside its place, under a name of its own, and goes on there. */
export async function saveCopy(studio: Studio, path: string): Promise<void> {
  const { store, buffers, host } = studio;
  const { kit } = store.getState();
  const text = buffers.text(path);
  if (!kit || text === null) return;
  const { files, folders } = kit.listing;
  const taken = new Set([...files.map((file) => file.path), ...folders]);
  const copy = copyName(path, (other) => taken.has(other));
  const made = await host.call('artifact.create', { kitId: kit.kitId, path: copy, text });
  if (!made.ok) {
    notifyError(studio, made.error);
    return;
  }
  await takeIn(studio, copy);
  closeFile(studio, path);
  await openFile(studio, copy, { focus: true });
  notify(studio, 'good', `The text is saved as ${fileName(copy)}.`);
}
