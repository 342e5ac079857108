import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testStudio } from '../commands/studio.test-support';
import { loadApp } from '../commands/window';
import { MemoryKit } from '../host/memory-kit';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { App } from './App';

// The editor's view needs a layout; everything around it is what these stories are about.
vi.mock('../editor/CodeEditor', () => ({
  CodeEditor: ({ path }: { path: string }) => (
    <button type="button" className="cm-content">
      {path}
    </button>
  ),
}));
vi.mock('../preview/Preview', () => ({ Preview: () => <div>preview</div> }));

// The first test loads the whole window.
vi.setConfig({ testTimeout: 60_000 });

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function start() {
  const made = testStudio();
  shown = await render(<App studio={made.studio} />);
  await act(async () => loadApp(made.studio));
  return { ...made, container: shown.container };
}

async function openKit() {
  const made = await start();
  await click(byRole(made.container, 'button', /^My packet/));
  await settle(() => expect(byRole(made.container, 'region', 'Navigator')).not.toBeNull());
  await settle(() => expect(made.studio.store.getState().checks.reports.size).toBe(2));
  return made;
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  });

describe('welcome', () => {
  it('says what this is and offers the ways in', async () => {
    const { container } = await start();
    expect(container.textContent).toContain('writing studio');
    const ways = [
      /^Open a kit folder/,
      /^Open a kit zip/,
      /^New packet from the kit/,
      /^Look around the worked example/,
    ];
    for (const way of ways) {
      expect(byRole(container, 'button', way)).not.toBeNull();
    }
  });

  it('forgets a recent kit', async () => {
    const { container } = await start();
    await click(byRole(container, 'button', 'Forget My packet'));
    await settle(() => expect(byRole(container, 'button', /^My packet/)).toBeNull());
  });

  it('shows a kit that is not there and does not open it', async () => {
    const { container, kit, studio } = await start();
    kit.available = false;
    await click(byRole(container, 'button', /^Look around/));
    await settle(() => expect(studio.store.getState().kit).not.toBeNull());
    await act(async () => (await import('../commands/kits')).closeKit(studio));
    await settle(() => expect(container.textContent).toContain('Not there now'));
    expect((byRole(container, 'button', /^My packet/) as HTMLButtonElement).disabled).toBe(true);
  });

  it('stays when the dialog is cancelled, and says why a folder cannot be opened', async () => {
    const { container, host, studio } = await start();
    host.choice = null;
    await click(byRole(container, 'button', /^Open a kit folder/));
    expect(studio.store.getState().kit).toBeNull();
    host.choice = new MemoryKit('empty', 'Empty', {});
    host.failNext.set('kit.chooseFolder', 'empty-folder');
    await click(byRole(container, 'button', /^Open a kit folder/));
    await settle(() => expect(container.textContent).toContain('empty-folder'));
    expect(studio.store.getState().kit).toBeNull();
  });
});

describe('workspace', () => {
  it('has its regions, the open file and its state', async () => {
    const { container, studio } = await openKit();
    for (const name of ['Navigator', 'Editor', 'Companion', 'Preview', 'Rubric']) {
      expect(byRole(container, 'region', name), name).not.toBeNull();
    }
    const tab = container.querySelector('[aria-label="Open files"] [role=tab]');
    expect(tab?.getAttribute('aria-label')).toBe('RFC-007-streams.md');
    expect(container.querySelector('footer [role=status]')?.textContent).toBe('Saved');
    await act(async () =>
      studio.buffers.dispatch('RFC-007-streams.md', { changes: { from: 0, insert: 'x' } }),
    );
    expect(container.querySelector('footer [role=status]')?.textContent).toBe('Unsaved');
  });

  it('goes round its regions with F6', async () => {
    await openKit();
    const region = () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region');
    const seen: (string | null | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      await press('F6');
      seen.push(region());
    }
    expect(seen.slice(0, 3)).toEqual(['Navigator', 'Editor', 'Companion']);
    await press('F6', { shiftKey: true });
    expect(region()).toBe('Companion');
  });

  it('shows files with the reason why one is unknown, and problems of the whole kit', async () => {
    const { container } = await openKit();
    await press('2', { ctrlKey: true, altKey: true, code: 'Digit2' });
    await settle(() => expect(container.querySelector('[aria-label="Files"] [role=row]')).not.toBeNull());
    await press('3', { ctrlKey: true, altKey: true, code: 'Digit3' });
    await settle(() =>
      expect(container.querySelector('[aria-label="Problems"]')?.textContent).toContain('TODO'),
    );
  });

  it('opens dialogs by shortcut and closes them with Escape', async () => {
    const { studio } = await openKit();
    await press('/', { ctrlKey: true, code: 'Slash' });
    await settle(() =>
      expect(document.querySelector('[role=dialog]')?.getAttribute('aria-label')).toBe('Keyboard shortcuts'),
    );
    // jsdom shows nothing, so the focus cannot be brought into the dialog.
    document.querySelector<HTMLElement>('[role=dialog]')?.focus();
    await press('Escape');
    await settle(() => expect(studio.store.getState().overlay).toBeNull());
  });
});

describe('export', () => {
  it('goes from the folder to the verified files, and saves first', async () => {
    const { studio, kit } = await openKit();
    await act(async () =>
      studio.buffers.dispatch('RFC-007-streams.md', { changes: { from: 0, insert: 'x' } }),
    );
    await press('e', { ctrlKey: true, code: 'KeyE' });
    const dialog = () => document.querySelector('[role=dialog]') as HTMLElement;
    await settle(() => expect(dialog()?.textContent).toContain('must criteria fail'));
    expect(dialog().textContent).toContain('One file is unsaved');
    expect((byRole(dialog(), 'button', 'Export') as HTMLButtonElement).disabled).toBe(true);
    await click(byRole(dialog(), 'button', 'Choose…'));
    await settle(() => expect(dialog().textContent).toContain('/exports'));
    await click(byRole(dialog(), 'button', 'Export'));
    await settle(() => expect(dialog().textContent).toContain('12 pages, 5 files, read back and verified'));
    expect(kit.files.get('RFC-007-streams.md')?.startsWith('x')).toBe(true);
    await click(byRole(dialog(), 'button', 'Done'));
    expect(studio.store.getState().overlay).toBeNull();
  });
});
