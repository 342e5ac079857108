import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from '../kit/file-system';
import { folderWith } from '../kit/temporary-folder.test-support';
import { SettingsStore } from './settings-store';

const standing = (day: string, must = 2) => ({
  day,
  must,
  should: 1,
  could: 0,
  points: 0.75,
  minutes: 95,
  grades: ['draft' as const, null, null, null],
});

describe('the record of a packet’s days', () => {
  it('is kept per kit, one row a day, and read by the next start', async () => {
    const folder = folderWith();
    const store = new SettingsStore(fs, folder);
    expect(await store.readProgress('kit1')).toEqual([]);
    await store.noteProgress('kit1', standing('2026-01-05'));
    await store.noteProgress('kit1', standing('2026-01-05', 1));
    await Promise.all([
      store.noteProgress('kit1', standing('2026-01-06', 0)),
      store.noteProgress('kit2', standing('2026-01-06', 9)),
    ]);
    const again = new SettingsStore(fs, folder);
    expect((await again.readProgress('kit1')).map(({ day, must }) => [day, must])).toEqual([
      ['2026-01-05', 1],
      ['2026-01-06', 0],
    ]);
    expect(await again.readProgress('kit2')).toHaveLength(1);
  });

  it('writes nothing when nothing changed', async () => {
    const folder = folderWith();
    const store = new SettingsStore(fs, folder);
    await store.noteProgress('kit1', standing('2026-01-05'));
    const file = join(folder, 'progress', 'kit1.json');
    const before = statSync(file).ino;
    await store.noteProgress('kit1', standing('2026-01-05'));
    expect(statSync(file).ino).toBe(before);
  });

  it('begins anew when its file cannot be understood, which stays beside it', async () => {
    const folder = folderWith();
    await new SettingsStore(fs, folder).noteProgress('kit1', standing('2026-01-05'));
    const file = join(folder, 'progress', 'kit1.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"must": 2', '"must": -2'));
    const store = new SettingsStore(fs, folder);
    expect(await store.readProgress('kit1')).toEqual([]);
    expect(existsSync(`${file}.unreadable`)).toBe(true);
    expect(await store.noteProgress('kit1', standing('2026-01-06'))).toHaveLength(1);
  });
});
