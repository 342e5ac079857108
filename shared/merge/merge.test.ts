import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../text/differences';
import { patience, rounds } from '../util/seeded.test-support';
import { combined, type Merge, mergedText, mergeTexts, textOf } from './merge';

const kinds = (merge: Merge) => merge.parts.map(({ kind }) => kind).join(' ');

describe('a merge of two texts with the one they come from', () => {
  const base = 'one\n\ntwo\n\nthree\n';

  it('takes the changes of either side where the other made none', () => {
    const merge = mergeTexts(base, 'ONE\n\ntwo\n\nthree\n', 'one\n\ntwo\n\nthree\n\nfour\n');
    expect(kinds(merge)).toBe('mine same theirs');
    expect(mergedText(merge)).toBe('ONE\n\ntwo\n\nthree\n\nfour\n');
    expect([merge.fromMine, merge.fromTheirs, merge.conflicts.length]).toEqual([1, 1, 0]);
  });

  it('asks where both changed the same lines, and where their changes touch', () => {
    const same = mergeTexts(base, 'one\n\nmine\n\nthree\n', 'one\n\ntheirs\n\nthree\n');
    expect(kinds(same)).toBe('same conflict same');
    expect(same.conflicts[0]).toEqual({
      kind: 'conflict',
      base: 'two\n',
      mine: 'mine\n',
      theirs: 'theirs\n',
    });
    expect(kinds(mergeTexts('a\nb\n', 'A\nb\n', 'a\nB\n'))).toBe('conflict');
    expect(kinds(mergeTexts('a\nb\n', 'a\nmine\nb\n', 'a\ntheirs\nb\n'))).toBe('same conflict same');
  });

  it('asks where one side deleted what the other changed', () => {
    const { conflicts } = mergeTexts(base, 'one\n\nthree\n', 'one\n\ntwo, longer\n\nthree\n');
    expect(conflicts.map(({ mine, theirs }) => [mine, theirs])).toEqual([['', 'two, longer\n\n']]);
  });

  it('takes what both made alike once', () => {
    const merge = mergeTexts(base, 'one\n\nnew\n\nthree\n', 'one\n\nnew\n\nthree\n');
    expect(kinds(merge)).toBe('same both same');
    const part = mergeTexts('a\n', 'a\nsame\nmine\n', 'a\nsame\ntheirs\n');
    expect(kinds(part)).toBe('same both conflict');
    expect(mergedText(part, ['both'])).toBe('a\nsame\nmine\ntheirs\n');
  });

  it('keeps the two last lines apart where a text has no line end', () => {
    const merge = mergeTexts('a', 'mine', 'theirs');
    expect(mergedText(merge, ['both'])).toBe('mine\ntheirs');
    expect(mergedText(merge, ['theirs'])).toBe('theirs');
  });

  it('asks about every difference where the text they come from is not known', () => {
    const merge = mergeTexts(null, 'a\nmine\nb\n', 'a\nb\ntheirs\n');
    expect(kinds(merge)).toBe('same conflict same conflict');
    expect(mergedText(merge, ['mine', 'mine'])).toBe('a\nmine\nb\n');
    expect(mergedText(merge, ['theirs', 'theirs'])).toBe('a\nb\ntheirs\n');
  });

  it('combines words only where both changed others, and only when asked', () => {
    const line = 'We propose to move billing to streams over two quarters.\n';
    const [part] = mergeTexts(
      line,
      line.replace('propose', 'recommend'),
      line.replace('two', 'three'),
    ).conflicts;
    expect(part && combined(part)).toBe('We recommend to move billing to streams over three quarters.\n');
    expect(part && textOf(part)).toBe('We recommend to move billing to streams over two quarters.\n');
    const [clash] = mergeTexts(line, line.replace('two', 'four'), line.replace('two', 'three')).conflicts;
    expect(clash && combined(clash)).toBeNull();
  });

  it('is done in the time of reading', () => {
    // Blank lines between paragraphs are the same again and again.
    const paragraphs = Array.from({ length: 20_000 }, (_, n) => `Paragraph ${n} says something of its own.`);
    const text = (change: (paragraph: string, n: number) => string) => paragraphs.map(change).join('\n\n');
    const start = process.cpuUsage();
    const merge = mergeTexts(
      text((p) => p),
      text((p, n) => (n % 40 === 3 ? `${p} Mine.` : p)),
      text((p, n) => (n % 40 === 20 ? `${p} Theirs.` : p)),
    );
    const { user, system } = process.cpuUsage(start);
    expect([merge.fromMine, merge.fromTheirs, merge.conflicts.length]).toEqual([500, 500, 0]);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

/** A text and two that were made of it, with every line that is written anew unlike all others. */
const edited = fc
  .record({
    length: fc.nat({ max: 14 }),
    mine: fc.array(fc.tuple(fc.nat({ max: 14 }), fc.constantFrom('add', 'drop', 'change')), { maxLength: 6 }),
    theirs: fc.array(fc.tuple(fc.nat({ max: 14 }), fc.constantFrom('add', 'drop', 'change')), {
      maxLength: 6,
    }),
    alike: fc.boolean(),
    repeated: fc.boolean(),
    ends: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  })
  .map(({ length, mine, theirs, alike, repeated, ends }) => {
    // Blank lines between, as in prose, or not.
    const base = Array.from({ length }, (_, n) => (repeated && n % 2 === 1 ? '' : `base ${n}`));
    const apply = (edits: readonly (readonly [number, string])[], name: string) => {
      const lines: string[] = [...base];
      edits.forEach(([at, what], n) => {
        const place = Math.min(at, lines.length);
        if (what === 'add') lines.splice(place, 0, `${name} ${n}`);
        else if (what === 'change' && place < lines.length) lines[place] = `${name} ${n}`;
        else lines.splice(place, 1);
      });
      return lines;
    };
    const text = (lines: readonly string[], end: boolean) =>
      lines.join('\n') + (end && lines.length > 0 ? '\n' : '');
    const a = apply(mine, 'mine');
    const b = alike ? apply(mine, 'mine') : apply(theirs, 'theirs');
    return { base: text(base, ends[0]), mine: text(a, ends[1]), theirs: text(b, ends[2]) };
  });

const free = fc
  .tuple(...[0, 1, 2].map(() => fc.array(fc.constantFrom('', 'a', 'b', '# c', 'd'), { maxLength: 10 })))
  .map((texts) => texts.map((lines) => lines.join('\n')))
  .map(([base = '', mine = '', theirs = '']) => ({ base, mine, theirs }));

const runs = { numRuns: rounds(2_500) };

/** How often each line stands in a text; the end of the last line counts for nothing. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of linesOf(text)) {
    const bare = line.replace(/\n$/, '');
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  return counts;
}

describe('F6: no line of either side is dropped silently', () => {
  it(
    'whatever lines were written, they are in the result or in a conflict that is shown',
    () => {
      fc.assert(
        fc.property(edited, ({ base, mine, theirs }) => {
          const merge = mergeTexts(base, mine, theirs);
          const shown = mergedText(
            merge,
            merge.conflicts.map(() => 'both'),
          );
          const [before, my, their, result] = [base, mine, theirs, shown].map(counted);
          for (const line of new Set([...(my?.keys() ?? []), ...(their?.keys() ?? [])])) {
            const [b, m, t, r] = [before, my, their, result].map((counts) => counts?.get(line) ?? 0);
            // What either side has more of than there was, it wrote; of what there was, only what one of them took away may be gone.
            const kept = Math.max(
              0,
              (b ?? 0) - Math.max(0, (b ?? 0) - (m ?? 0)) - Math.max(0, (b ?? 0) - (t ?? 0)),
            );
            const written = Math.max(0, (m ?? 0) - (b ?? 0), (t ?? 0) - (b ?? 0));
            if (line !== '') expect(r, JSON.stringify(line)).toBeGreaterThanOrEqual(kept + written);
          }
        }),
        { numRuns: process.env['STAFFWRIGHT_TORTURE'] ? Math.max(100_000, rounds(10_000)) : 10_000 },
      );
    },
    patience(1_200_000),
  );

  it.each([
    ['edited', edited],
    ['unlike', free],
  ])(
    'its parts are the three texts, and each part says truly who changed it (%s texts)',
    (_, texts) => {
      fc.assert(
        fc.property(texts, ({ base, mine, theirs }) => {
          const { parts, conflicts } = mergeTexts(base, mine, theirs);
          expect(parts.map((part) => part.mine).join('')).toBe(mine);
          expect(parts.map((part) => part.theirs).join('')).toBe(theirs);
          expect(parts.map((part) => part.base).join('')).toBe(base);
          for (const part of parts) {
            if (part.kind === 'same') expect([part.mine, part.theirs]).toEqual([part.base, part.base]);
            // What is taken from one side is all that was lost of the text before: the other side left it as it was.
            if (part.kind === 'mine') expect(part.theirs).toBe(part.base);
            if (part.kind === 'theirs') expect(part.mine).toBe(part.base);
            if (part.kind === 'both') expect(part.mine).toBe(part.theirs);
            if (part.kind === 'conflict') expect(part.mine).not.toBe(part.theirs);
          }
          const all = (take: 'mine' | 'theirs') => conflicts.map(() => take);
          if (mine === base)
            expect(mergedText({ ...mergeTexts(base, mine, theirs) }, all('mine'))).toBe(theirs);
          if (theirs === base)
            expect(mergedText({ ...mergeTexts(base, mine, theirs) }, all('mine'))).toBe(mine);
        }),
        runs,
      );
    },
    patience(60_000),
  );

  it('merges the other way round alike', () => {
    fc.assert(
      fc.property(free, ({ base, mine, theirs }) => {
        const one = mergeTexts(base, mine, theirs);
        const other = mergeTexts(base, theirs, mine);
        const turned = { mine: 'theirs', theirs: 'mine' } as const;
        expect(
          mergedText(
            other,
            other.conflicts.map(() => 'theirs'),
          ),
        ).toBe(
          mergedText(
            one,
            one.conflicts.map(() => 'mine'),
          ),
        );
        expect(one.parts.map(({ kind }) => (kind in turned ? turned[kind as 'mine'] : kind))).toEqual(
          other.parts.map(({ kind }) => kind),
        );
      }),
      { numRuns: rounds(1_000) },
    );
  });

  it('without a common text, either side can be had whole', () => {
    fc.assert(
      fc.property(free, ({ mine, theirs }) => {
        const merge = mergeTexts(null, mine, theirs);
        expect(
          mergedText(
            merge,
            merge.conflicts.map(() => 'mine'),
          ),
        ).toBe(mine);
        expect(
          mergedText(
            merge,
            merge.conflicts.map(() => 'theirs'),
          ),
        ).toBe(theirs);
      }),
      { numRuns: rounds(1_000) },
    );
  });
});
