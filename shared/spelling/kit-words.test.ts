import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/edits/edit';
import { addWordEdits, compareWords, readWords } from './kit-words';

const added = (text: string | null, word: string) => applyEdits(text ?? '', addWordEdits(text, word));

describe('the words of a kit', () => {
  it('are read a line each, without notes and blanks', () => {
    expect(readWords('# ours\r\nkafkaesque\r\n\r\n  Thistlewharf \n')).toEqual([
      'kafkaesque',
      'Thistlewharf',
    ]);
    expect(readWords('x'.repeat(65))).toEqual([]);
  });

  it.each([
    [null, 'beta', 'beta\n'],
    ['', 'beta', 'beta\n'],
    ['alpha\ngamma\n', 'beta', 'alpha\nbeta\ngamma\n'],
    ['alpha\ngamma\n', 'delta', 'alpha\ndelta\ngamma\n'],
    ['alpha', 'beta', 'alpha\nbeta\n'],
    ['gamma', 'beta', 'beta\ngamma'],
    ['# Names\nalpha\n', 'Aaron', '# Names\nAaron\nalpha\n'],
    ['alpha\nbeta\n', 'beta', 'alpha\nbeta\n'],
  ])('%j gains %s at its place', (text, word, after) => {
    expect(added(text, word)).toBe(after);
  });

  it('stay sorted and complete, whatever is added in whatever order', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.reduce<string | null>((file, next) => added(file, next), null) ?? '';
        expect(readWords(text)).toEqual([...new Set(words)].sort(compareWords));
      }),
    );
  });
});
