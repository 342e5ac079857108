import { describe, expect, it, vi } from 'vitest';
import { COMMANDS, type Command, commandById } from '../../shared/commands';
import { type Keys, NAMED_KEYS, parseAccelerator } from '../../shared/shortcuts/accelerator';
import { commandForKey, keymapOf, keysOf, shortcutOf } from './accelerators';
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

  it.each(PLATFORMS)('finds each command by its own key press on %s', (platform) => {
    for (const [id, accelerator] of keymapOf(platform, {})) {
      const keys = parseAccelerator(accelerator, platform) as Keys;
      const { ctrl, meta, alt, shift } = keys;
      const key = NAMED_KEYS[keys.key] ?? keys.key;
      const event = { key, code: '', ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift };
      expect(commandForKey(event, platform)).toBe(id === 'app.quit' ? null : id);
      expect(keysOf(event)).toEqual(keys);
    }
  });

  it('finds shortcuts where Shift or Alt changes the character', () => {
    const press = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: true };
    expect(commandForKey({ ...press, key: 'P', code: 'KeyP' }, 'linux')).toBe('view.palette');
    expect(commandForKey({ ...press, key: '+', code: 'Equal' }, 'linux')).toBe('view.zoomIn');
    const alt = { ctrlKey: true, metaKey: false, altKey: true, shiftKey: false };
    expect(commandForKey({ ...alt, key: '²', code: 'Digit2' }, 'linux')).toBe('view.files');
    expect(keysOf({ ...alt, key: '²', code: 'Digit2' })?.key).toBe('2');
    expect(keysOf({ ...press, key: '{', code: 'BracketLeft' })?.key).toBe('[');
    expect(keysOf({ ...press, key: 'Shift', code: 'ShiftLeft' })).toBeNull();
  });

  it('goes by the letter that is typed, and by the place of the key where no Latin letter is', () => {
    const press = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };
    // A French keyboard has A where an American one has Q, and W where Z is.
    expect(commandForKey({ ...press, key: 'w', code: 'KeyZ' }, 'linux')).toBe('file.close');
    expect(commandForKey({ ...press, key: 'z', code: 'KeyW' }, 'linux')).toBeNull();
    expect(commandForKey({ ...press, key: 'ы', code: 'KeyS' }, 'linux')).toBe('file.save');
  });

  it('follows what the user changed', () => {
    const changed = { 'file.save': 'F9', 'view.rubric': '' };
    const press = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(commandForKey({ ...press, key: 'F9' }, 'linux', changed)).toBe('file.save');
    expect(commandForKey({ ...press, key: 's', ctrlKey: true }, 'linux', changed)).toBeNull();
    expect(shortcutOf('file.save', 'linux', changed)).toBe('F9');
    expect(shortcutOf('view.rubric', 'linux', changed)).toBe('');
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
