import { Chunk } from '@codemirror/merge';
import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../shared/text/differences';
import { takenChange } from './taken-change';
import { textChanges } from './text-diff';

const parts = (text: string) => [...text];
const shown = (a: string, b: string) =>
  differences(parts(a), parts(b)).map(
    ({ fromA, toA, fromB, toB }) => `${a.slice(fromA, toA)}>${b.slice(fromB, toB)}`,
  );

/** What changes make of `a`. */
function applied(a: string, b: string): string {
  let text = '';
  let at = 0;
  for (const { fromA, toA, fromB, toB } of textChanges(a, b)) {
    expect(fromA).toBeGreaterThanOrEqual(at);
    text += a.slice(at, fromA) + b.slice(fromB, toB);
    at = toA;
  }
  return text + a.slice(at);
}

describe('where two sequences differ', () => {
  it('is found around what both have once', () => {
    expect(shown('abcdef', 'abXdef')).toEqual(['c>X']);
    expect(shown('abcdef', 'abdeYf')).toEqual(['c>', '>Y']);
    expect(shown('abc', 'abc')).toEqual([]);
    expect(shown('', 'abc')).toEqual(['>abc']);
  });

  it('is found where nothing is unique', () => {
    expect(shown('aabbaabb', 'aabaabb')).toEqual(['b>']);
    expect(shown('xyxyxy', 'yxyxyx')).toHaveLength(2);
  });

  it('says that a part moved: gone here, come there', () => {
    expect(shown('1abcdef', 'abcdef1')).toEqual(['1>', '>1']);
  });

  it('leads from one to the other', () => {
    const side = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const made: string[] = [];
        let at = 0;
        for (const { fromA, toA, fromB, toB } of differences(a, b)) {
          made.push(...a.slice(at, fromA), ...b.slice(fromB, toB));
          at = toA;
        }
        expect([...made, ...a.slice(at)]).toEqual(b);
      }),
    );
  });
});

describe('the changes between two texts', () => {
  it('are within the lines that changed', () => {
    const changes = textChanges('one\ntwo words here\nthree\n', 'one\ntwo other here\nthree\n');
    expect(changes).toHaveLength(1);
    expect('one\ntwo words here\nthree\n'.slice(changes[0]?.fromA, changes[0]?.toA)).toBe('words');
  });

  it('lead from one to the other', () => {
    const line = fc.constantFrom('', 'alpha', 'beta gamma', 'beta delta', '# Head', 'x');
    const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(applied(a, b)).toBe(b);
      }),
    );
  });

  it('are told line by line in a long text with many', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `Line ${i} of a long text that goes on and on.`);
    const after = lines.map((line, i) => (i % 50 === 7 ? line.replace('long', 'short') : line));
    const [a, b] = [lines.join('\n'), after.join('\n')];
    const chunks = Chunk.build(Text.of(lines), Text.of(after), { override: textChanges });
    expect(chunks).toHaveLength(400);
    expect(applied(a, b)).toBe(b);
  });

  it('are told in a long text in which every line occurs again and again', () => {
    const lines = Array.from({ length: 6000 }, (_, i) => `line ${i % 60}`);
    const after = [...lines.slice(0, 3000), 'something new', ...lines.slice(3000)];
    const chunks = Chunk.build(Text.of(lines), Text.of(after), { override: textChanges });
    expect(chunks.map(({ fromB, toB }) => toB - fromB)).toEqual(['something new\n'.length]);
    const two = after.map((line, i) => (i === 100 ? 'other' : line));
    expect(Chunk.build(Text.of(lines), Text.of(two), { override: textChanges })).toHaveLength(2);
  });

  it('are marked by whole lines once time is up', () => {
    let time = 0;
    const late = () => (time += 1000);
    const changes = textChanges('one\ntwo words\n', 'one\ntwo other\n', late);
    expect(changes.map(({ fromA, toA }) => [fromA, toA])).toEqual([[4, 14]]);
  });
});

describe('taking a change over', () => {
  it('leads to the other text, change by change, in any order', () => {
    const line = fc.constantFrom('', 'alpha', 'beta gamma', 'beta delta', '# Head', 'x');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => Text.of(lines.length === 0 ? [''] : lines));
    fc.assert(
      fc.property(text, text, fc.nat(), (theirs, before, pick) => {
        let mine = before;
        for (let round = 0; round < 40; round++) {
          const chunks = Chunk.build(theirs, mine, { override: textChanges });
          if (chunks.length === 0) break;
          const chunk = chunks[pick % chunks.length] as Chunk;
          const { from, to, insert } = takenChange(chunk, theirs, mine);
          mine = mine.replace(from, to, Text.of(insert.split('\n')));
        }
        expect(mine.toString()).toBe(theirs.toString());
      }),
    );
  });
});
