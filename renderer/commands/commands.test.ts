import { describe, expect, it, vi } from 'vitest';
import { COMMANDS, type Command, commandById } from '../../shared/commands';
import { commandForKey, parseAccelerator, shortcutOf } from './accelerators';
import { BEHAVIOURS } from './behaviours';
import { copyToPacket } from './example';
import { openExample, openRecent } from './kits';
import { isEnabled, runCommand } from './run-command';
import { testStudio } from './studio.test-support';

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;

describe('the command table', () => {
  it('has a behaviour for every id and no behaviour for another', () => {
    expect(Object.keys(BEHAVIOURS).sort()).toEqual(COMMANDS.map((command) => command.id).sort());
  });

  it.each(PLATFORMS)('uses no shortcut twice on %s', (platform) => {
    const used = (COMMANDS as readonly Command[])
      .filter((command) => command.accelerator !== undefined)
      .map((command) => JSON.stringify(parseAccelerator(command.accelerator as string, platform)));
    expect(used.filter((key, index) => used.indexOf(key) !== index)).toEqual([]);
  });

  it('finds each command by its own key press', () => {
    for (const command of COMMANDS as readonly Command[]) {
      if (command.accelerator === undefined || command.role !== undefined) continue;
      const { key, ctrl, meta, alt, shift } = parseAccelerator(command.accelerator, 'linux');
      const event = { key, code: '', ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift };
      expect(commandForKey(event, 'linux')).toBe(command.id);
    }
  });

  it('finds shortcuts where Shift or Alt changes the character', () => {
    const press = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: true };
    expect(commandForKey({ ...press, key: 'P', code: 'KeyP' }, 'linux')).toBe('view.palette');
    expect(commandForKey({ ...press, key: '+', code: 'Equal' }, 'linux')).toBe('view.zoomIn');
    const alt = { ctrlKey: true, metaKey: false, altKey: true, shiftKey: false };
    expect(commandForKey({ ...alt, key: '²', code: 'Digit2' }, 'linux')).toBe('view.files');
  });

  it('names shortcuts as the platform does', () => {
    expect(shortcutOf('view.palette', 'linux')).toBe('Ctrl+Shift+P');
    expect(shortcutOf('view.palette', 'darwin')).toBe('⇧⌘P');
    expect(shortcutOf('packet.copyToPacket', 'linux')).toBe('');
  });
});

describe('running commands', () => {
  it('is not enabled without what it needs', async () => {
    const { studio } = testStudio();
    const save = commandById('file.save') as Command;
    expect(isEnabled(save, studio.store.getState())).toBe(false);
    await openRecent(studio, 'kit');
    expect(isEnabled(save, studio.store.getState())).toBe(true);
  });

  it('shows and hides panes, but never the last one', async () => {
    const { studio } = testStudio();
    await openRecent(studio, 'kit');
    const shown = () => studio.store.getState().layout.companion;
    await runCommand(studio, 'view.example');
    expect(shown()).toEqual(['example', 'rubric']);
    await runCommand(studio, 'view.rubric');
    await runCommand(studio, 'view.example');
    expect(shown()).toEqual(['example']);
  });

  it('waits while a dialog is open, but lets another dialog take its place', async () => {
    const { studio } = testStudio();
    await openRecent(studio, 'kit');
    await runCommand(studio, 'packet.export');
    await runCommand(studio, 'file.close');
    expect(studio.store.getState().tabs.order).toHaveLength(1);
    await runCommand(studio, 'view.palette');
    expect(studio.store.getState().overlay).toEqual({ kind: 'palette' });
  });

  it('keeps settings on disk, and takes them back when that fails', async () => {
    const { studio, host } = testStudio();
    await runCommand(studio, 'view.theme');
    expect(studio.store.getState().app.settings.theme).toBe('dark');
    host.failNext.set('settings.write', 'io');
    await runCommand(studio, 'view.theme');
    expect(studio.store.getState().app.settings.theme).toBe('dark');
    expect(studio.store.getState().notices.list).toHaveLength(1);
  });

  it('copies the example of the same kind beside a file of that name', async () => {
    const { studio, kit } = testStudio();
    await openRecent(studio, 'kit');
    await vi.waitFor(() => expect(studio.store.getState().checks.reports.size).toBe(2));
    await copyToPacket(studio);
    expect(kit.files.get('examples/RFC-042-example.md')).toContain('We propose the example');
    expect(studio.store.getState().tabs.active).toBe('examples/RFC-042-example.md');
  });

  it('asks for the packet first when copying from within the example', async () => {
    const { studio, kit } = testStudio();
    await openExample(studio);
    await copyToPacket(studio);
    expect(studio.store.getState().kit?.kitId).toBe('kit');
    expect(kit.files.has('examples/RFC-042-example.md')).toBe(true);
  });
});
