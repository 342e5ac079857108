import { fileName } from '../../shared/domain/kit-path';
import type { TextEdit } from '../../shared/rubric/finding';
import type { RenamePlan } from '../../shared/symbols/assist';
import { applyEdits } from '../../shared/text/edits/edit';
import { textPaths } from '../state/kit-slice';
import { currentTexts, editAgain, editFiles, type FileEdit, oppositeEdits } from './edit-files';
import { rememberStep, stepUndone } from './kit-steps';
import { notify } from './notify';
import type { Studio } from './studio';
import { sendLatest } from './symbols';

/** The last rename of an open kit. */
interface LastRename {
  readonly kitId: string;
  readonly from: string;
  readonly to: string;
  readonly files: readonly FileEdit[];
}

const last = new WeakMap<Studio, LastRename>();

/** What a rename would change, for the dialog. */
export async function planRename(studio: Studio, key: string, name: string): Promise<RenamePlan> {
  const { kit, tabs } = studio.store.getState();
  for (const { path } of tabs.order) sendLatest(studio, path);
  // A file that was not read yet would keep the old name.
  if (!kit || !textPaths(kit.listing).every((path) => studio.checker.knows(path)))
    return { ok: false, reason: 'The kit is still being read; try again in a moment' };
  const plan = await studio.checker.ask({ type: 'rename', key, name });
  return plan ?? { ok: false, reason: 'The kit cannot be looked through just now' };
}

/**
 * Renames a symbol throughout the kit, all or nothing. Files that are open change in their tabs and stay unsaved; the others are written at
 * once. Null when it is done, else why nothing was changed.
 */
export async function rename(studio: Studio, key: string, name: string): Promise<string | null> {
  const { kit } = studio.store.getState();
  if (!kit || kit.readOnly) return 'This kit is read-only.';
  const plan = await planRename(studio, key, name);
  if (!plan.ok) return `${plan.reason}.`;
  const files: FileEdit[] = [];
  const texts = await currentTexts(
    studio,
    plan.files.map(({ path }) => path),
  );
  for (const { path, edits } of plan.files) {
    const now = texts.get(path);
    if (!now?.ok) return now?.reason ?? 'The kit changed just now.';
    if (!edits.every((edit) => now.text.slice(edit.from, edit.to).replace(/\s+/g, ' ') === plan.from))
      return `${fileName(path)} changed just now. Try again.`;
    files.push({ path, before: now.text, edits });
  }
  const done = { kitId: kit.kitId, from: plan.from, to: plan.to, files };
  const problem = await editFiles(studio, files, 'input.rename');
  if (problem === null) remember(studio, done);
  return problem;
}

function remember(studio: Studio, done: LastRename): void {
  const { kitId, from, to, files } = done;
  last.set(studio, done);
  rememberStep(studio, {
    kitId,
    key: done,
    files,
    undo: () => undoRename(studio),
    redo: async () => {
      const problem = await editAgain(studio, files, 'input.rename');
      if (problem === null) remember(studio, done);
      else notify(studio, 'problem', `Nothing was renamed again. ${problem}`);
    },
  });
  notify(
    studio,
    'good',
    `${from} is now ${to} in ${counted(files.length)}. “Undo Rename” takes it back everywhere.`,
  );
}

/** Takes the last rename back in all its files at once. What was written since is kept; only the name returns. */
export async function undoRename(studio: Studio): Promise<void> {
  const done = last.get(studio);
  const { kit } = studio.store.getState();
  if (!done || !kit || done.kitId !== kit.kitId) {
    notify(studio, 'info', 'Nothing was renamed in this kit since it was opened');
    return;
  }
  const files: FileEdit[] = [];
  const texts = await currentTexts(
    studio,
    done.files.map(({ path }) => path),
  );
  for (const file of done.files) {
    const now = texts.get(file.path);
    const edits = now?.ok ? editsBack(now.text, file, done) : null;
    if (!now?.ok || !edits) {
      const reason =
        now?.ok === false
          ? now.reason
          : `${done.to} was added or removed in ${fileName(file.path)} since. Rename it instead.`;
      notify(studio, 'problem', `Nothing was taken back. ${reason}`);
      return;
    }
    if (edits.length > 0) files.push({ path: file.path, before: now.text, edits });
  }
  const problem = await editFiles(studio, files, 'input.rename', 'history');
  if (problem !== null) {
    notify(studio, 'problem', `Nothing was taken back. ${problem}`);
    return;
  }
  last.delete(studio);
  stepUndone(studio, done);
  notify(studio, 'good', `${done.to} is ${done.from} again in ${counted(files.length)}.`);
}

/**
 * The edits that bring the old name back: exactly the opposite ones where the text is as the rename left it, each use of the name where it
 * was edited since. Null when uses came or went, so that it is not known which are meant.
 */
function editsBack(now: string, file: FileEdit, { from, to }: LastRename): readonly TextEdit[] | null {
  const after = applyEdits(file.before, file.edits);
  if (now === file.before) return [];
  if (now === after) return oppositeEdits(file);
  const places = placesOf(now, to);
  if (places.length !== file.edits.length || placesOf(file.before, to).length > 0) return null;
  return places.map((at) => ({ from: at, to: at + to.length, insert: from }));
}

/** Where a name stands on its own. */
function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  const joined = (at: number) => /[\p{L}\p{N}_-]/u.test(text[at] ?? '');
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (!joined(at - 1) && !joined(at + name.length)) places.push(at);
  return places;
}

function counted(files: number): string {
  return files === 1 ? 'one file' : `${files} files`;
}
