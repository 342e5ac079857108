import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience, rounds } from '../util/seeded.test-support';
import { oldSections, restoreSection } from './restore-section';
import { beyond, DAY, DAYS, HOUR, type Stored, thinned } from './thin';
import { countWords, wordChange } from './word-change';

const NOW = Date.UTC(2026, 6, 15, 12, 30);
const MINUTE = 60_000;

interface Version {
  readonly id: number;
  readonly at: number;
  readonly named: boolean;
}

const versions = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.integer({ min: -10, max: 90 }),
        fc.integer({ min: 0, max: 3 * 24 * 60 }),
        fc.integer({ min: 0, max: 500 * 24 * 60 }),
      ),
      fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    ),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(([minutes, named], id): Version => ({ id, at: NOW - minutes * MINUTE - id, named })),
  );

describe('thinning', () => {
  it('keeps all of an hour, one an hour of a day, one a day of a month, one a month after that', () => {
    const every10 = Array.from({ length: 60 * 24 * 6 }, (_, id) => ({
      id,
      at: NOW - id * 10 * MINUTE,
      named: false,
    }));
    const gone = new Set(thinned(every10, NOW));
    const kept = every10.filter((version) => !gone.has(version));
    const within = (from: number, to: number) =>
      kept.filter(({ at }) => NOW - at >= from && NOW - at < to).length;
    expect(within(0, HOUR)).toBe(6);
    expect(within(HOUR, DAY)).toBe(24);
    expect(within(DAY, DAYS * DAY)).toBe(30);
    // The rest of June, and May.
    expect(within(DAYS * DAY, 400 * DAY)).toBe(2);
  });

  it('begins days at the user’s midnight', () => {
    const around = [23, 25].map((hours, id) => ({ id, at: Date.UTC(2026, 6, 10, hours), named: false }));
    const newest = { id: 9, at: NOW, named: false };
    expect(thinned([...around, newest], NOW)).toEqual([]);
    expect(thinned([...around, newest], NOW, 2 * HOUR)).toEqual([around[0]]);
  });

  it(
    'E11: keeps the newest and what is named, the last of each time, and nothing twice',
    () => {
      fc.assert(
        fc.property(versions, fc.integer({ min: -12, max: 14 }), (list, hours) => {
          const zone = hours * HOUR;
          const gone = new Set(thinned(list, NOW, zone));
          const kept = list.filter((version) => !gone.has(version));
          const newest = Math.max(...list.map(({ at }) => at));
          if (list.length > 0) expect(kept.some(({ at }) => at === newest)).toBe(true);
          for (const version of gone) {
            expect(version.named).toBe(false);
            expect(NOW - version.at).toBeGreaterThanOrEqual(HOUR);
            // Something of the same time stays, and later in it.
            const size = NOW - version.at < DAY ? HOUR : NOW - version.at < DAYS * DAY ? DAY : 31 * DAY;
            expect(kept.some(({ at }) => at >= version.at && at - version.at <= size)).toBe(true);
          }
          expect(thinned(kept, NOW, zone)).toEqual([]);
          expect(new Set(thinned([...list].reverse(), NOW, zone)).size).toBe(gone.size);
          const loose = kept.filter(({ named, at }) => !named && NOW - at >= HOUR && at !== newest);
          expect(loose.length).toBeLessThanOrEqual(25 + 31 + 18);
        }),
        { numRuns: rounds(10_000) },
      );
    },
    patience(60_000),
  );
});

