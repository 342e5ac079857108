import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from './kit/file-system';
import { kitIdOf } from './kit/kit-id';
import { folderWith } from './kit/temporary-folder.test-support';
import { SettingsStore } from './settings/settings-store';
import { StartKit } from './start-kit';

function start(folder: string, welcome = false) {
  return new StartKit(fs, new SettingsStore(fs, folder), welcome);
}

describe('the kit at start', () => {
  it('is the last one that was open, as long as its folder is there', async () => {
    const data = folderWith();
    const kit = folderWith({ 'a.md': '' });
    expect(await start(data).id()).toBeNull();
    const id = await start(data).request(kit);
    expect(id).toBe(kitIdOf(kit, false));
    expect(await start(data).id()).toBe(id);
    rmSync(kit, { recursive: true });
    expect(await start(data).id()).toBeNull();
  });

  it('is none with the welcome screen, until one is opened', async () => {
    const data = folderWith();
    const id = await start(data).request(folderWith({ 'a.md': '' }));
    const welcoming = start(data, true);
    expect(await welcoming.id()).toBeNull();
    welcoming.opened();
    expect(await welcoming.id()).toBe(id);
  });

  it('takes a link to a folder for the folder', async () => {
    const kit = folderWith({ 'a.md': '' });
    const link = join(folderWith(), 'link');
    symlinkSync(kit, link);
    expect(await start(folderWith()).request(link)).toBe(kitIdOf(kit, false));
  });

  it.each([
    null,
    undefined,
    1,
    {},
    [],
    '',
    ' ',
    '\0',
    '/nowhere/at/all',
    'a'.repeat(5000),
    '--open',
    '/dev/null',
    '/proc/self/mem',
    'file:///',
    'https://example.com',
    '\\\\server\\share',
    '/\0',
  ])('ignores %j', async (folder) => {
    const data = folderWith();
    expect(await start(data).request(folder)).toBeNull();
    expect(await new SettingsStore(fs, data).readRecent()).toEqual({ folders: [], last: null });
  });
});
