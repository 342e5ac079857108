import { isolateHistory } from '@codemirror/commands';
import { fileName } from '../../shared/domain/kit-path';
import type { TextEdit } from '../../shared/rubric/finding';
import { applyEdits } from '../../shared/text/edits/edit';
import { tabOf } from '../state/tabs-slice';
import { readAndCheck } from './checking';
import { goThroughHistory } from './kit-steps';
import type { Studio } from './studio';

/** Edits of one file, and the text they were made for. */
export interface FileEdit {
  readonly path: string;
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/** What a file holds as the user has it, in its tab or else on disk; or why it cannot be changed. */
export type CurrentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

export async function currentText({ buffers, store, host }: Studio, path: string): Promise<CurrentText> {
  const { kit, tabs } = store.getState();
  const name = fileName(path);
  const tab = tabOf(tabs, path);
  const open = buffers.text(path);
  if (open !== null) {
    if (tab?.readOnly) return { ok: false, reason: `${name} is read-only.` };
    if (tab?.conflict)
      return { ok: false, reason: `${name} was changed on disk too. Choose which text to keep first.` };
    return { ok: true, text: open };
  }
  const read = await host.call('artifact.read', { kitId: kit?.kitId ?? '', path });
  if (!read.ok) return { ok: false, reason: `${name} cannot be read: ${read.error.message}` };
  return read.value.readOnly
    ? { ok: false, reason: `${name} is read-only.` }
    : { ok: true, text: read.value.text };
}

/** Files that are read or written at a time: a disk waits for many as long as for one. */
const AT_ONCE = 8;

/** What several files hold, in their order. */
export async function currentTexts(
  studio: Studio,
  paths: readonly string[],
): Promise<ReadonlyMap<string, CurrentText>> {
  const texts = new Map<string, CurrentText>();
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    const found = await Promise.all(some.map((path) => currentText(studio, path)));
    for (const [index, text] of found.entries()) texts.set(some[index] ?? '', text);
  }
  return texts;
}

/**
 * Edits several files of the kit, all or none. Files on disk are written first, because only that can fail, each only while it holds what its
 * edits were made for; files in tabs change there as one undoable step and stay unsaved. `through` goes through their history instead where the
 * texts are there: what is undone can then be redone. Null when all is done, else why nothing was.
 */
export async function editFiles(
  studio: Studio,
  files: readonly FileEdit[],
  userEvent: string,
  through: 'edits' | 'history' = 'edits',
): Promise<string | null> {
  const { buffers } = studio;
  const { kit } = studio.store.getState();
  if (!kit) return 'No kit is open.';
  const closed = files.filter(({ path }) => !buffers.has(path));
  const written: FileEdit[] = [];
  let problem: string | null = null;
  for (let at = 0; at < closed.length && problem === null; at += AT_ONCE) {
    const some = closed.slice(at, at + AT_ONCE);
    const problems = await Promise.all(
      some.map(({ path, before, edits }) =>
        write(studio, kit.kitId, path, before, applyEdits(before, edits)),
      ),
    );
    const done = some.filter((_, index) => problems[index] === null);
    written.push(...done);
    // The user asked for it: these are their own words.
    for (const { path } of done) studio.typed.add(path);
    problem = problems.find((one) => one !== null) ?? null;
  }
  const open = files.filter((file) => !closed.includes(file));
  // The user may have typed while files were written.
  const moved = open.find(({ path, before }) => buffers.text(path) !== before);
  if (problem === null && moved) problem = `${fileName(moved.path)} was edited meanwhile.`;
  if (problem !== null) problem += await takeBack(studio, kit.kitId, written);
  else
    for (const { path, before, edits } of open) {
      if (through === 'history' && goThroughHistory(buffers, path, applyEdits(before, edits))) continue;
      buffers.dispatch(path, {
        changes: edits.map(({ from, to, insert }) => ({ from, to, insert })),
        annotations: isolateHistory.of('full'),
        userEvent,
      });
    }
  if (written.length > 0)
    await readAndCheck(
      studio,
      kit.kitId,
      written.map(({ path }) => path),
    );
  return problem;
}

/** Makes edits again that were taken back, where all files hold what they were made for. Null when it is done, else why nothing was. */
export async function editAgain(
  studio: Studio,
  files: readonly FileEdit[],
  userEvent: string,
): Promise<string | null> {
  const texts = await currentTexts(
    studio,
    files.map(({ path }) => path),
  );
  for (const { path, before } of files) {
    const now = texts.get(path);
    if (!now?.ok) return now?.reason ?? `${fileName(path)} is not there any more.`;
    if (now.text !== before) return `${fileName(path)} was changed since.`;
  }
  return editFiles(studio, files, userEvent, 'history');
}

/** The edits that take a file back from what its edits made of it. */
export function oppositeEdits({ before, edits }: FileEdit): readonly TextEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const from = edit.from + shift;
    shift += edit.insert.length - (edit.to - edit.from);
    return { from, to: from + edit.insert.length, insert: before.slice(edit.from, edit.to) };
  });
}

/** Puts back what was written before a failure. Says which files could not be put back. */
async function takeBack(studio: Studio, kitId: string, written: readonly FileEdit[]): Promise<string> {
  const left: string[] = [];
  for (const { path, before, edits } of written) {
    const problem = await write(studio, kitId, path, applyEdits(before, edits), before);
    if (problem !== null) left.push(path);
  }
  return left.length === 0 ? '' : ` These files are changed already: ${left.join(', ')}.`;
}

/** Writes a file that holds `before`. Null when it is written, else why not. */
async function write(
  { host }: Studio,
  kitId: string,
  path: string,
  before: string,
  text: string,
): Promise<string | null> {
  const read = await host.call('artifact.read', { kitId, path });
  if (!read.ok) return `${fileName(path)} cannot be read: ${read.error.message}`;
  if (read.value.text !== before) return `${fileName(path)} was changed on disk meanwhile.`;
  const saved = await host.call('artifact.save', { kitId, path, text, baseHash: read.value.hash });
  return saved.ok ? null : `${fileName(path)} was not written: ${saved.error.message}`;
}