describe('bounds', () => {
  const stored = fc
    .array(
      fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 12 }), fc.nat({ max: 5 }), fc.boolean(), fc.boolean()),
      {
        maxLength: 40,
      },
    )
    .map((list) =>
      list.map(
        ([at, content, , named, newest]): Stored => ({
          at,
          named,
          newest,
          content: `c${content}`,
          bytes: 10 + content,
        }),
      ),
    );
  const bytesOf = (list: readonly Stored[]) =>
    [...new Map(list.map(({ content, bytes }) => [content, bytes])).values()].reduce(
      (sum, size) => sum + size,
      0,
    );

  it(
    'E11: the oldest go first, never the newest of a file nor what is named, and no more than needed',
    () => {
      fc.assert(
        fc.property(stored, fc.nat({ max: 200 }), fc.nat({ max: 40 }), (list, bytes, entries) => {
          const gone = beyond(list, { bytes, entries });
          const kept = list.filter((version) => !gone.includes(version));
          const fits = (some: readonly Stored[]) => bytesOf(some) <= bytes && some.length <= entries;
          for (const { named, newest } of gone) expect(named || newest).toBe(false);
          const loose = kept.filter(({ named, newest }) => !named && !newest);
          if (!fits(kept)) expect(loose).toEqual([]);
          for (const { at } of gone) for (const other of loose) expect(other.at).toBeGreaterThanOrEqual(at);
          const last = gone.at(-1);
          if (last) expect(fits([...kept, last])).toBe(false);
        }),
        { numRuns: rounds(10_000) },
      );
    },
    patience(60_000),
  );
});

describe('the size of a change', () => {
  it('is counted in words', () => {
    expect(wordChange('one two three\n', 'one 2 three\nfour five\n')).toEqual({ added: 3, removed: 1 });
    expect(wordChange('', 'a b')).toEqual({ added: 2, removed: 0 });
    expect(countWords('# The plan\n\n- we **ship** it, don’t we?')).toBe(7);
  });

  it('never says more than the texts hold, and what is added is what there is more', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', '\n', '-'), { maxLength: 30 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { added, removed } = wordChange(a, b);
        expect(added - removed).toBe(countWords(b) - countWords(a));
        expect(removed).toBeLessThanOrEqual(countWords(a));
      }),
    );
  });
});

describe('a section of an older version', () => {
  const older =
    '# Title\n\nLead.\n\n## One\n\nFirst.\n\n### Detail\n\nDeep.\n\n## Two\n\nSecond.\n\n## Three\n\nThird.\n';
  const restored = (text: string, index: number) => {
    const edit = restoreSection(older, text, index);
    return edit && text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  };

  it('comes back in the place of what it became', () => {
    const text = older.replace('Second.', 'Quite another text.\n\nAnd more.');
    expect(restored(text, 3)).toBe(older);
    expect(oldSections(older, text).map(({ title, now }) => [title, now])).toEqual([
      ['Title', 'changed'],
      ['One', 'same'],
      ['Detail', 'same'],
      ['Two', 'changed'],
      ['Three', 'same'],
    ]);
  });

  it('brings its sub-sections along', () => {
    const text = older.replace('### Detail\n\nDeep.\n\n', '');
    expect(restored(text, 1)).toBe(older);
    expect(restored(text, 2)).toBe(older);
  });

  it('comes back behind the one before it when it is gone', () => {
    expect(restored(older.replace('## Two\n\nSecond.\n\n', ''), 3)).toBe(older);
    expect(restored(older.replace('\n## Three\n\nThird.\n', ''), 4)).toBe(older);
    expect(restored('# Title\n\nLead.\n', 2)).toBe('# Title\n\nLead.\n\n### Detail\n\nDeep.\n');
    expect(restored('', 3)).toBe('## Two\n\nSecond.\n');
  });

  it('is left alone when it reads as it did', () => {
    expect(restored(older, 3)).toBeNull();
    expect(restored(older, 17)).toBeNull();
  });

  it('leaves every other line of the text as it is', () => {
    const line = fc.constantFrom('# A', '## B', '## C', '### D', '', 'words', 'more', '```', '- x');
    const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, fc.nat({ max: 6 }), (then, now, index) => {
        const section = oldSections(then, now)[index];
        const edit = restoreSection(then, now, index);
        if (!section || section.now === 'same' || !edit) return;
        const after = now.slice(0, edit.from) + edit.insert + now.slice(edit.to);
        // What is replaced is the section of that name and nothing else; what was put in is the old one.
        if (section.now === 'gone') expect(now.slice(edit.from, edit.to).trim()).toBe('');
        expect(after.slice(edit.from)).toContain(section.title);
      }),
      { numRuns: rounds(2_000) },
    );
  });
});
