import { history, undo } from '@codemirror/commands';
import { codeFolding } from '@codemirror/language';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { folds } from '../editor/folds';
import { deleteFile, moveFile, undoFileChange } from './file-changes';
import { openFile } from './files';
import { openExample, openRecent } from './kits';
import { duplicateFile, newFile, newFolder } from './new-files';
import { testStudio, typeAtEnd } from './studio.test-support';

const RFC = 'design/note-1.md';
const ADR = 'adr.md';
const FILES = {
  // Opened with the kit.
  'a0.md': 'First\n',
  [RFC]: '# RFC\n\nSee [the ADR](../adr.md).\n',
  [ADR]: '# ADR\n\nDecides [the RFC](design/note-1.md#rfc).\n',
  'index.md': '[RFC](./design/note-1.md)\n',
  '.staffwright/waivers.yaml': `- finding: RFC-01\n  path: ${RFC}\n  reason: r\n  by: A\n`,
  'other.md': 'Nothing\n',
};
const NEW = 'design/deep/design-note.md';

function opened() {
  const made = testStudio(FILES);
  const { studio, kit } = made;
  const state = () => studio.store.getState();
  const start = async () => {
    await openRecent(studio, 'kit');
    await vi.waitFor(() => expect(state().checks.progress).toBeNull());
    await vi.waitFor(() => expect(state().checks.reports.size).toBeGreaterThan(2));
  };
  const said = () =>
    state()
      .notices.list.map(({ text }) => text)
      .join('\n');
  return { ...made, state, start, said, disk: () => Object.fromEntries(kit.files) };
}

describe('a file that is moved', () => {
  let made: ReturnType<typeof opened>;
  beforeEach(async () => {
    made = opened();
    await made.start();
  });

  it('is followed by all that leads to it, and comes back in one step', async () => {
    const { studio, disk, state } = made;
    expect(await moveFile(studio, RFC, NEW)).toBeNull();
    expect(disk()).toEqual({
      [NEW]: '# RFC\n\nSee [the ADR](../../adr.md).\n',
      [ADR]: '# ADR\n\nDecides [the RFC](design/deep/design-note.md#rfc).\n',
      'index.md': '[RFC](./design/deep/design-note.md)\n',
      '.staffwright/waivers.yaml': `- finding: RFC-01\n  path: ${NEW}\n  reason: r\n  by: A\n`,
      'other.md': 'Nothing\n',
      'a0.md': 'First\n',
    });
    await vi.waitFor(() => {
      expect(state().checks.reports.has(NEW)).toBe(true);
      expect(state().checks.reports.has(RFC)).toBe(false);
      expect(state().kit?.files.has(NEW)).toBe(true);
    });
    await undoFileChange(studio);
    expect(disk()).toEqual(FILES);
    expect(state().kit?.files.has(RFC)).toBe(true);
  });

  it('keeps its tab, its unsaved text and its history under the new path', async () => {
    const { studio, host, state, disk } = made;
    await openFile(studio, ADR);
    await openFile(studio, RFC);
    typeAtEnd(studio, RFC, 'Typed.\n');
    await vi.waitFor(() => expect([...host.journal.keys()]).toEqual([`kit/${RFC}`]), { timeout: 3000 });
    expect(await moveFile(studio, RFC, NEW)).toBeNull();
    expect(state().tabs.active).toBe(NEW);
    const dirty = state().tabs.order.filter((tab) => tab.dirty);
    expect(dirty.map(({ path }) => path).sort()).toEqual([ADR, NEW]);
    expect(studio.buffers.text(NEW)).toBe('# RFC\n\nSee [the ADR](../../adr.md).\nTyped.\n');
    await vi.waitFor(() => expect([...host.journal.keys()].sort()).toEqual([`kit/${ADR}`, `kit/${NEW}`]));
    // Open files change in their tabs; the disk gets them when they are saved.
    expect(disk()[ADR]).toBe(FILES[ADR]);
    expect(studio.buffers.text(ADR)).toContain('(design/deep/design-note.md#rfc)');
    await undoFileChange(studio);
    expect(state().tabs.active).toBe(RFC);
    expect(studio.buffers.text(RFC)).toBe(`${FILES[RFC]}Typed.\n`);
    expect(studio.buffers.text(ADR)).toBe(FILES[ADR]);
  });

  it('takes back links that were written since, too', async () => {
    const { studio, kit, disk, state } = made;
    expect(await moveFile(studio, RFC, NEW)).toBeNull();
    await openFile(studio, 'other.md');
    typeAtEnd(studio, 'other.md', `[new](${NEW})\n`);
    await openFile(studio, 'index.md');
    typeAtEnd(studio, 'index.md', 'More.\n');
    await vi.waitFor(() => expect(state().checks.progress).toBeNull());
    await undoFileChange(studio);
    expect(studio.buffers.text('other.md')).toBe(`Nothing\n[new](${RFC})\n`);
    expect(studio.buffers.text('index.md')).toBe('[RFC](./design/note-1.md)\nMore.\n');
    expect(kit.files.has(NEW)).toBe(false);
    expect(disk()[ADR]).toBe(FILES[ADR]);
  });

  it('stays where it is when a link cannot be mended, or the name is taken', async () => {
    const { studio, host, disk } = made;
    expect(await moveFile(studio, RFC, 'other.md')).toMatch(/there already/);
    host.failNext.set('artifact.save', 'no-space');
    expect(await moveFile(studio, RFC, NEW)).toMatch(/was not written/);
    expect(disk()).toEqual(FILES);
    host.failNext.set('file.move', 'io');
    expect(await moveFile(studio, RFC, NEW)).toMatch(/refused/);
    expect(disk()).toEqual(FILES);
  });

  it('moves with its folder', async () => {
    const { studio, disk } = made;
    expect(await moveFile(studio, 'design', 'plans')).toBeNull();
    expect(disk()[ADR]).toContain('(plans/note-1.md#rfc)');
    expect(disk()['plans/note-1.md']).toBe(FILES[RFC]);
  });
});

