import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../shared/history/thin';
import { patience, rounds, seeded } from '../../shared/util/seeded.test-support';
import { failing } from '../kit/failing-file-system.test-support';
import { nodeFileSystem as disk, errorCode, type FileSystem } from '../kit/file-system';
import { folderWith } from '../kit/temporary-folder.test-support';
import { releaseTemporary, takeTemporaryName } from '../kit/temporary-name';
import { type FileBytes, History } from './history';

const NOW = Date.UTC(2026, 10, 23, 12);
const bytes = (text: string) => Buffer.from(text, 'utf8');

class Clock {
  at = NOW;
}

function historyIn(
  folder: string,
  clock: Clock = new Clock(),
  {
    fs = disk,
    size = 1e9,
    entries = 1e6,
    onDamage = () => {},
  }: { fs?: FileSystem; size?: number; entries?: number; onDamage?: () => void } = {},
): History {
  return new History({
    fs,
    folder,
    now: () => clock.at,
    zone: () => 0,
    bounds: async () => ({ bytes: size, entries }),
    onDamage,
  });
}

async function* files(texts: Readonly<Record<string, string>>): AsyncIterable<FileBytes> {
  for (const [path, text] of Object.entries(texts)) yield { path, bytes: bytes(text) };
}

const textsOf = async (history: History, path: string, kit = 'k') => {
  const texts: (string | null)[] = [];
  for (const { hash } of await history.versions(kit, path)) {
    const found = await history.read(kit, path, hash);
    texts.push(found && Buffer.from(found).toString('utf8'));
  }
  return texts;
};

const contentsIn = (folder: string, kit = 'k') => readdirSync(join(folder, kit, 'contents'));

describe('the history of a file', () => {
  it('keeps what was saved, byte by byte, also over a start', async () => {
    const folder = folderWith();
    const clock = new Clock();
    const history = historyIn(folder, clock);
    for (const text of ['one', '\ufeffone\r\ntwo', 'one two']) {
      await history.keep('k', 'a.md', bytes(text), 'saved');
      clock.at += 1000;
    }
    expect(await textsOf(historyIn(folder), 'a.md')).toEqual(['one', '\ufeffone\r\ntwo', 'one two']);
    expect(await history.versions('k', 'other.md')).toEqual([]);
  });

  it('keeps the same text once, and what was discarded only if it is new', async () => {
    const folder = folderWith();
    const history = historyIn(folder);
    await history.keep('k', 'a.md', bytes('one'), 'found');
    await history.keep('k', 'a.md', bytes('one'), 'saved');
    await history.keep('k', 'a.md', bytes('given up'), 'discarded');
    await history.keep('k', 'a.md', bytes('one'), 'saved');
    await history.keep('k', 'a.md', bytes('one'), 'discarded');
    expect((await history.versions('k', 'a.md')).map(({ origin }) => origin)).toEqual(['found', 'discarded']);
    await history.keep('k', 'a.md', bytes('two'), 'saved');
    await history.keep('k', 'a.md', bytes('one'), 'saved');
    expect(await textsOf(history, 'a.md')).toEqual(['one', 'given up', 'two', 'one']);
    expect(contentsIn(folder)).toHaveLength(3);
  });

  it('tells the words that came and went, also when a version between went away', async () => {
    const folder = folderWith();
    const clock = new Clock();
    const history = historyIn(folder, clock);
    for (const text of ['one two', 'one two three', 'one three four']) {
      await history.keep('k', 'a.md', bytes(text), 'saved');
      clock.at += HOUR / 10;
    }
    const changes = async () =>
      (await history.versions('k', 'a.md')).map(({ change }) => change && [change.added, change.removed]);
    expect(await changes()).toEqual([undefined, [1, 0], [1, 1]]);
    clock.at += 5 * HOUR;
    await history.tidy('k');
    expect(await changes()).toEqual([undefined]);
  });

  it('thins as time goes by, and removes the contents that nobody names', async () => {
    const folder = folderWith();
    const clock = new Clock();
    const history = historyIn(folder, clock);
    for (let minute = 0; minute < 300; minute += 10) {
      clock.at = NOW + minute * 60_000;
      await history.keep('k', 'a.md', bytes(`text ${minute}`), 'saved');
    }
    // Five in the last hour beside the newest, one for each of the hours before.
    expect((await history.versions('k', 'a.md')).length).toBe(10);
    expect(contentsIn(folder)).toHaveLength(10);
    clock.at += 40 * DAY;
    await history.tidy('k');
    expect(await textsOf(history, 'a.md')).toEqual(['text 290']);
  });

  it('removes what a killed process was writing, beside contents and lists alike', async () => {
    const folder = folderWith();
    await historyIn(folder).keep('k', 'a.md', bytes('a'), 'saved');
    const writing = takeTemporaryName();
    const dead = writing.replace(`-${process.pid}-`, '-4194999-');
    for (const kind of ['contents', 'files'])
      for (const name of [dead, writing]) writeFileSync(join(folder, 'k', kind, name), 'half');
    await historyIn(folder).tidy('k');
    for (const kind of ['contents', 'files'])
      expect(readdirSync(join(folder, 'k', kind)).filter((name) => name.startsWith('.'))).toEqual([writing]);
    releaseTemporary(writing);
    expect(await textsOf(historyIn(folder), 'a.md')).toEqual(['a']);
  });

  it('follows a file or a folder to another path', async () => {
    const folder = folderWith();
    const history = historyIn(folder);
    await history.keep('k', 'old/a.md', bytes('a'), 'saved');
    await history.keep('k', 'older.md', bytes('b'), 'saved');
    await history.moved('k', 'old', 'new');
    expect(await textsOf(historyIn(folder), 'new/a.md')).toEqual(['a']);
    expect(await textsOf(historyIn(folder), 'old/a.md')).toEqual([]);
    expect(await textsOf(historyIn(folder), 'older.md')).toEqual(['b']);
  });
});

