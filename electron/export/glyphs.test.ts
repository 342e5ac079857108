import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { drawnCharacters, missingGlyphs, wordsOf } from './glyphs';
import { probeGlyphs } from './probe-glyphs';

/** A file with one font whose map to characters is this text. */
async function pdfWithMap(map: string): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.addPage([100, 100]);
  const { context } = file;
  const stream = context.stream(deflateSync(Buffer.from(map, 'latin1')), { Filter: 'FlateDecode' });
  const font = context.obj({ Type: 'Font', Subtype: 'Type0', ToUnicode: context.register(stream) });
  file.catalog.set(PDFName.of('Kept'), context.register(font));
  return file.save();
}

const MAP = `3 beginbfchar
<0000> <4E2D>
<0011> <6587>
<0012> <D83DDE80>
endbfchar
2 beginbfrange
<0020> <0022> <03B1>
<0030> <0031> [<0628> <FEE2>]
endbfrange`;

test('the characters a file draws are read from the maps of its fonts; the empty box stands for none', async () => {
  const drawn = await drawnCharacters(await pdfWithMap(MAP));
  for (const character of ['文', '🚀', 'α', 'β', 'γ', 'ب', 'م']) expect([...drawn]).toContain(character);
  expect(drawn.has('中')).toBe(false);
});

test('what no font has is named once, with its code and its line; marks and blanks are no letters', async () => {
  const pdf = await pdfWithMap(MAP);
  const [line, ...others] = await missingGlyphs(pdf, [
    { path: 'plain.md', shown: 'naïve α', source: '' },
    { path: 'mixed.md', shown: 'α\u200bβ 文\ufe0f 中 中 𐍈', source: '# α\n\n文\n\n中 𐍈\n' },
  ]);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ level: 'problem', path: 'mixed.md', line: 5 });
  expect(line?.message).toContain('中 (U+4E2D), 𐍈 (U+10348):');
});

test('a letter that is drawn by a form of it is not missed', async () => {
  const pdf = await pdfWithMap('1 beginbfchar\n<0001> <FEE3>\nendbfchar');
  expect(await missingGlyphs(pdf, [{ path: 'a.md', shown: 'م', source: 'م' }])).toEqual([]);
});

test('before anything is printed, one sheet tells: each strange character stands on it once', async () => {
  const sheets: string[] = [];
  const print = async (document: string) => {
    sheets.push(document);
    return pdfWithMap(MAP);
  };
  expect(await probeGlyphs([{ path: 'plain.md', shown: 'naïve', source: 'naïve' }], print)).toEqual([]);
  expect(sheets).toEqual([]);
  const lines = await probeGlyphs(
    [
      { path: 'a.md', shown: 'α 𐍈 𐍈 <', source: 'α\n𐍈' },
      { path: 'b.md', shown: '文 <b>', source: '文' },
    ],
    print,
  );
  expect(lines).toMatchObject([{ level: 'problem', path: 'a.md', line: 2 }]);
  expect([...(sheets[0] ?? '').matchAll(/<span>(.)<\/span>/gu)].map((match) => match[1])).toEqual([
    'α',
    '文',
    '𐍈',
  ]);
});

test('of formulas only the words have to be found again', () => {
  const markup =
    '<p>a <em>b</em> <math><mo>∑</mo><mtext class="x">für ∅</mtext></math> c <math display="block"><mo>∫</mo></math> ∞</p>';
  expect(wordsOf(markup).replace(/\s+/g, ' ').trim()).toBe('a b für ∅ c ∞');
});