describe('a file that is deleted', () => {
  it('closes, and comes back', async () => {
    const { studio, state, start, disk, said } = opened();
    await start();
    await openFile(studio, RFC);
    await deleteFile(studio, RFC);
    expect(disk()[RFC]).toBeUndefined();
    expect(state().tabs.order.map(({ path }) => path)).toEqual(['a0.md']);
    expect(state().checks.reports.has(RFC)).toBe(false);
    expect(said()).toMatch(/is in the trash/);
    await undoFileChange(studio);
    expect(disk()).toEqual(FILES);
    await vi.waitFor(() => expect(state().checks.reports.has(RFC)).toBe(true));
  });

  it('is kept while it has unsaved text', async () => {
    const { studio, start, disk, said } = opened();
    await start();
    await openFile(studio, RFC);
    typeAtEnd(studio, RFC, 'Typed.');
    await deleteFile(studio, RFC);
    await deleteFile(studio, 'design');
    expect(disk()[RFC]).toBe(FILES[RFC]);
    expect(said()).toMatch(/unsaved text/);
  });
});

it('files and folders are made, and copies', async () => {
  const { studio, state, start, disk } = opened();
  await start();
  expect(await newFolder(studio, 'plans')).toBeNull();
  expect(state().kit?.listing.folders).toContain('plans');
  expect(await newFile(studio, 'plans/new.md', ADR)).toBeNull();
  expect(disk()['plans/new.md']).toBe(FILES[ADR]);
  expect(state().tabs.active).toBe('plans/new.md');
  expect(await newFile(studio, 'plans/new.md', null)).toMatch(/exists/);
  expect(await duplicateFile(studio, ADR, 'adr-copy.md')).toBeNull();
  expect(disk()['adr-copy.md']).toBe(FILES[ADR]);
  expect(state().tabs.active).toBe('adr-copy.md');
});

it('a kit that is read-only refuses politely', async () => {
  const { studio, said } = opened();
  await openExample(studio);
  await deleteFile(studio, 'README.md');
  expect(await newFolder(studio, 'x')).toMatch(/read-only/);
  expect(await moveFile(studio, 'README.md', 'x.md')).toMatch(/read-only/);
  expect(said()).toMatch(/Copy it into a packet of your own/);
});

it('history and folds of a buffer go with its new path', async () => {
  const { Buffers } = await import('../state/buffers');
  const buffers = new Buffers(() => () => [history(), codeFolding()]);
  buffers.open('a.md', 'one', { readOnly: false, plain: false, cursor: 3, scroll: 7 });
  buffers.dispatch('a.md', { changes: { from: 3, insert: ' two' }, userEvent: 'input.type' });
  buffers.dispatch('a.md', { effects: folds.effects([{ from: 1, to: 5 }]) });
  buffers.rename('a.md', 'b.md', folds.kept);
  const state = buffers.state('b.md');
  if (!state) throw new Error('It is gone');
  expect([
    buffers.has('a.md'),
    buffers.text('b.md'),
    buffers.isDirty('b.md'),
    buffers.scroll('b.md'),
  ]).toEqual([false, 'one two', true, 7]);
  expect(folds.of(state)).toEqual([{ from: 1, to: 5 }]);
  undo({ state, dispatch: (transaction) => buffers.applied('b.md', [transaction]) });
  expect(buffers.text('b.md')).toBe('one');
  expect(buffers.isDirty('b.md')).toBe(false);
});