describe('milestones', () => {
  it('keep every file however old, until they are removed', async () => {
    const folder = folderWith();
    const clock = new Clock();
    const history = historyIn(folder, clock);
    await history.keep('k', 'a.md', bytes('first'), 'saved');
    const { id } = await history.addMilestone('k', 'Sent', files({ 'a.md': 'first', 'b.md': 'b' }));
    clock.at += 60_000;
    await history.keep('k', 'a.md', bytes('second'), 'saved');
    clock.at += 400 * DAY;
    await history.keep('k', 'a.md', bytes('third'), 'saved');
    const later = historyIn(folder, clock);
    const [milestone] = await later.milestones('k');
    expect(milestone).toMatchObject({ id, name: 'Sent', at: NOW });
    for (const { path, hash } of milestone?.files ?? [])
      expect(await later.read('k', path, hash)).not.toBeNull();
    await later.removeMilestone('k', id);
    expect(await later.milestones('k')).toEqual([]);
    for (const { path, hash } of milestone?.files ?? []) expect(await later.read('k', path, hash)).toBeNull();
    expect(await textsOf(later, 'a.md')).toEqual(['second', 'third']);
  });
});

describe('the bound', () => {
  it('is kept over all kits: the oldest go, not the newest of a file nor a milestone', async () => {
    const folder = folderWith();
    const clock = new Clock();
    const history = historyIn(folder, clock, { entries: 6 });
    await history.addMilestone('k', 'Start', files({ 'a.md': 'start' }));
    await history.keep('other', 'x.md', bytes('the only one'), 'saved');
    for (let n = 0; n < 20; n++) {
      clock.at += 1000;
      await history.keep('k', 'a.md', bytes(`text ${n}`), 'saved');
    }
    expect(await textsOf(history, 'a.md')).toEqual(['text 16', 'text 17', 'text 18', 'text 19']);
    expect(await textsOf(history, 'x.md', 'other')).toEqual(['the only one']);
    expect((await history.milestones('k')).length).toBe(1);
    const small = historyIn(folder, clock, { size: 1 });
    await small.keep('k', 'b.md', bytes('b'), 'saved');
    expect(await textsOf(small, 'a.md')).toEqual(['text 19']);
  });

  it(
    'is kept through any run of saves, and nothing is lost that should stay',
    async () => {
      const pick = seeded(7);
      const folder = folderWith();
      const clock = new Clock();
      const history = historyIn(folder, clock, { entries: 30 });
      const newest = new Map<string, string>();
      for (let n = 0; n < rounds(300); n++) {
        clock.at += pick(4) === 0 ? pick(3 * DAY) : pick(20 * 60_000);
        const path = `${pick(5)}.md`;
        const text = `text ${pick(40)} of ${path}`;
        await history.keep('k', path, bytes(text), 'saved');
        newest.set(path, text);
      }
      let count = 0;
      for (const [path, text] of newest) {
        const texts = await textsOf(historyIn(folder, clock), path);
        expect(texts.at(-1)).toBe(text);
        expect(texts).not.toContain(null);
        count += texts.length;
      }
      expect(count).toBeLessThanOrEqual(30);
      expect(contentsIn(folder).length).toBeLessThanOrEqual(30);
    },
    patience(60_000),
  );
});

