import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failing } from '../kit/failing-file-system.test-support';
import { nodeFileSystem as fs } from '../kit/file-system';
import { folderWith } from '../kit/temporary-folder.test-support';
import { packFrame, unpackFrame } from './frame';
import { Journal } from './journal';

const HASH = 'a'.repeat(64);
const NOW = Date.UTC(2026, 10, 23, 12);
const HEADER = {
  version: 1,
  kitId: 'k',
  path: 'a.md',
  baseHash: HASH,
  savedAt: '2026-11-23T12:00:00.000Z',
} as const;

const journalIn = (folder: string, system = fs) => new Journal(system, folder, () => NOW);

describe('a frame', () => {
  it('gives every text back, also one that UTF-8 cannot hold', () => {
    for (const text of [
      '',
      'a\r\nb\0',
      '\ufeff',
      'half \ud800 a character',
      '{"not": "json"}\n\n',
      '👩‍👩‍👧',
    ]) {
      expect(unpackFrame(packFrame(HEADER, text))).toEqual({ header: HEADER, text });
    }
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => unpackFrame(packFrame(HEADER, text))?.text === text,
      ),
    );
  });

  it('is believed wholly or not at all', () => {
    const frame = packFrame(HEADER, 'some text that was typed');
    for (let length = 0; length < frame.length; length++)
      expect(unpackFrame(frame.subarray(0, length))).toBeNull();
    for (let at = 0; at < frame.length; at++) {
      const damaged = Uint8Array.from(frame);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(unpackFrame(damaged)).toBeNull();
    }
    expect(unpackFrame(Buffer.concat([frame, Buffer.from('\n')]))).toBeNull();
  });
});

describe('the journal', () => {
  it('keeps the latest text of each document, per kit, across a restart', async () => {
    const folder = join(folderWith(), 'journal');
    const journal = journalIn(folder);
    await journal.put('kit1', { path: 'b/ä.md', text: 'one', baseHash: HASH });
    await journal.put('kit1', { path: 'b/ä.md', text: 'two', baseHash: HASH });
    await journal.put('kit1', { path: 'a.md', text: 'new', baseHash: null });
    await journal.put('kit2', { path: 'a.md', text: 'other', baseHash: null });
    const savedAt = '2026-11-23T12:00:00.000Z';
    expect(await journalIn(folder).list('kit1')).toEqual([
      { path: 'a.md', text: 'new', baseHash: null, savedAt },
      { path: 'b/ä.md', text: 'two', baseHash: HASH, savedAt },
    ]);
    await journal.drop('kit1', 'a.md');
    await journal.drop('kit1', 'never.md');
    expect((await journal.list('kit1')).map((entry) => entry.path)).toEqual(['b/ä.md']);
    expect(await journal.list('unknown')).toEqual([]);
  });

  it('keeps the order of puts and drops of one document', async () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    await Promise.all([
      journal.put('k', { path: 'a.md', text: 'x'.repeat(1_000_000), baseHash: null }),
      journal.drop('k', 'a.md'),
      journal.put('k', { path: 'a.md', text: 'last', baseHash: null }),
    ]);
    expect((await journal.list('k')).map((entry) => entry.text)).toEqual(['last']);
  });

  it('sets a damaged file aside, shows the others, and a file of another kit never', async () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    await journal.put('k', { path: 'a.md', text: 'good', baseHash: null });
    writeFileSync(join(folder, 'k', `${'0'.repeat(40)}.journal`), 'staffwright-journal-1 torn');
    writeFileSync(
      join(folder, 'k', `${'1'.repeat(40)}.journal`),
      packFrame({ ...HEADER, kitId: 'other' }, 'x'),
    );
    expect((await journal.list('k')).map((entry) => entry.text)).toEqual(['good']);
    expect(readdirSync(join(folder, 'k')).filter((name) => name.endsWith('.unreadable'))).toHaveLength(2);
    expect(readFileSync(join(folder, 'k', `${'0'.repeat(40)}.journal.unreadable`), 'utf8')).toContain('torn');
  });

  it('has the earlier or the new text when any operation fails, and says so when it is the earlier', async () => {
    for (let at = 1; ; at++) {
      const folder = folderWith();
      await journalIn(folder).put('k', { path: 'a.md', text: 'earlier', baseHash: null });
      const { fs: broken, calls } = failing({ at, code: 'EIO' });
      const kept = await journalIn(folder, broken)
        .put('k', { path: 'a.md', text: 'new', baseHash: null })
        .then(
          () => true,
          () => false,
        );
      const [entry] = await journalIn(folder).list('k');
      if (kept) expect(entry?.text).toBe('new');
      else expect(['earlier', 'new']).toContain(entry?.text);
      if (calls.length < at) {
        expect(kept).toBe(true);
        break;
      }
    }
  });
});
