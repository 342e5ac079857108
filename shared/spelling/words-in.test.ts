import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from './words-in';

const words = (text: string) => wordsIn(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('stand where they say', () => {
    const text = '  The “producer’s” *offset*, re-read (twice).';
    for (const { word, from, to } of wordsIn(text)) expect(text.slice(from, to)).toBe(word);
    expect(words(text)).toEqual(['The', 'producer', 'offset', 'read', 'twice']);
    expect(wordsIn('a teh', 100)).toEqual([{ word: 'teh', from: 102, to: 105 }]);
  });

  it('keep their apostrophes, straight ones as dictionaries have them', () => {
    expect(words("don't isn’t users' Ines's")).toEqual(["don't", "isn't", 'users', 'Ines']);
  });

  it.each([
    ['ids', 'RFC-042 adr-002 INC-2024-0312 R-03 msk-cost-1 TW-1'],
    ['addresses', 'https://exmple.org/pth mailto:x@y.z a@exmple.org www.exmple.org'],
    ['paths', './exmple/fil.md exmple/fil.md /usr/lcl src/lib/xyz fldr/'],
    ['names of code', 'snake_cse camelCse dotted.nme --flg=vlu $VARIBLE \\nwe #chanel @persn'],
    ['acronyms', 'SLO ADRs MSK API’s TCO'],
    ['names with inner capitals', "GitHub eBay McAllister O'Neill IPv"],
    ['numbers and units', '5 ms 20 kpu 5ms p95 12k 3x 30d 99.95 %'],
    ['other scripts', 'Привет κόσμε 日本語'],
    ['prefixes', 'pre- re- non-'],
    ['single letters', 'a I x'],
  ])('leave out %s', (_, text) => {
    expect(words(text)).toEqual([]);
  });

  it('are judged on both sides of hyphens, slashes and dashes', () => {
    expect(words('24-hour cut-over and/or yes—no e.g. left')).toEqual([
      ...['hour', 'cut', 'over', 'and', 'or', 'yes', 'no', 'left'],
    ]);
  });

  it('are found at the end of a sentence and in other letters of Latin', () => {
    expect(words('It ends here. Müller naïve, "done"!')).toEqual([
      ...['It', 'ends', 'here', 'Müller', 'naïve', 'done'],
    ]);
  });

  it('never fail, keep their order and lie in the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { word, from, to } of wordsIn(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(text.slice(from, to).replaceAll('’', "'")).toBe(word);
          last = to;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('take time in proportion to the length, even of hostile texts', () => {
    for (const unit of ['a-', "a'", 'a/', '.a', '-1', '(', 'ä', '_'])
      for (const text of [unit.repeat(500_000), `${unit.repeat(500)} `.repeat(1000)]) {
        const start = performance.now();
        wordsIn(text);
        expect(performance.now() - start).toBeLessThan(2000);
      }
  });
});
