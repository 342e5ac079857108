import { fileName } from '../../shared/domain/kit-path';
import { applyEdits } from '../../shared/text/edits/edit';
import { textPaths } from '../state/kit-slice';
import { changesBetween } from '../state/text-change';
import { currentText, editFiles, type FileEdit, oppositeEdits } from './edit-files';
import { deleteFile, takeIn } from './file-changes';
import { versionText } from './history';
import { notify } from './notify';
import type { Studio } from './studio';

/** What the kit would become: files that read otherwise now, files that are missing, and files the milestone does not know, which stay. */
export interface RestorePlan {
  readonly changed: readonly FileEdit[];
  readonly missing: readonly { readonly path: string; readonly hash: string }[];
  readonly kept: readonly string[];
}

/** The last restoring of an open kit. */
interface LastRestore {
  readonly kitId: string;
  readonly name: string;
  readonly files: readonly FileEdit[];
  readonly back: readonly string[];
}

const last = new WeakMap<Studio, LastRestore>();

/** What restoring a milestone would change; why it cannot be told otherwise. */
export async function planRestore(studio: Studio, id: string): Promise<RestorePlan | string> {
  const { store, host, buffers } = studio;
  const { kit } = store.getState();
  if (!kit) return 'No kit is open.';
  const answer = await host.call('history.milestone', { kitId: kit.kitId, id });
  if (!answer.ok) return answer.error.message;
  const held = new Map(answer.value.files.map(({ path, hash }) => [path, hash]));
  const there = textPaths(kit.listing);
  const both = there.filter((path) => held.has(path));
  const read = await host.call('kit.readMany', { kitId: kit.kitId, paths: both });
  if (!read.ok) return read.error.message;
  const changed: FileEdit[] = [];
  for (const { path, hash } of read.value.files) {
    const wanted = held.get(path);
    if (wanted === undefined || (hash === wanted && !buffers.isDirty(path))) continue;
    const now = await currentText(studio, path);
    if (!now.ok) return now.reason;
    const text = await versionText(studio, path, wanted);
    if (text === null) return `${fileName(path)} of that time cannot be read any more.`;
    const edits = changesBetween(now.text, text);
    if (edits.length > 0) changed.push({ path, before: now.text, edits });
  }
  const missing = [...held].filter(([path]) => !kit.files.has(path)).map(([path, hash]) => ({ path, hash }));
  return { changed, missing, kept: there.filter((path) => !held.has(path)) };
}

/**
 * Makes the kit what the plan says: all files that read otherwise, or none of them; then those that are missing. Files that are open change in
 * their tabs and stay unsaved; the others are written at once. Null when it is done, else what was not.
 */
export async function restoreKit(studio: Studio, name: string, plan: RestorePlan): Promise<string | null> {
  const { store, host } = studio;
  const { kit } = store.getState();
  if (!kit) return 'No kit is open.';
  const problem = await editFiles(studio, plan.changed, 'input.restore');
  if (problem !== null) return problem;
  const back: string[] = [];
  const failed: string[] = [];
  for (const { path, hash } of plan.missing) {
    const made = await host.call('history.bringBack', { kitId: kit.kitId, path, hash });
    if (made.ok) back.push(path);
    else failed.push(made.error.message);
  }
  for (const path of back) await takeIn(studio, path);
  last.set(studio, { kitId: kit.kitId, name, files: plan.changed, back });
  if (failed.length > 0) return `The other files are restored, but: ${failed.join(' ')}`;
  notify(
    studio,
    'good',
    `The kit is as it was at “${name}”: ${counted(plan.changed.length)} changed, ${back.length} brought back. “Undo Restore of the Kit” takes it back everywhere.`,
  );
  return null;
}

/** Takes the last restoring back in all its files at once; refused when one of them was written in since. */
export async function undoRestore(studio: Studio): Promise<void> {
  const done = last.get(studio);
  const { kit } = studio.store.getState();
  if (!done || !kit || done.kitId !== kit.kitId) {
    notify(studio, 'info', 'The kit was not restored since it was opened');
    return;
  }
  const files: FileEdit[] = [];
  for (const file of done.files) {
    const now = await currentText(studio, file.path);
    const refusal = now.ok ? null : now.reason;
    // It was undone in this file already.
    if (now.ok && now.text === file.before) continue;
    if (!now.ok || now.text !== applyEdits(file.before, file.edits)) {
      const why = refusal ?? `${fileName(file.path)} was changed since.`;
      notify(studio, 'problem', `Nothing was taken back. ${why}`);
      return;
    }
    files.push({ path: file.path, before: now.text, edits: oppositeEdits(file) });
  }
  const problem = await editFiles(studio, files, 'input.restore');
  if (problem !== null) {
    notify(studio, 'problem', `Nothing was taken back. ${problem}`);
    return;
  }
  last.delete(studio);
  for (const path of done.back) await deleteFile(studio, path);
  notify(studio, 'good', `The kit is as it was before “${done.name}” was restored.`);
}

function counted(files: number): string {
  return files === 1 ? 'one file' : `${files} files`;
}
