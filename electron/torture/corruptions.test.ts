import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, NO_RECENT } from '../../shared/settings/defaults';
import { Journal } from '../journal/journal';
import { nodeFileSystem as fs } from '../kit/file-system';
import { memoryFolderWith as folderWith } from '../kit/temporary-folder.test-support';
import { SettingsStore } from '../settings/settings-store';
import { random, rounds } from './long.test-support';

/** Fifty ways in which a file of the studio's own can come back from a disk; each differs from the good bytes. */
function corrupted(good: Buffer): readonly (readonly [string, Buffer])[] {
  const next = random(good.length);
  const place = (): number => Math.floor(next() * good.length);
  const cut = (at: number): Buffer => good.subarray(0, at);
  const text = good.toString('utf8');
  const all: (readonly [string, Buffer])[] = [
    ['empty', Buffer.alloc(0)],
    ['one NUL', Buffer.alloc(1)],
    ['all zeros', Buffer.alloc(good.length)],
    ['a block of zeros', Buffer.alloc(4096)],
    ['noise', Buffer.from(Array.from({ length: 300 }, () => Math.floor(next() * 256)))],
    ['a mark in front', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good])],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['twice', Buffer.concat([good, good])],
    ['backwards', Buffer.from(good).reverse()],
    ['null', Buffer.from('null')],
    ['a list', Buffer.from('[]')],
    ['a number', Buffer.from('1e999')],
    ['a prototype', Buffer.from('{"__proto__":{"version":1,"value":{}}}')],
    ['another version', Buffer.from(text.replace(/"version":\s*\d+/, '"version": 999'))],
    ['no version', Buffer.from(text.replace(/"version":\s*\d+,?/, ''))],
    ['a value of another kind', Buffer.from('{"version":1,"value":7}')],
    ['a value that is nothing', Buffer.from('{"version":3,"value":null,"more":1}')],
    ['ten thousand brackets', Buffer.from('['.repeat(10_000))],
    ['a tail of others', Buffer.concat([good, Buffer.from('{"evil":true}')])],
    ['without its first line', good.subarray(Math.max(1, good.indexOf(10) + 1))],
  ];
  for (let n = 0; n < 12; n++) all.push([`cut off (${n})`, cut(Math.min(good.length - 2, place()))]);
  for (let n = 0; n < 8; n++) {
    const at = place();
    all.push([`zeros from a place on (${n})`, Buffer.concat([cut(at), Buffer.alloc(good.length - at)])]);
  }
  for (let n = all.length; n < rounds(50, 2_000); n++) {
    const flipped = Buffer.from(good);
    const at = place();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(next() * 8));
    all.push([`a bit flipped at ${at} (${n})`, flipped]);
  }
  return all.filter(([, bytes]) => !bytes.equals(good));
}

/** The value that a file holds, when it still is one of ours; a flipped bit in a word may leave another word. */
function valueIn(bytes: Buffer): unknown {
  try {
    return (JSON.parse(bytes.toString('utf8')) as { value: unknown }).value;
  } catch {
    return undefined;
  }
}

const KIT = { id: 'kit1', name: 'Kit', root: '/kits/1', openedAt: '2026-01-01T00:00:00.000Z' };
const SESSION = {
  tabs: [{ path: 'a.md', cursor: 3, scroll: 0.5 }],
  active: 'a.md',
  layout: { main: [20, 50, 30] },
  companion: ['preview'],
  navigator: 'path',
};
const WINDOW = { x: 1, y: 2, width: 1000, height: 700, maximized: false };

interface Kept {
  readonly file: string;
  readonly write: (store: SettingsStore) => Promise<unknown>;
  readonly read: (store: SettingsStore) => Promise<unknown>;
  readonly fallback: unknown;
  /** What of a damaged file may be used again is decided value by value. */
  readonly mends?: boolean;
}

