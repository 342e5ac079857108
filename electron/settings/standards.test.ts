import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFileSystem as fs } from '../kit/file-system';
import { folderWith } from '../kit/temporary-folder.test-support';
import { hashOf, SettingsStore } from './settings-store';

it('decisions on kits’ own standards hold for one folder and one content, and only their hashes are kept', async () => {
  const folder = folderWith();
  const store = new SettingsStore(fs, folder);
  expect(await store.standardChoice('/kits/a', 'GEN-06 off')).toBeNull();
  await store.chooseStandard('/kits/a', 'GEN-06 off', 'own');
  await store.chooseStandard('/kits/b', 'GEN-06 off', 'studio');
  const again = new SettingsStore(fs, folder);
  expect(await again.standardChoice('/kits/a', 'GEN-06 off')).toBe('own');
  expect(await again.standardChoice('/kits/b', 'GEN-06 off')).toBe('studio');
  expect(await again.standardChoice('/kits/a', 'GEN-06 off, GEN-07 off')).toBeNull();
  expect(await again.acceptedStandards('/kits/a')).toEqual(new Set([hashOf('GEN-06 off')]));
  expect(await again.acceptedStandards('/kits/b')).toEqual(new Set());
  await again.chooseStandard('/kits/a', 'GEN-06 off', 'studio');
  expect(await again.standardChoice('/kits/a', 'GEN-06 off')).toBe('studio');
  expect(readFileSync(join(folder, 'standards.json'), 'utf8')).not.toContain('GEN-06');
});

it('a kit whose standard changes often does not push out what was decided on others', async () => {
  const store = new SettingsStore(fs, folderWith());
  await store.chooseStandard('/kits/b', 'x', 'own');
  for (let n = 0; n < 40; n++) await store.chooseStandard('/kits/a', `${n}`, 'own');
  expect(await store.standardChoice('/kits/b', 'x')).toBe('own');
  expect((await store.acceptedStandards('/kits/a')).size).toBe(20);
  expect(await store.standardChoice('/kits/a', '39')).toBe('own');
});

it('what cannot be read is asked again', async () => {
  const folder = folderWith({
    'standards.json': '{"version":1,"value":[{"root":"/kits/a","hash":"x","choice":"own"}]}',
  });
  const store = new SettingsStore(fs, folder);
  expect(await store.acceptedStandards('/kits/a')).toEqual(new Set());
  expect(store.takeProblems()).toEqual([expect.stringContaining('asked again')]);
});
