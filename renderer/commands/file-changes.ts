import { fileName, folderOf } from '../../shared/domain/kit-path';
import type { MovedFile, MovePlan } from '../../shared/symbols/assist';
import { applyEdits } from '../../shared/text/edits/edit';
import { withoutReports } from '../state/checks-slice';
import { textPaths } from '../state/kit-slice';
import { update } from '../state/studio-state';
import { readAndCheck } from './checking';
import { currentText, editFiles, type FileEdit, oppositeEdits } from './edit-files';
import { closeFile } from './files';
import { followMove } from './follow-move';
import { rememberStep, stepUndone } from './kit-steps';
import { listAgain } from './list-again';
import { notify, notifyError } from './notify';
import type { Studio } from './studio';
import { sendLatest } from './symbols';

/** What was done last to files of an open kit, and can be taken back. */
type LastChange = { readonly kitId: string } & (
  | {
      readonly kind: 'move';
      readonly from: string;
      readonly to: string;
      /** By the paths of before. */
      readonly files: readonly FileEdit[];
      readonly moves: readonly (readonly [from: string, to: string])[];
    }
  | { readonly kind: 'delete'; readonly path: string; readonly trashId: string }
);

const last = new WeakMap<Studio, LastChange>();

/** What another path of a file or folder would change, for the dialog. */
export async function planMove(studio: Studio, from: string, to: string): Promise<MovePlan> {
  const { kit, tabs } = studio.store.getState();
  for (const { path } of tabs.order) sendLatest(studio, path);
  // A file that was not read yet would keep its old links.
  if (!kit || !textPaths(kit.listing).every((path) => studio.checker.knows(path)))
    return { ok: false, reason: 'The kit is still being read; try again in a moment' };
  const plan = await studio.checker.ask({ type: 'move', from, to });
  return plan ?? { ok: false, reason: 'The kit cannot be looked through just now' };
}

/**
 * Gives a file or folder another path and mends every link that leads to it, all or nothing. Files that are open change in their tabs and stay
 * unsaved; the others are written at once. Null when it is done, else why nothing was changed.
 */
export async function moveFile(studio: Studio, from: string, to: string): Promise<string | null> {
  const { kit } = studio.store.getState();
  if (!kit || kit.readOnly) return 'This kit is read-only.';
  const plan = await planMove(studio, from, to);
  if (!plan.ok) return `${plan.reason}.`;
  const files: FileEdit[] = [];
  for (const { path, edits } of plan.files) {
    const now = await currentText(studio, path);
    if (!now.ok) return now.reason;
    if (!fits(now.text, edits)) return `${fileName(path)} changed just now. Try again.`;
    files.push({ path, before: now.text, edits });
  }
  const problem = await moveAndEdit(studio, kit.kitId, { from, to, moves: plan.moves, files });
  if (problem !== null) return problem;
  const done = { kind: 'move', kitId: kit.kitId, from, to, files, moves: plan.moves } as const;
  last.set(studio, done);
  rememberStep(studio, {
    kitId: kit.kitId,
    key: done,
    files,
    moved: new Map(plan.moves),
    undo: () => takeBack(studio, done),
    redo: async () => {
      const again = await moveFile(studio, from, to);
      if (again !== null) notify(studio, 'problem', `Nothing was moved again. ${again}`);
    },
  });
  const links = files.length === 0 ? '' : ` Links were mended in ${counted(files.length)}.`;
  notify(studio, 'good', `${moveWords(from, to)}.${links} “Undo Move or Delete” takes it back.`);
  return null;
}

/** What became of a file, as short as it can be told. */
function moveWords(from: string, to: string): string {
  const [old, now] = [fileName(from), fileName(to)];
  if (folderOf(from) === folderOf(to)) return `${old} is now ${now}`;
  const place = folderOf(to) === '' ? 'the root of the kit' : folderOf(to);
  return old === now ? `${old} is in ${place} now` : `${old} is now ${now} in ${place}`;
}

function fits(text: string, edits: MovedFile['edits']): boolean {
  return edits.every(({ from, to, was }) => text.slice(from, to) === was);
}

interface Order {
  readonly from: string;
  readonly to: string;
  readonly moves: readonly (readonly [from: string, to: string])[];
  /** By the paths of before. */
  readonly files: readonly FileEdit[];
}

/** Moves first, since that fails most easily, and moves back when the links cannot be mended. */
async function moveAndEdit(
  studio: Studio,
  kitId: string,
  order: Order,
  through: 'edits' | 'history' = 'edits',
): Promise<string | null> {
  const { host, store } = studio;
  const { from, to, moves, files } = order;
  const busy = store
    .getState()
    .tabs.order.find((tab) => tab.saving && moves.some(([path]) => path === tab.path));
  if (busy) return `${busy.name} is being saved just now. Try again.`;
  const moved = await host.call('file.move', { kitId, from, to });
  if (!moved.ok) return moved.error.message;
  await followMove(studio, moves);
  const now = new Map(moves);
  const there = files.map((file) => ({ ...file, path: now.get(file.path) ?? file.path }));
  const problem = await editFiles(studio, there, 'input.rename', through);
  if (problem === null) return null;
  const back = await host.call('file.move', { kitId, from: to, to: from });
  if (!back.ok) return `${problem} It keeps its new place: ${back.error.message}`;
  await followMove(
    studio,
    moves.map(([old, path]) => [path, old]),
  );
  return problem;
}

