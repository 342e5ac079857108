import { history, redo, undo } from '@codemirror/commands';
import { describe, expect, it, vi } from 'vitest';
import { moveFile } from './file-changes';
import { closeFile, openFile } from './files';
import { stepTogether } from './kit-steps';
import { openRecent } from './kits';
import { rename, undoRename } from './rename';
import { replaceInKit } from './replace';
import { changeSearch, runSearch } from './search';
import { testStudio, typeAtEnd } from './studio.test-support';

vi.setConfig({ testTimeout: 60_000 });

const RISKS = 'risk-register.json';
const A = 'notes/a.md';
const B = 'notes/b.md';
const C = 'notes/c.md';
const FILES = {
  [RISKS]: JSON.stringify({ risks: [{ id: 'R-01', title: 'Skills gap' }] }),
  [A]: '# A\n\nR-01 and R-01, see [b](b.md#when).\n',
  [B]: '# B\n\n## When\n\nR-01.\n',
  [C]: '# C\n\nR-01 and [b](b.md).\n',
};

/** A studio with two files open, and the keys for undo and redo in one of them. */
async function opened() {
  const made = testStudio(FILES, () => [history()]);
  const { studio, kit } = made;
  await openRecent(studio, 'kit');
  for (const { path } of studio.store.getState().tabs.order) closeFile(studio, path);
  await openFile(studio, A);
  await openFile(studio, C);
  await vi.waitFor(() => expect(Object.keys(FILES).every((path) => studio.checker.knows(path))).toBe(true));
  /** What the key does: true when it was done to all files. */
  const press = async (path: string, direction: 'undo' | 'redo') => {
    const state = studio.buffers.state(path);
    if (!state) throw new Error(`${path} is not open`);
    const before = studio.buffers.text(path);
    const together = stepTogether(studio, path, state, direction);
    if (together) await vi.waitFor(() => expect(studio.buffers.text(path) ?? '').not.toBe(before));
    else
      (direction === 'undo' ? undo : redo)({
        state,
        dispatch: (step) => studio.buffers.apply(path, step),
      });
    // The last file may be done a moment after the first.
    if (together) await new Promise((resolve) => setTimeout(resolve, 50));
    return together;
  };
  const texts = () => ({
    ...Object.fromEntries(kit.files),
    ...Object.fromEntries(
      studio.store.getState().tabs.order.map(({ path }) => [path, studio.buffers.text(path)]),
    ),
  });
  const said = () => studio.store.getState().notices.list.at(-1)?.text ?? '';
  return { ...made, press, texts, said };
}

const renamed = Object.fromEntries(
  Object.entries(FILES).map(([path, text]) => [path, text.replaceAll('R-01', 'R-11')]),
);

describe('undo in one text of what was done to several', () => {
  it('takes a rename back in all of them, and redo makes it again', async () => {
    const { studio, press, texts, said } = await opened();
    await rename(studio, 'id R-01', 'R-11');
    expect(texts()).toEqual(renamed);
    expect(await press(A, 'undo')).toBe(true);
    expect(texts()).toEqual(FILES);
    expect(said()).toContain('R-11 is R-01 again');
    expect(studio.store.getState().tabs.order.some(({ dirty }) => dirty)).toBe(false);
    expect(await press(C, 'redo')).toBe(true);
    expect(texts()).toEqual(renamed);
    expect(await press(C, 'undo')).toBe(true);
    expect(texts()).toEqual(FILES);
    // And nothing is left to undo in the texts themselves.
    await press(A, 'undo');
    expect(texts()).toEqual(FILES);
  });

  it('leaves to a text what it wrote itself, before and since', async () => {
    const { studio, press, texts } = await opened();
    typeAtEnd(studio, A, 'Before.\n');
    await rename(studio, 'id R-01', 'R-11');
    typeAtEnd(studio, A, 'Since.\n');
    expect(await press(A, 'undo')).toBe(false);
    expect(texts()).toEqual({ ...renamed, [A]: `${renamed[A]}Before.\n` });
    expect(await press(A, 'undo')).toBe(true);
    expect(texts()).toEqual({ ...FILES, [A]: `${FILES[A]}Before.\n` });
    expect(await press(A, 'undo')).toBe(false);
    expect(texts()).toEqual(FILES);
  });

  it('says why it does nothing when another file was changed since', async () => {
    const { studio, kit, press, texts, said } = await opened();
    await rename(studio, 'id R-01', 'R-11');
    await undoRename(studio);
    kit.files.set(B, 'Theirs.\n');
    const before = texts();
    const state = studio.buffers.state(A);
    expect(state && stepTogether(studio, A, state, 'redo')).toBe(true);
    await vi.waitFor(() => expect(said()).toContain('Nothing was renamed again. b.md was changed since.'));
    expect(texts()).toEqual(before);
    expect(await press(A, 'undo')).toBe(false);
  });

  it('does the same for what was replaced', async () => {
    const { studio, press, texts } = await opened();
    changeSearch(studio, { text: 'R-01', replacement: 'R-11', replacing: true });
    await runSearch(studio);
    await vi.waitFor(() => expect(studio.store.getState().search.status).toBe('done'));
    await replaceInKit(studio);
    expect(texts()).toEqual(renamed);
    expect(await press(C, 'undo')).toBe(true);
    expect(texts()).toEqual(FILES);
    expect(await press(A, 'redo')).toBe(true);
    expect(texts()).toEqual(renamed);
  });

  it('brings a file that was moved back with its links, and moves it again', async () => {
    const { studio, kit, press, texts } = await opened();
    expect(await moveFile(studio, B, 'notes/d.md')).toBeNull();
    expect(texts()[A]).toContain('(d.md#when)');
    expect(await press(A, 'undo')).toBe(true);
    await vi.waitFor(() => expect(texts()).toEqual(FILES));
    await vi.waitFor(() => expect(studio.checker.knows(B)).toBe(true));
    expect(await press(C, 'redo')).toBe(true);
    await vi.waitFor(() => expect(kit.files.has('notes/d.md')).toBe(true));
    expect(texts()[A]).toContain('(d.md#when)');
  });
});
