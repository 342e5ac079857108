import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command, type CommandId } from '../commands';
import { keysLabel, type Platform, parseAccelerator, sameKeys, writeAccelerator } from './accelerator';
import { EDITOR_KEYS, editorUse } from './editor-keys';
import { commandWith, keymapFor, shortcutLabel } from './keymap';
import { refusal } from './refusal';

const PLATFORMS: readonly Platform[] = ['linux', 'win32', 'darwin'];
const TABLE = COMMANDS as readonly (Command & { readonly id: CommandId })[];
const keys = (text: string, platform: Platform = 'linux') => {
  const parsed = parseAccelerator(text, platform);
  if (!parsed) throw new Error(`Not an accelerator: ${text}`);
  return parsed;
};

describe.each(PLATFORMS)('the shortcuts of the table on %s', (platform) => {
  it('can be read, are written the same way, and none is there twice', () => {
    const seen = new Map<string, string>();
    for (const { id, accelerator } of TABLE) {
      if (accelerator === undefined) continue;
      const parsed = parseAccelerator(accelerator, platform);
      expect(parsed, `${id}: ${accelerator}`).not.toBeNull();
      const written = writeAccelerator(keys(accelerator, platform), platform);
      expect(seen.get(written), `${written} of ${id}`).toBeUndefined();
      seen.set(written, id);
      expect(sameKeys(keys(written, platform), keys(accelerator, platform))).toBe(true);
    }
  });

  it('take nothing that is reserved, and nothing the editor needs', () => {
    for (const { id, accelerator, role } of TABLE) {
      if (accelerator === undefined || role !== undefined) continue;
      expect(refusal(keys(accelerator, platform), platform), `${id}: ${accelerator}`).toBeNull();
      expect(editorUse(keys(accelerator, platform), platform), `${id}: ${accelerator}`).toBeNull();
    }
  });

  it('are all in force when nothing was changed', () => {
    const keymap = keymapFor(platform, {});
    expect([...keymap.keys()].sort()).toEqual(
      TABLE.filter(({ accelerator }) => accelerator !== undefined)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('shortcuts a user changed', () => {
  it('go before the table, and the command that lost its keys has none', () => {
    const keymap = keymapFor('linux', { 'view.theme': 'CmdOrCtrl+S' });
    expect(keymap.get('view.theme')).toBe('CmdOrCtrl+S');
    expect(keymap.has('file.save')).toBe(false);
    expect(commandWith(keys('CmdOrCtrl+S'), keymap, 'linux')).toBe('view.theme');
  });

  it('can take a shortcut away, and swap two', () => {
    expect(keymapFor('linux', { 'file.save': '' }).has('file.save')).toBe(false);
    const swapped = keymapFor('linux', { 'file.save': 'CmdOrCtrl+W', 'file.close': 'CmdOrCtrl+S' });
    expect([swapped.get('file.save'), swapped.get('file.close')]).toEqual(['CmdOrCtrl+W', 'CmdOrCtrl+S']);
  });

  it('that do not hold leave the table as it is: unreadable, reserved, of no command, of the system', () => {
    const changed = {
      'file.save': 'Hyper+S',
      'file.close': 'CmdOrCtrl+C',
      'view.rubric': 'r',
      'no.such': 'F9',
      'edit.copy': 'F9',
      'app.quit': 'F9',
    };
    expect(keymapFor('linux', changed)).toEqual(keymapFor('linux', {}));
  });

  it('never take the keys of quitting', () => {
    expect(keymapFor('linux', { 'file.save': 'CmdOrCtrl+Q' }).get('app.quit')).toBe('CmdOrCtrl+Q');
    expect(keymapFor('linux', { 'file.save': 'CmdOrCtrl+Q' }).has('file.save')).toBe(false);
  });
});

describe('keys that are refused', () => {
  const cases: [string, Platform, RegExp][] = [
    ['CmdOrCtrl+C', 'linux', /copies/],
    ['CmdOrCtrl+Shift+Z', 'darwin', /redoes/],
    ['CmdOrCtrl+Y', 'win32', /redoes/],
    ['CmdOrCtrl+H', 'darwin', /hides/],
    ['CmdOrCtrl+Space', 'darwin', /searches/],
    ['Alt+F4', 'win32', /closes the window/],
    ['Shift+F10', 'linux', /menu of what is in focus/],
    ['F10', 'linux', /menu bar/],
    ['S', 'linux', /Hold Ctrl/],
    ['Shift+S', 'darwin', /Hold ⌘/],
    ['Enter', 'linux', /Hold Ctrl/],
    ['Alt+S', 'win32', /menus/],
    ['Alt+S', 'darwin', /types a character/],
    ['Tab', 'linux', /Hold Ctrl/],
    ['Alt+Shift+Tab', 'linux', /next control/],
    ['CmdOrCtrl+Left', 'linux', /move the cursor/],
    ['Alt+Left', 'darwin', /move the cursor/],
    ['CmdOrCtrl+Backspace', 'win32', /move the cursor or delete/],
    ['CmdOrCtrl+Escape', 'linux', /Escape/],
    ['CmdOrCtrl+Alt+F2', 'linux', /console/],
  ];
  it.each(cases)('%s on %s', (text, platform, why) => {
    expect(refusal(keys(text, platform), platform)).toMatch(why);
  });

  it('are not those that a person may well take', () => {
    for (const platform of PLATFORMS)
      for (const text of [
        'F9',
        'Shift+F7',
        'CmdOrCtrl+J',
        'CmdOrCtrl+Alt+Right',
        'CmdOrCtrl+Enter',
        'Alt+F5',
      ])
        expect(refusal(keys(text, platform), platform), `${text} on ${platform}`).toBeNull();
  });
});

describe('accelerators', () => {
  it.each([
    '',
    '+',
    'Ctrl',
    'Ctrl+',
    'Ctrl+Ctrl+A',
    'Super+A',
    'CmdOrCtrl+é',
    'F0',
    'F25',
    'CmdOrCtrl+__proto__',
    'Ctrl+toString',
  ])('do not read %j', (text) => expect(parseAccelerator(text, 'linux')).toBeNull());

  it('are named as the system names keys, and Control and Command are two keys on a Mac', () => {
    expect(keysLabel(keys('CmdOrCtrl+Shift+P'), 'linux')).toBe('Ctrl+Shift+P');
    expect(keysLabel(keys('CmdOrCtrl+Alt+Up', 'darwin'), 'darwin')).toBe('⌥⌘↑');
    expect(writeAccelerator(keys('Ctrl+Space', 'darwin'), 'darwin')).toBe('Ctrl+Space');
    expect(writeAccelerator(keys('Ctrl+Space'), 'linux')).toBe('CmdOrCtrl+Space');
    expect(shortcutLabel('edit.redo', keymapFor('win32', {}), 'win32')).toBe('Ctrl+Y');
    expect(shortcutLabel('view.theme', keymapFor('linux', {}), 'linux')).toBe('');
  });

  it('of the editor can all be read', () => {
    for (const entry of EDITOR_KEYS)
      for (const platform of PLATFORMS)
        expect(parseAccelerator(entry.keys, platform), entry.keys).not.toBeNull();
  });
});
