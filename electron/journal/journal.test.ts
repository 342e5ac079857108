import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../../shared/text/edits/edit';
import { failing } from '../kit/failing-file-system.test-support';
import { nodeFileSystem as fs } from '../kit/file-system';
import { folderWith } from '../kit/temporary-folder.test-support';
import { lengthAfter, packFrame, packStep, unpackJournal } from './frame';
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
      expect(unpackJournal(packFrame(HEADER, text).bytes)).toEqual({ header: HEADER, text });
    }
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => unpackJournal(packFrame(HEADER, text).bytes)?.text === text,
      ),
    );
  });

  it('is believed wholly or not at all', () => {
    const { bytes: frame } = packFrame(HEADER, 'some text that was typed');
    for (let length = 0; length < frame.length; length++)
      expect(unpackJournal(frame.subarray(0, length))).toBeNull();
    for (let at = 0; at < frame.length; at++) {
      const damaged = Uint8Array.from(frame);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(unpackJournal(damaged)).toBeNull();
    }
    // What follows is no part of it.
    expect(unpackJournal(Buffer.concat([frame, Buffer.from('\n')]))?.text).toBe('some text that was typed');
  });
});

/** Random edits of a text of a length, made to ascend. */
const edit = fc.record({
  skip: fc.nat(6),
  remove: fc.nat(4),
  insert: fc.string({ unit: 'binary', maxLength: 4 }),
});

function placed(
  length: number,
  wanted: readonly { skip: number; remove: number; insert: string }[],
): TextEdit[] {
  let at = 0;
  return wanted.map(({ skip, remove, insert }) => {
    const from = Math.min(length, at + skip);
    const to = Math.min(length, from + remove);
    at = to;
    return { from, to, insert };
  });
}

/** A file of a text and its steps; each text, and where the bytes that lead to it end. */
function written(text: string, steps: readonly Parameters<typeof placed>[1][]) {
  const { bytes, sum } = packFrame(HEADER, text);
  const states = [{ text, end: bytes.length, savedAt: HEADER.savedAt as string }];
  let file: Uint8Array = bytes;
  let last = sum;
  for (const [index, wanted] of steps.entries()) {
    const before = states.at(-1)?.text ?? '';
    const edits = placed(before.length, wanted);
    const savedAt = `step ${index}`;
    const step = packStep(last, {
      savedAt,
      before: before.length,
      after: lengthAfter(edits, before.length),
      edits,
    });
    file = Buffer.concat([file, step.bytes]);
    last = step.sum;
    states.push({ text: applyEdits(before, edits), end: file.length, savedAt });
  }
  return { file, states };
}

const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