describe('what was damaged', () => {
  it('E11: is never taken for what somebody wrote', async () => {
    const folder = folderWith();
    const history = historyIn(folder);
    await history.keep('k', 'a.md', bytes('one'), 'saved');
    await history.keep('k', 'a.md', bytes('two'), 'saved');
    const [first] = await history.versions('k', 'a.md');
    const file = join(folder, 'k', 'contents', `${first?.hash}.z`);
    const good = readFileSync(file);
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, bad);
      const read = await history.read('k', 'a.md', first?.hash ?? '');
      // The checksum of the compression may be what was hit; the text is never another one.
      expect(read === null || Buffer.from(read).toString() === 'one').toBe(true);
      rmSync(`${file}.unreadable`, { force: true });
    }
    writeFileSync(file, good.subarray(0, 3));
    expect(await history.read('k', 'a.md', first?.hash ?? '')).toBeNull();
    expect(readdirSync(join(folder, 'k', 'contents'))).toContain(`${first?.hash}.z.unreadable`);
    expect((await textsOf(history, 'a.md')).at(-1)).toBe('two');
  });

  it('E10: keeps a list aside that cannot be understood, and every content it may have named', async () => {
    const folder = folderWith();
    await historyIn(folder).keep('k', 'a.md', bytes('one'), 'saved');
    await historyIn(folder).keep('k', 'b.md', bytes('two'), 'saved');
    const lists = join(folder, 'k', 'files');
    const [name = ''] = readdirSync(lists);
    const good = readFileSync(join(lists, name), 'utf8');
    const pick = seeded(3);
    for (let n = 0; n < 50; n++) {
      // All but the last sign and the line end.
      const at = pick(good.length - 2);
      const bad =
        n % 3 === 0
          ? good.slice(0, at)
          : n % 3 === 1
            ? `${good.slice(0, at)}#${good.slice(at)}`
            : '{"version": 9}';
      writeFileSync(join(lists, name), bad);
      let told = 0;
      const history = historyIn(folder, new Clock(), { onDamage: () => told++ });
      await history.tidy('k');
      expect(told).toBe(1);
      expect(readFileSync(join(lists, `${name}.unreadable`), 'utf8')).toBe(bad);
      expect(contentsIn(folder)).toHaveLength(2);
    }
    writeFileSync(join(lists, name), good);
    const history = historyIn(folder);
    expect([...(await textsOf(history, 'a.md')), ...(await textsOf(history, 'b.md'))]).toEqual([
      'one',
      'two',
    ]);
  });
});

describe('E4: with every file operation failing once, and for ever', () => {
  const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EDQUOT', 'EBUSY'] as const;
  const seed = async (folder: string, clock: Clock) => {
    const history = historyIn(folder, clock);
    await history.keep('k', 'a.md', bytes('one'), 'saved');
    clock.at += HOUR;
    await history.keep('k', 'a.md', bytes('two'), 'saved');
    await history.keep('k', 'b.md', bytes('b'), 'saved');
    await history.addMilestone('k', 'Start', files({ 'a.md': 'one', 'b.md': 'b' }));
    clock.at += 1000;
  };
  const works: readonly (readonly [string, (history: History) => Promise<unknown>])[] = [
    ['keeping', (history) => history.keep('k', 'a.md', bytes('three'), 'saved')],
    ['a milestone', (history) => history.addMilestone('k', 'Next', files({ 'a.md': 'two', 'c.md': 'c' }))],
    ['moving', (history) => history.moved('k', 'a.md', 'c.md')],
    ['tidying', (history) => history.tidy('k')],
    ['listing', (history) => history.versions('k', 'a.md')],
  ];

  it.each(works)('%s leaves all that was kept', async (name, work) => {
    const seeded = folderWith();
    const clock = new Clock();
    await seed(seeded, clock);
    // Half of the operations fail once and half for ever; the long run tries both for each.
    for (const turn of rounds(1) > 1 ? [0, 1] : [0]) {
      for (let at = 1; ; at++) {
        const forEver = (at + turn) % 2 === 0;
        const folder = folderWith();
        cpSync(seeded, folder, { recursive: true });
        const code = CODES[at % CODES.length] ?? 'EIO';
        const { fs, calls } = failing({ at, code, forEver });
        const history = historyIn(folder, clock, { fs });
        let failed: unknown = null;
        await work(history).catch((error) => {
          failed = error;
        });
        if (failed !== null) expect(errorCode(failed)).not.toBeNull();
        const after = historyIn(folder, clock);
        const texts = [
          ...(await textsOf(after, 'a.md')),
          ...(name === 'moving' ? await textsOf(after, 'c.md') : []),
        ];
        expect(texts, `${code} at ${at} of ${calls.length}`).not.toContain(null);
        for (const text of ['one', 'two']) expect(texts, `${code} at ${at}`).toContain(text);
        expect(await textsOf(after, 'b.md')).toEqual(['b']);
        const [milestone] = await after.milestones('k');
        for (const { path, hash } of milestone?.files ?? [])
          expect(await after.read('k', path, hash)).not.toBeNull();
        expect(milestone?.name).toBe('Start');
        if (calls.length < at) break;
      }
    }
  });
});
