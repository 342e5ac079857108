import { fileName } from '../../shared/domain/kit-path';
import { applyEdits } from '../../shared/text/edits/edit';
import { chosenFiles, countOf } from '../state/search-slice';
import { currentText, editAgain, editFiles, type FileEdit, oppositeEdits } from './edit-files';
import { rememberStep, stepUndone } from './kit-steps';
import { notify } from './notify';
import { isUpToDate, runSearch } from './search';
import type { Studio } from './studio';

/** The last replacement in an open kit. */
interface LastReplace {
  readonly kitId: string;
  readonly files: readonly FileEdit[];
}

const EVENT = 'input.replace.kit';

const last = new WeakMap<Studio, LastReplace>();

/**
 * Replaces the matches that are ticked, in all files or in none. Files that are open change in their tabs and stay unsaved; the others are
 * written at once.
 */
export async function replaceInKit(studio: Studio): Promise<void> {
  const { kit } = studio.store.getState();
  if (!kit) return;
  if (kit.readOnly) {
    notify(studio, 'info', `${kit.name} is read-only. Copy it into a packet of your own to replace in it.`);
    return;
  }
  // The last letters of the replacement may not have been taken in yet.
  if (!isUpToDate(studio)) await runSearch(studio);
  const { search } = studio.store.getState();
  if (search.status !== 'done' || !search.replacing) return;
  const chosen = chosenFiles(search);
  const files: FileEdit[] = [];
  for (const { path, text, matches } of chosen) {
    const now = await currentText(studio, path);
    if (!now.ok) return refuse(studio, now.reason);
    if (now.text !== text) {
      void runSearch(studio);
      return refuse(studio, `${fileName(path)} changed since it was searched. Look at the matches again.`);
    }
    const edits = matches.map(({ from, to, insert }) => ({ from, to, insert: insert ?? '' }));
    files.push({ path, before: text, edits });
  }
  if (files.length === 0) return;
  const problem = await editFiles(studio, files, EVENT);
  if (problem !== null) return refuse(studio, problem);
  remember(studio, { kitId: kit.kitId, files }, countOf(chosen));
  await runSearch(studio);
}

function remember(studio: Studio, done: LastReplace, count: number): void {
  const { kitId, files } = done;
  last.set(studio, done);
  rememberStep(studio, {
    kitId,
    key: done,
    files,
    undo: () => undoReplace(studio),
    redo: async () => {
      const problem = await editAgain(studio, files, EVENT);
      if (problem !== null) return refuse(studio, problem);
      remember(studio, done, count);
      await runSearch(studio);
    },
  });
  notify(
    studio,
    'good',
    `${count === 1 ? 'One match' : `${count} matches`} replaced in ${counted(files.length)}. “Undo Replace in Kit” takes it back everywhere.`,
  );
}

/** Takes the last replacement back in all its files at once; refused when one of them was written in since. */
export async function undoReplace(studio: Studio): Promise<void> {
  const done = last.get(studio);
  const { kit } = studio.store.getState();
  if (!done || !kit || done.kitId !== kit.kitId) {
    notify(studio, 'info', 'Nothing was replaced in this kit since it was opened');
    return;
  }
  const files: FileEdit[] = [];
  for (const file of done.files) {
    const now = await currentText(studio, file.path);
    if (!now.ok) return refuseBack(studio, now.reason);
    // It was undone in this file already.
    if (now.text === file.before) continue;
    if (now.text !== applyEdits(file.before, file.edits))
      return refuseBack(studio, `${fileName(file.path)} was changed since.`);
    files.push({ path: file.path, before: now.text, edits: oppositeEdits(file) });
  }
  const problem = await editFiles(studio, files, EVENT, 'history');
  if (problem !== null) return refuseBack(studio, problem);
  last.delete(studio);
  stepUndone(studio, done);
  notify(studio, 'good', `The replacement was taken back in ${counted(files.length)}.`);
  await runSearch(studio);
}

function refuse(studio: Studio, reason: string): void {
  notify(studio, 'problem', `Nothing was replaced. ${reason}`);
}

function refuseBack(studio: Studio, reason: string): void {
  notify(studio, 'problem', `Nothing was taken back. ${reason}`);
}

function counted(files: number): string {
  return files === 1 ? 'one file' : `${files} files`;
}