describe('steps behind a frame', () => {
  it('lead to the text that was typed, whatever was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), steps, (text, typed) => {
        const { file, states } = written(text, typed);
        const last = states.at(-1);
        expect(unpackJournal(file)).toEqual({
          header: { ...HEADER, savedAt: last?.savedAt },
          text: last?.text,
        });
      }),
    );
  });

  it('count up to where the file is torn', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), steps, fc.nat(), (text, typed, cut) => {
        const { file, states } = written(text, typed);
        const length = cut % (file.length + 1);
        const whole = states.findLast(({ end }) => end <= length);
        expect(unpackJournal(file.subarray(0, length))?.text).toBe(whole?.text);
      }),
    );
  });

  it('count up to where a byte is damaged', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        steps,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (text, typed, place, flip) => {
          const { file, states } = written(text, typed);
          const at = place % file.length;
          const damaged = Uint8Array.from(file);
          damaged[at] = (damaged[at] ?? 0) ^ flip;
          expect(unpackJournal(damaged)?.text).toBe(states.findLast(({ end }) => end <= at)?.text);
        },
      ),
    );
  });

  it('count only behind the state they were made for', () => {
    const { bytes, sum } = packFrame(HEADER, 'one');
    const other = packFrame(HEADER, 'two').sum;
    const step = (before: string, change: Partial<{ before: number; after: number; edits: TextEdit[] }>) =>
      unpackJournal(
        Buffer.concat([
          bytes,
          packStep(before, {
            savedAt: 's',
            before: 3,
            after: 4,
            edits: [{ from: 3, to: 3, insert: '!' }],
            ...change,
          }).bytes,
        ]),
      )?.text;
    expect(step(sum, {})).toBe('one!');
    expect(step(other, {})).toBe('one');
    expect(step(sum, { before: 2, after: 3 })).toBe('one');
    expect(step(sum, { after: 5 })).toBe('one');
    expect(step(sum, { edits: [{ from: 4, to: 4, insert: '!' }] })).toBe('one');
    expect(
      step(sum, {
        after: 3,
        edits: [
          { from: 2, to: 3, insert: '' },
          { from: 0, to: 0, insert: 'x' },
        ],
      }),
    ).toBe('one');
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
      packFrame({ ...HEADER, kitId: 'other' }, 'x').bytes,
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

  it('adds what was typed to the state it was typed into, and to no other', async () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    const text = async () => (await journalIn(folder).list('k'))[0]?.text;
    const typed = { path: 'a.md', baseHash: HASH, length: 3, edits: [{ from: 3, to: 3, insert: '!' }] };
    const first = await journal.put('k', { path: 'a.md', text: 'one', baseHash: HASH });
    expect(await journal.change('k', { ...typed, frame: HASH })).toBeNull();
    expect(await journal.change('k', { ...typed, frame: first, length: 2 })).toBeNull();
    expect(await journal.change('k', { ...typed, frame: first, baseHash: null })).toBeNull();
    expect(await journal.change('other', { ...typed, frame: first })).toBeNull();
    expect(
      await journal.change('k', { ...typed, frame: first, edits: [{ from: 4, to: 4, insert: '' }] }),
    ).toBeNull();
    const second = await journal.change('k', { ...typed, frame: first });
    expect(second).toMatch(/^[0-9a-f]{64}$/);
    expect(await text()).toBe('one!');
    expect(await journal.change('k', { ...typed, frame: first })).toBeNull();
    // Another process has not seen what stands there.
    expect(await journalIn(folder).change('k', { ...typed, frame: second ?? '', length: 4 })).toBeNull();
    await journal.drop('k', 'a.md');
    expect(await journal.change('k', { ...typed, frame: second ?? '', length: 4 })).toBeNull();
    expect(await text()).toBeUndefined();
  });

  it('adds nothing to a file that somebody else was at', async () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    const frame = await journal.put('k', { path: 'a.md', text: 'one', baseHash: HASH });
    const [name = ''] = readdirSync(join(folder, 'k'));
    appendFileSync(join(folder, 'k', name), 'x');
    const typed = { path: 'a.md', baseHash: HASH, frame, length: 3, edits: [{ from: 0, to: 3, insert: '' }] };
    expect(await journal.change('k', typed)).toBeNull();
    expect((await journal.list('k'))[0]?.text).toBe('one');
  });

  it('asks for the whole text when much was added', async () => {
    const journal = journalIn(folderWith());
    let frame: string | null = await journal.put('k', { path: 'a.md', text: '', baseHash: HASH });
    let length = 0;
    let steps = 0;
    for (; frame !== null; steps++) {
      const edits = [{ from: length, to: length, insert: 'x'.repeat(100_000) }];
      frame = await journal.change('k', { path: 'a.md', baseHash: HASH, frame, length, edits });
      length += 100_000;
    }
    expect(steps).toBe(4);
  });

  it('puts the pieces of a long text together, and refuses one that lacks some', async () => {
    const journal = journalIn(folderWith());
    journal.piece('k', 'a.md', 0, 'given up');
    journal.piece('k', 'a.md', 0, 'ab');
    journal.piece('k', 'a.md', 3, 'lost');
    journal.piece('k', 'a.md', 2, 'cd');
    await journal.put('k', { path: 'a.md', text: 'ef', baseHash: HASH, after: 4 });
    expect((await journal.list('k'))[0]?.text).toBe('abcdef');
    await expect(journal.put('k', { path: 'a.md', text: 'x', baseHash: HASH, after: 4 })).rejects.toThrow(
      'missing',
    );
    expect((await journal.list('k'))[0]?.text).toBe('abcdef');
  });

  it('has the text with or without what was typed when any operation of adding it fails, and goes on with a whole text', async () => {
    for (const shortWrites of [false, true])
      for (let at = 1; ; at++) {
        const folder = folderWith();
        const { fs: broken, calls } = failing({ at: at + 1_000, code: 'EIO' }, { shortWrites });
        const journal = journalIn(folder, broken);
        const frame = await journal.put('k', { path: 'a.md', text: 'one', baseHash: HASH });
        // The calls of `put` do not count.
        calls.length = 1_000;
        const typed = {
          path: 'a.md',
          baseHash: HASH,
          frame,
          length: 3,
          edits: [{ from: 3, to: 3, insert: '!' }],
        };
        const added = await journal.change('k', typed).catch(() => null);
        const [entry] = await journalIn(folder).list('k');
        expect(added === null ? ['one', 'one!'] : ['one!']).toContain(entry?.text);
        const through = calls.length < at + 1_000;
        if (through) expect(added).not.toBeNull();
        else if (added === null) {
          expect(await journal.change('k', typed)).toBeNull();
          await journal.put('k', { path: 'a.md', text: 'two', baseHash: HASH });
          expect((await journalIn(folder).list('k')).map(({ text }) => text)).toEqual(['two']);
        }
        if (through) break;
      }
  });
});
