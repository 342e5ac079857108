import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../shared/ipc/contract';
import { watchContextMenus } from '../commands/context-menus';
import { moveFile } from '../commands/file-changes';
import { openFile } from '../commands/files';
import { openRecent } from '../commands/kits';
import { runCommand } from '../commands/run-command';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { FilePath } from '../dialogs/FilePath';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { FilesView } from './FilesView';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

const FILES = {
  'a0.md': 'First\n',
  'design/note.md': '[adr](../adr.md)\n',
  'adr.md': '[note](design/note.md) and [again](design/note.md)\n',
};

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function tree() {
  const made = testStudio(FILES);
  await openRecent(made.studio, 'kit');
  shown = await render(
    <StudioProvider value={made.studio}>
      <FilesView />
    </StudioProvider>,
  );
  const { container } = shown;
  const row = (key: string) => {
    const found = container.querySelector<HTMLElement>(`[role=row][data-key="${key}"]`);
    if (!found) throw new Error(`There is no row ${key}`);
    return found;
  };
  return { ...made, container, row, state: () => made.studio.store.getState() };
}

async function press(element: HTMLElement, key: string) {
  await act(async () => element.focus());
  for (const type of ['keydown', 'keyup'])
    await act(async () => {
      element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    });
}

it('one click or Enter opens a file, and opens or closes a folder', async () => {
  const { container, row, state } = await tree();
  await click(row('adr.md'));
  await settle(() => expect(state().tabs.active).toBe('adr.md'));
  expect(row('adr.md').dataset['current']).toBe('true');
  expect(row('adr.md').getAttribute('aria-label')).toContain('shown');
  expect(row('a0.md').dataset['current']).toBeUndefined();
  await press(row('design/note.md'), 'Enter');
  await settle(() => expect(state().tabs.active).toBe('design/note.md'));
  await click(row('design'));
  expect(container.querySelector('[data-key="design/note.md"]')).toBeNull();
  await press(row('design'), 'Enter');
  expect(container.querySelector('[data-key="design/note.md"]')).not.toBeNull();
});

it('Delete deletes, F2 renames and undo takes back, while the focus is in the tree', async () => {
  const { studio, kit, row, state } = await tree();
  await press(row('adr.md'), 'Delete');
  await settle(() => expect(kit.files.has('adr.md')).toBe(false));
  await act(async () => row('a0.md').focus());
  await act(async () => runCommand(studio, 'edit.undo'));
  await settle(() => expect(kit.files.get('adr.md')).toBe(FILES['adr.md']));
  await act(async () => row('design').focus());
  await act(async () => runCommand(studio, 'edit.rename'));
  expect(state().overlay).toEqual({ kind: 'file', mode: 'rename', path: 'design' });
});

it('has a menu for files and one for folders', async () => {
  const { studio, host, row } = await tree();
  const stop = watchContextMenus(studio);
  const asked = async (key: string) => {
    await act(async () => {
      row(key).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 }));
    });
    const { request } = host.calls.findLast(({ channel }) => channel === 'menu.popup') ?? {};
    return (request as RequestOf<'menu.popup'>).groups.flat().map(({ id }) => id);
  };
  expect(await asked('adr.md')).toEqual(
    expect.arrayContaining(['file.rename', 'file.duplicate', 'file.delete', 'file.copyPath', 'file.reveal']),
  );
  const folder = await asked('design');
  expect(folder).toEqual(
    expect.arrayContaining(['file.new', 'file.newFolder', 'file.rename', 'file.delete']),
  );
  expect(folder).not.toContain('file.duplicate');
  stop();
});

it('what moves into a folder that is new, and what is shown, has its row in sight', async () => {
  const { studio, row } = await tree();
  await settle(() => expect(studio.store.getState().checks.progress).toBeNull());
  await act(async () => {
    expect(await moveFile(studio, 'adr.md', 'plans/deep/adr.md')).toBeNull();
  });
  await settle(() => expect(row('plans/deep/adr.md')).toBeTruthy());
  await click(row('design'));
  await act(async () => openFile(studio, 'design/note.md'));
  await settle(() => expect(row('design/note.md').dataset['current']).toBe('true'));
});

it('what is dropped on a folder asks for the move, and nothing goes into itself or to where it is', async () => {
  const { container, row, state } = await tree();
  const drag = async (type: string, at: Element | null) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    const dataTransfer = { setData: () => undefined, dropEffect: 'none', effectAllowed: 'all' };
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
    await act(async () => {
      at?.dispatchEvent(event);
    });
    return event.defaultPrevented;
  };
  const handle = (key: string) => row(key).querySelector('[draggable]');

  await drag('dragstart', handle('adr.md'));
  expect(await drag('dragover', row('a0.md'))).toBe(false);
  // A file of the folder stands for it.
  expect(await drag('dragover', row('design/note.md'))).toBe(true);
  expect(row('design').dataset['drop']).toBe('true');
  await drag('dragend', handle('adr.md'));
  expect(row('design').dataset['drop']).toBeUndefined();
  expect(state().overlay).toBeNull();

  await drag('dragstart', handle('adr.md'));
  await drag('drop', row('design'));
  expect(state().overlay).toEqual({ kind: 'file', mode: 'rename', path: 'adr.md', to: 'design/adr.md' });

  await drag('dragstart', handle('design'));
  expect(await drag('dragover', row('design'))).toBe(false);
  expect(await drag('dragover', row('design/note.md'))).toBe(false);
  await drag('dragend', handle('design'));

  await drag('dragstart', handle('design/note.md'));
  expect(await drag('dragover', container.querySelector('[role=treegrid]'))).toBe(true);
  await drag('drop', container.querySelector('[role=treegrid]'));
  expect(state().overlay).toMatchObject({ path: 'design/note.md', to: 'note.md' });
});

it('the dialog shows what a new path changes before it is done', async () => {
  const { studio, kit } = await tree();
  await settle(() => expect(studio.store.getState().checks.progress).toBeNull());
  await shown?.unmount();
  shown = await render(
    <StudioProvider value={studio}>
      <FilePath mode="rename" path="design/note.md" />
    </StudioProvider>,
  );
  const input = document.querySelector('input');
  if (!input) throw new Error('There is no field');
  const write = async (value: string) => {
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };
  await write('A0.md');
  await settle(() => expect(document.body.textContent).toContain('a0.md is there already.'));
  await write('plans/memo.md');
  await settle(() => expect(document.body.textContent).toContain('2 links and paths are mended in 1 file'));
  await click(byRole(document, 'button', 'Rename'));
  await settle(() => expect(kit.files.get('plans/memo.md')).toBe('[adr](../adr.md)\n'));
  const mended = '[note](plans/memo.md) and [again](plans/memo.md)\n';
  await settle(() => expect(kit.files.get('adr.md')).toBe(mended));
});