const KEPT: readonly Kept[] = [
  {
    file: 'preferences.json',
    write: (store) => store.changePreferences({ theme: 'dark', words: ['Vexmoor'] }),
    read: (store) => store.readPreferences(),
    fallback: DEFAULT_SETTINGS,
    mends: true,
  },
  {
    file: 'recent.json',
    write: (store) => store.rememberKit(KIT),
    read: (store) => store.readRecent(),
    fallback: NO_RECENT,
  },
  {
    file: 'standards.json',
    write: (store) => store.chooseStandard('/kits/1', 'GEN-06 off', 'own'),
    read: async (store) => [...(await store.acceptedStandards('/kits/1'))],
    fallback: [],
  },
  {
    file: 'window.json',
    write: (store) => store.writeWindow(WINDOW),
    read: (store) => store.readWindow(),
    fallback: null,
  },
  {
    file: 'sessions/kit1.json',
    write: (store) => store.writeSession('kit1', SESSION),
    read: (store) => store.readSession('kit1'),
    fallback: null,
  },
];

describe('a damaged file of the studio', () => {
  it.each(KEPT)('$file: the default is used and the bad file kept, in 50 of 50', async (kept) => {
    const whole = folderWith();
    await kept.write(new SettingsStore(fs, whole));
    const good = readFileSync(join(whole, kept.file));
    const before = await kept.read(new SettingsStore(fs, whole));
    let refused = 0;
    for (const [name, bytes] of corrupted(good)) {
      const folder = folderWith({ [kept.file]: bytes });
      const store = new SettingsStore(fs, folder);
      const value = await kept.read(store);
      const aside = join(folder, `${kept.file}.unreadable`);
      if (existsSync(aside)) {
        refused++;
        expect(readFileSync(aside).equals(bytes), name).toBe(true);
        if (!kept.mends) expect(value, name).toEqual(kept.fallback);
      } else if (kept.file !== 'standards.json') expect(value, name).toEqual(valueIn(bytes));
      // And it goes on as usual.
      await kept.write(store);
      expect(await kept.read(new SettingsStore(fs, folder)), name).toBeTruthy();
    }
    expect(before).toBeTruthy();
    expect(refused).toBeGreaterThan(35);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('a journal: the text up to the damage, or the bad file is kept, in 50 of 50', async () => {
    const whole = folderWith();
    const journal = new Journal(fs, whole, () => 0);
    const states = ['one', 'one!', 'one!?'];
    let frame = await journal.put('k', { path: 'a.md', text: 'one', baseHash: null });
    for (const [length, insert] of [
      [3, '!'],
      [4, '?'],
    ] as const)
      frame =
        (await journal.change('k', {
          path: 'a.md',
          baseHash: null,
          frame,
          length,
          edits: [{ from: length, to: length, insert }],
        })) ?? '';
    const [name = ''] = readdirSync(join(whole, 'k'));
    const good = readFileSync(join(whole, 'k', name));
    for (const [what, bytes] of corrupted(good)) {
      const folder = folderWith({ [`k/${name}`]: bytes });
      const entries = await new Journal(fs, folder, () => 0).list('k');
      const aside = join(folder, 'k', `${name}.unreadable`);
      if (entries.length === 0) expect(readFileSync(aside).equals(bytes), what).toBe(true);
      else expect(states, what).toContain(entries[0]?.text);
    }
  });

  it('the latest bad file is the one that is kept', async () => {
    const folder = folderWith({ 'window.json': 'first' });
    expect(await new SettingsStore(fs, folder).readWindow()).toBeNull();
    writeFileSync(join(folder, 'window.json'), 'second');
    expect(await new SettingsStore(fs, folder).readWindow()).toBeNull();
    expect(readFileSync(join(folder, 'window.json.unreadable'), 'utf8')).toBe('second');
    await new SettingsStore(fs, folder).writeWindow(WINDOW);
    expect(await new SettingsStore(fs, folder).readWindow()).toEqual(WINDOW);
  });
});