/** Takes the last move or deletion back: the file, and what was changed for it elsewhere, in one step. */
export async function undoFileChange(studio: Studio): Promise<void> {
  const done = last.get(studio);
  const { kit } = studio.store.getState();
  if (!done || !kit || done.kitId !== kit.kitId) {
    notify(studio, 'info', 'No file was moved or deleted in this kit since it was opened');
    return;
  }
  await takeBack(studio, done);
}

async function takeBack(studio: Studio, done: LastChange): Promise<void> {
  const problem = done.kind === 'move' ? await moveBack(studio, done) : await restore(studio, done);
  if (problem !== null) {
    notify(studio, 'problem', `Nothing was taken back. ${problem}`);
    return;
  }
  if (last.get(studio) === done) last.delete(studio);
  stepUndone(studio, done);
}

async function moveBack(
  studio: Studio,
  done: Extract<LastChange, { readonly kind: 'move' }>,
): Promise<string | null> {
  const plan = await planMove(studio, done.to, done.from);
  if (!plan.ok) return `${plan.reason}.`;
  const there = new Map(done.moves);
  const known = new Map(done.files.map((file) => [there.get(file.path) ?? file.path, file]));
  const files: FileEdit[] = [];
  for (const path of new Set([...known.keys(), ...plan.files.map((file) => file.path)])) {
    const now = await currentText(studio, path);
    if (!now.ok) return now.reason;
    const file = known.get(path);
    // Exactly what was there, where nobody wrote since; else the links as they stand now.
    const planned = plan.files.find((one) => one.path === path)?.edits ?? [];
    const untouched = file && now.text === applyEdits(file.before, file.edits);
    if (!untouched && !fits(now.text, planned)) return `${fileName(path)} changed just now. Try again.`;
    const edits = untouched ? oppositeEdits(file) : planned;
    if (edits.length > 0) files.push({ path, before: now.text, edits });
  }
  const { from, to, kitId } = done;
  const order = { from: to, to: from, moves: plan.moves, files };
  const problem = await moveAndEdit(studio, kitId, order, 'history');
  if (problem === null) notify(studio, 'good', `${moveWords(to, from).replace(/ now$/, '')} again.`);
  return problem;
}

/** Moves a file or folder to the trash of the system. What was typed into it and not saved must not go with it. */
export async function deleteFile(studio: Studio, path: string): Promise<void> {
  const { store, host } = studio;
  const { kit, tabs } = store.getState();
  if (!kit || refusedReadOnly(studio)) return;
  const within = (other: string) => other === path || other.startsWith(`${path}/`);
  const unsaved = tabs.order.find((tab) => within(tab.path) && (tab.dirty || tab.saving));
  if (unsaved) {
    notify(
      studio,
      'problem',
      `${unsaved.name} has unsaved text. Save it, or close its tab, before it is deleted.`,
    );
    return;
  }
  const deleted = await host.call('file.delete', { kitId: kit.kitId, path });
  if (!deleted.ok) {
    notifyError(studio, deleted.error);
    return;
  }
  const gone = kit.listing.files.map((file) => file.path).filter(within);
  await listAgain(studio);
  for (const tab of tabs.order) if (within(tab.path)) closeFile(studio, tab.path);
  studio.checker.remove(gone);
  update(store, 'checks', (checks) => withoutReports(checks, gone));
  const { trashId, system } = deleted.value;
  last.set(studio, { kind: 'delete', kitId: kit.kitId, path, trashId });
  const where = system ? 'is in the trash' : 'was deleted';
  notify(studio, 'good', `${path} ${where}. “Undo Move or Delete” puts it back.`);
}

async function restore(
  studio: Studio,
  { kitId, path, trashId }: Extract<LastChange, { readonly kind: 'delete' }>,
): Promise<string | null> {
  const restored = await studio.host.call('file.restore', { kitId, trashId });
  if (!restored.ok) return restored.error.message;
  await takeIn(studio, path);
  notify(studio, 'good', `${path} is back.`);
  return null;
}

/** Files that are new on the disk are listed and checked. */
export async function takeIn(studio: Studio, path: string): Promise<void> {
  await listAgain(studio);
  const { kit } = studio.store.getState();
  if (!kit) return;
  const files = kit.listing.files.filter((file) => file.path === path || file.path.startsWith(`${path}/`));
  studio.checker.set(
    files
      .filter(({ state }) => state !== 'text')
      .map((file) => ({ path: file.path, text: null, version: 0 })),
  );
  await readAndCheck(
    studio,
    kit.kitId,
    files.filter(({ state }) => state === 'text').map((file) => file.path),
  );
}

/** Says that a kit is read-only, where it is. */
export function refusedReadOnly(studio: Studio): boolean {
  const { kit } = studio.store.getState();
  if (!kit?.readOnly) return false;
  notify(studio, 'info', `${kit.name} is read-only. Copy it into a packet of your own to change its files.`);
  return true;
}

/** What a file may be called beside it: `rfc copy.md`, `rfc copy 2.md`. */
export function copyName(path: string, taken: (path: string) => boolean): string {
  const dot = fileName(path).lastIndexOf('.');
  const at = dot > 0 ? path.length - fileName(path).length + dot : path.length;
  for (let n = 1; ; n++) {
    const copy = `${path.slice(0, at)}-copy${n === 1 ? '' : `-${n}`}${path.slice(at)}`;
    if (!taken(copy)) return copy;
  }
}

function counted(files: number): string {
  return files === 1 ? 'one file' : `${files} files`;
}
