import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../shared/ipc/payloads';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { PREFERENCES_VERSION } from '../../shared/settings/stored';
import { failing } from '../kit/failing-file-system.test-support';
import { nodeFileSystem as fs } from '../kit/file-system';
import { folderWith } from '../kit/temporary-folder.test-support';
import { SettingsStore } from './settings-store';

const kit = (n: number) => ({
  id: `kit${n}`,
  name: `Kit ${n}`,
  root: `/kits/${n}`,
  openedAt: '2026-01-01T00:00:00.000Z',
});
const SESSION = {
  tabs: [{ path: 'a.md', cursor: 3, scroll: 0.5 }],
  active: 'a.md',
  layout: { main: [20, 50, 30] },
  companion: ['preview'],
  navigator: 'path',
};

describe('settings', () => {
  it('start with the defaults and keep what was changed, for this user only', async () => {
    const folder = join(folderWith(), 'new', 'settings');
    const store = new SettingsStore(fs, folder);
    expect(await store.readPreferences()).toEqual(DEFAULT_SETTINGS);
    expect(await store.changePreferences({ theme: 'dark' })).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    await store.changePreferences({ fontSize: 20 });
    expect(await new SettingsStore(fs, folder).readPreferences()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      fontSize: 20,
    });
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'preferences.json')).mode & 0o777).toBe(0o600);
  });

  it('do not lose a change when two come at once', async () => {
    const store = new SettingsStore(fs, folderWith());
    await Promise.all([
      store.changePreferences({ wrap: false }),
      store.changePreferences({ paper: 'Letter' }),
    ]);
    expect(await store.readPreferences()).toMatchObject({ wrap: false, paper: 'Letter' });
  });

  const V = PREFERENCES_VERSION;
  const good = JSON.stringify({ version: V, value: DEFAULT_SETTINGS });
  const corrupt: [string, string | Uint8Array][] = [
    ['empty', ''],
    ['cut off', good.slice(0, -10)],
    ['zeros', Buffer.alloc(200)],
    ['not JSON', 'theme: dark'],
    ['another version', good.replace(`"version":${V}`, `"version":${V + 1}`)],
    ['no version', good.replace(`"version":${V},`, '')],
    ['more than its value', good.replace(`"version":${V}`, `"version":${V},"more":1`)],
    ['a list', '[]'],
    ['null', 'null'],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
  ];
  it.each(corrupt)(
    'fall back to the defaults when the file is %s, and keep the bad file',
    async (_name, content) => {
      const folder = folderWith({ 'preferences.json': content });
      const store = new SettingsStore(fs, folder);
      expect(await store.readPreferences()).toEqual(DEFAULT_SETTINGS);
      expect(readFileSync(join(folder, 'preferences.json.unreadable'))).toEqual(Buffer.from(content));
      expect(store.takeProblems()).toEqual([
        expect.stringContaining('all of them are back to their defaults'),
      ]);
      expect(store.takeProblems()).toEqual([]);
      await store.changePreferences({ theme: 'light' });
      expect(await store.readPreferences()).toMatchObject({ theme: 'light' });
    },
  );

  const wrong: [string, string, Partial<Settings>, string][] = [
    ['a wrong value', good.replace('"A4"', '"A5"'), {}, '(paper)'],
    ['an extra key', good.replace('"wrap"', '"x":1,"wrap"'), {}, '(x)'],
    ['a prototype', good.replace('"wrap"', '"__proto__":{},"wrap"'), {}, '(__proto__)'],
    ['a missing key', good.replace('"wrap":true,', ''), {}, '(wrap)'],
    [
      'a word that is none',
      good.replace('"words":[]', '"words":["Kafka",7,"Vexmoor"]'),
      { words: ['Kafka', 'Vexmoor'] },
      '(words)',
    ],
    [
      'a shortcut that is none',
      good.replace('"shortcuts":{}', '"shortcuts":{"file.save":"F9","view.theme":7,"8":"F2"}'),
      { shortcuts: { 'file.save': 'F9' } },
      '(shortcuts)',
    ],
    ['two wrong values', good.replace('"A4"', '"A5"').replace('15', '900'), {}, '(fontSize, paper)'],
  ];
  it.each(wrong)(
    'keep the others when there is %s, and say which are back',
    async (_name, content, left, named) => {
      const kept = content.replace('"theme":"system"', '"theme":"dark"');
      const folder = folderWith({ 'preferences.json': kept });
      const store = new SettingsStore(fs, folder);
      const expected = { ...DEFAULT_SETTINGS, theme: 'dark', ...left };
      expect(await store.readPreferences()).toEqual(expected);
      expect(store.takeProblems()).toEqual([expect.stringContaining(named)]);
      expect(readFileSync(join(folder, 'preferences.json.unreadable'), 'utf8')).toBe(kept);
      const again = new SettingsStore(fs, folder);
      expect(await again.readPreferences()).toEqual(expected);
      expect(again.takeProblems()).toEqual([]);
    },
  );

  it('of the version before spelling are kept, and gain it', async () => {
    const { spelling: _, words: __, font: ___, shortcuts: ____, ...before } = DEFAULT_SETTINGS;
    const old = JSON.stringify({ version: 1, value: { ...before, theme: 'dark' } });
    const folder = folderWith({ 'preferences.json': old });
    const store = new SettingsStore(fs, folder);
    expect(await store.readPreferences()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    await store.changePreferences({ spelling: 'en-GB', words: ['Thistlewharf'] });
    expect(JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8'))).toEqual({
      version: V,
      value: { ...DEFAULT_SETTINGS, theme: 'dark', spelling: 'en-GB', words: ['Thistlewharf'] },
    });
    expect(existsSync(join(folder, 'preferences.json.unreadable'))).toBe(false);
  });

  it('are the old or the new ones when any operation fails', async () => {
    for (let at = 1; ; at++) {
      const folder = folderWith({ 'preferences.json': good });
      const { fs: broken, calls } = failing({ at, code: 'ENOSPC' });
      const change = new SettingsStore(broken, folder).changePreferences({ theme: 'dark' }).then(
        () => true,
        () => false,
      );
      const changed = await change;
      const { theme } = await new SettingsStore(fs, folder).readPreferences();
      expect(existsSync(join(folder, 'preferences.json.unreadable'))).toBe(false);
      if (changed) expect(theme).toBe('dark');
      if (calls.length < at) {
        expect(changed).toBe(true);
        break;
      }
    }
  });

  it('remember kits, the latest first, and which to open', async () => {
    const store = new SettingsStore(fs, folderWith());
    for (let n = 0; n < 25; n++) await store.rememberKit(kit(n));
    await store.rememberKit(kit(20));
    const { folders, last } = await store.readRecent();
    expect(last).toBe('kit20');
    expect(folders.map(({ id }) => id).slice(0, 3)).toEqual(['kit20', 'kit24', 'kit23']);
    expect(folders).toHaveLength(20);
    await store.forgetLast('kit3');
    expect((await store.readRecent()).last).toBe('kit20');
    await store.forgetKit('kit20');
    expect(await store.readRecent()).toMatchObject({ last: null });
    expect((await store.readRecent()).folders.map(({ id }) => id)).not.toContain('kit20');
  });

  it('keep one session per kit', async () => {
    const folder = folderWith();
    await new SettingsStore(fs, folder).writeSession('abc', SESSION);
    const store = new SettingsStore(fs, folder);
    expect(await store.readSession('abc')).toEqual(SESSION);
    expect(await store.readSession('other')).toBeNull();
  });

  it('refuse to write what could not be read again', async () => {
    const store = new SettingsStore(fs, folderWith());
    await expect(store.writeSession('abc', { ...SESSION, navigator: 'NOT A NAME' })).rejects.toThrow(
      'schema',
    );
  });

  it('remove half-written files of a killed start', async () => {
    const { takeTemporaryName } = await import('../kit/temporary-name');
    const dead = takeTemporaryName().replace(`-${process.pid}-`, '-4194999-');
    const folder = folderWith({ 'preferences.json': good });
    mkdirSync(join(folder, 'sessions'));
    writeFileSync(join(folder, dead), 'torn');
    writeFileSync(join(folder, 'sessions', dead), 'torn');
    await new SettingsStore(fs, folder).removeLeftovers();
    expect([...readdirSync(folder), ...readdirSync(join(folder, 'sessions'))]).toEqual([
      'preferences.json',
      'sessions',
    ]);
  });
});
