import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRepo } from '../setup/paths.mjs';
import { LETTERS, withLetters } from './letters.mjs';

const ours = new RegExp(`^[${LETTERS}]$`, 'u');
// Not as a literal: the tests are built with the letters too.
const property = (name: string) => new RegExp(`^\\p${`{${name}}`}$`, 'u');

function* codePoints(): Generator<string> {
  for (let code = 0; code <= 0x10ffff; code++)
    if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

/** A sign of a file of its own, so that its patterns are the ones written there. */
async function built(code: string): Promise<RegExp[]> {
  return new Function(`return [${await withLetters(code)}]`)() as RegExp[];
}

describe('the letters', () => {
  it('hold every letter', () => {
    const letter = property('L');
    // A vertical tilde of old Cyrillic: the one letter among punctuation.
    const lost = [...codePoints()].filter((sign) => letter.test(sign) && !ours.test(sign));
    expect(lost).toEqual(['\u2e2f']);
  });

  it('hold no punctuation, blank, digit or symbol of what people write', () => {
    const other = /^[\p{P}\p{Z}\p{C}\p{Sc}\p{Nd}]$/u;
    const symbol = property('S');
    const inUse =
      /^[\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Armenian}\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Thai}\p{scx=Georgian}\p{scx=Ethiopic}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}]$/u;
    const general = (code: number) =>
      code < 0x250 ||
      (code >= 0x2000 && code < 0x2100) ||
      (code >= 0x2190 && code < 0x2c00) ||
      (code >= 0x3000 && code < 0x3030) ||
      (code >= 0xfe00 && code < 0xfe70) ||
      code === 0xfeff ||
      (code >= 0xff00 && code < 0x10000) ||
      (code >= 0x1f000 && code < 0x20000);
    const wrong = [...codePoints()].filter((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (!ours.test(sign) || property('L').test(sign) || property('Cn').test(sign)) return false;
      return (
        general(code) ||
        (code < 0x1800 && inUse.test(sign) && (property('P').test(sign) || property('Sc').test(sign)))
      );
    });
    expect(other.test('1') && symbol.test('™')).toBe(true);
    expect(wrong).toEqual([]);
    for (const sign of '™№©®°§¶•–—“”‘’…€£¥฿₹→≤×÷。、「」・،؛؟।॥־׳՞።។0٣५_-\'"\u200d\ufe0f🙂 \u00a0\u3000')
      expect(ours.test(sign), sign).toBe(false);
  });

  it.each([
    ['Zürich naïve Łódź', 3],
    ['Привет мир', 2],
    ['안녕 세계', 2],
    ['שלום עולם', 2],
    ['नमस्ते दुनिया', 2],
    ['東京・大阪、京都', 3],
    ['Kafka™ (Apache®) — №5', 2],
  ])('take "%s" for %i words', (text, words) => {
    expect(text.match(new RegExp(`[${LETTERS}]+`, 'gu'))).toHaveLength(words);
  });
});

describe('patterns of a source', () => {
  const L = `\\p${'{L}'}`;

  it('have them in and outside of classes, in literals, strings and templates', async () => {
    // A tagged template is no pattern: these stay as they are written.
    const code = [
      String.raw`/^\p{L}+$/u`,
      String.raw`/^[\p{L}_-]+$/iu`,
      String.raw`/^[^\p{L}]$/u`,
      String.raw`/^\[\p{L}\]$/u`,
      String.raw`new RegExp('^[\\p{L}]$', 'u')`,
      'new RegExp(`^${"a"}BAR$`, "u")'.replace('BAR', String.raw`\\p{L}`),
      'new RegExp(`^[${"_"}BAR]$`, "u")'.replace('BAR', String.raw`\\p{L}`),
      String.raw`new RegExp('^\\\\\\p{L}$', 'u')`,
    ].join(',\n');
    const patterns = await built(code);
    expect(patterns.some(({ source }) => source.includes(L))).toBe(false);
    expect(patterns.every(({ source }) => source.includes(LETTERS.slice(0, 6)))).toBe(true);
    const [plain, marked, not, bracketed, text, hole, holed, barred] = patterns as [RegExp, ...RegExp[]];
    expect(plain.test('Straße')).toBe(true);
    expect(marked?.test('a_-Ж')).toBe(true);
    expect(not?.test('1') && !not.test('é')).toBe(true);
    expect(bracketed?.test('[é]')).toBe(true);
    expect(text?.test('é')).toBe(true);
    expect(hole?.test('aé')).toBe(true);
    expect(holed?.test('_') && holed.test('é')).toBe(true);
    expect(barred?.test('\\é')).toBe(true);
  });

  it('are left alone where nothing asks for letters, in comments and in other words', async () => {
    for (const code of [
      'const a = /\\p{Lu}[a-z]/u;',
      `// ${L}\nconst a = 1;`,
      `const a = /\\\\${L.slice(1)}/;`,
    ])
      expect(await withLetters(code)).toBe(code);
  });

  it('find in the worked examples what the class of Unicode finds', async () => {
    const texts = filesBelow(inRepo('examples'), '.md').map((path) => readFileSync(path, 'utf8'));
    let compared = 0;
    for (const path of filesBelow(inRepo('shared'), '.ts')) {
      const code = readFileSync(path, 'utf8');
      if (!code.includes('p{L}') || path.includes('.test')) continue;
      const written = [...code.matchAll(/^const [A-Z_]+ =\s+(\/.*\/[gimsuy]*);$/gm)].flatMap(
        (m) => m[1] ?? [],
      );
      for (const source of written.filter((one) => one.includes('p{L}'))) {
        const [theirs] = new Function(`return [${source}]`)() as [RegExp];
        const [own] = (await built(source)) as [RegExp];
        compared++;
        for (const text of texts) {
          const all = (pattern: RegExp) =>
            [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`))].map(
              (m) => `${m.index} ${m[0]}`,
            );
          expect(all(own), source).toEqual(all(theirs));
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
  }, 60_000);
});

function filesBelow(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => join(entry.parentPath, entry.name));
}
