import { describe, expect, it } from 'vitest';
import { applyEdits } from '../edits/edit';
import { fileFilter } from './file-filter';
import { findMatches } from './find';
import { compileQuery, type TextQuery } from './query';

const plain: TextQuery = { text: '', matchCase: false, wholeWord: false, regex: false };

function expressionOf(query: Partial<TextQuery>): RegExp {
  const compiled = compileQuery({ ...plain, ...query });
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.expression;
}

const found = (text: string, query: Partial<TextQuery>, limit = 100) =>
  findMatches(text, expressionOf(query), null, limit).matches.map(({ from, to }) => text.slice(from, to));

function replaced(text: string, query: Partial<TextQuery>, by: string): string {
  const { matches } = findMatches(
    text,
    expressionOf(query),
    { text: by, expand: query.regex ?? false },
    1000,
  );
  return applyEdits(
    text,
    matches.map(({ from, to, insert }) => ({ from, to, insert: insert ?? '' })),
  );
}

describe('a query', () => {
  it('takes a plain text as it is written', () => {
    expect(found('a.b (a+b) a-b', { text: '(a+b)' })).toEqual(['(a+b)']);
    expect(found('a/b \\d', { text: '\\d' })).toEqual(['\\d']);
  });

  it('folds case in all scripts unless told not to', () => {
    expect(found('Über über ÜBER', { text: 'über' })).toHaveLength(3);
    expect(found('Über über', { text: 'über', matchCase: true })).toEqual(['über']);
    expect(found('ДАТА дата', { text: 'дата' })).toHaveLength(2);
  });

  it('knows words in all scripts', () => {
    expect(found('Stra\u00dfe Stra\u00dfenbahn', { text: 'stra\u00dfe', wholeWord: true })).toHaveLength(1);
    expect(found('R-1 R-12 xR-1', { text: 'R-1', wholeWord: true })).toHaveLength(1);
    expect(found('f(a) g(a)', { text: '(a)', wholeWord: true })).toHaveLength(2);
    expect(found('cat concat cats', { text: 'cat|dog', regex: true, wholeWord: true })).toEqual(['cat']);
  });

  it('reads whole characters: an emoji is one', () => {
    expect(found('a😀b', { text: 'a.b', regex: true })).toEqual(['a😀b']);
    expect(found('😀😀', { text: '😀' })).toHaveLength(2);
  });

  it('gives each line a start and an end', () => {
    expect(found('one\ntwo\n', { text: '^\\w+$', regex: true })).toEqual(['one', 'two']);
    expect(found('one\r\ntwo\r\n', { text: '^\\w+$', regex: true })).toEqual(['one', 'two']);
  });

  it('says what is wrong with an expression, and is not mended by what is put around it', () => {
    expect(compileQuery({ ...plain, text: '(a', regex: true })).toMatchObject({
      ok: false,
      reason: 'Unterminated group',
    });
    expect(compileQuery({ ...plain, text: 'a)|(?:b', regex: true, wholeWord: true }).ok).toBe(false);
    expect(compileQuery({ ...plain, text: '(a' }).ok).toBe(true);
  });
});

describe('matches', () => {
  it('end where there are enough, and say so', () => {
    const all = findMatches('aaaa', expressionOf({ text: 'a' }), null, 4);
    expect([all.matches.length, all.more]).toEqual([4, false]);
    const some = findMatches('aaaa', expressionOf({ text: 'a' }), null, 3);
    expect([some.matches.length, some.more]).toEqual([3, true]);
  });

  it.each([
    ['xa', 'x*'],
    ['', '^'],
    ['one\ntwo\n', '^'],
    ['😀😀', ''],
    ['a😀', '(?:)'],
    ['a\r\nb', '$'],
  ])('that are empty stand where String.replace has them: %j %j', (text, source) => {
    const query = { text: source, regex: true };
    expect(replaced(text, query, '-')).toBe(text.replace(expressionOf(query), '-'));
  });

  it('show their line, cut around the match', () => {
    const [match] = findMatches(
      `one\n    ${'x'.repeat(5)} here\ntwo`,
      expressionOf({ text: 'here' }),
      null,
      9,
    ).matches;
    expect(match).toMatchObject({ line: 2, excerpt: 'xxxxx here', mark: { from: 6, to: 10 } });
    const long = `${'w '.repeat(5000)}here${' w'.repeat(5000)}`;
    const cut = findMatches(long, expressionOf({ text: 'here' }), null, 9).matches[0];
    expect(cut?.excerpt.slice(cut.mark.from, cut.mark.to)).toBe('here');
    expect(cut?.excerpt).toMatch(/^….*…$/);
    expect(cut?.excerpt.length).toBeLessThan(200);
  });

  it('over several lines are marked to the end of the first', () => {
    for (const end of ['\n', '\r\n']) {
      const [match] = findMatches(
        `ab${end}cd`,
        expressionOf({ text: 'b\\s+c', regex: true }),
        null,
        9,
      ).matches;
      expect(match).toMatchObject({ excerpt: 'ab', mark: { from: 1, to: 2 } });
    }
  });

  it('in one endless line cost no more than what is shown of it', () => {
    const started = performance.now();
    const { matches } = findMatches('ab '.repeat(700_000), expressionOf({ text: 'ab' }), null, 2000);
    expect(matches).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a replacement', () => {
  it('is taken as written for a plain text', () => {
    expect(replaced('a a', { text: 'a' }, '$&\\n')).toBe('$&\\n $&\\n');
  });

  it.each([
    ['2024-05', '(\\d+)-(\\d+)', '$2/$1'],
    ['ab', '(a)(b)?', '[$2$1$3$$&]'],
    ['ab', '(?<first>a)', '$<first>$<other>!'],
    ['ab', 'a', '$1$<x>$&'],
    ['abcdefghijkl', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)', '$11$12'],
  ])('refers to groups as String.replace does: %s %s %s', (text, source, by) => {
    const query = { text: source, regex: true };
    expect(replaced(text, query, by)).toBe(text.replace(expressionOf(query), by));
  });

  it('may hold line breaks and tabs', () => {
    expect(replaced('a, b', { text: ', ', regex: true }, '\\n\\t\\\\n')).toBe('a\n\t\\nb');
  });
});

describe('a file filter', () => {
  const paths = [
    'README.md',
    'docs/adr/adr-001.md',
    'docs/risk-register.json',
    'templates/adr.md',
    'docs-old/x.md',
  ];
  const kept = (include: string, exclude = '') => paths.filter(fileFilter(include, exclude));

  it.each([
    ['', '', paths],
    ['*.md', '', paths.filter((path) => path.endsWith('.md'))],
    ['docs', '', paths.slice(1, 3)],
    ['docs/', '', paths.slice(1, 3)],
    ['docs/*', '', paths.slice(1, 3)],
    ['docs/*.md', '', []],
    ['docs/**/*.md', '', ['docs/adr/adr-001.md']],
    ['**/adr-*.md', '', ['docs/adr/adr-001.md']],
    ['*.{json,yaml}, readme.*', '', ['README.md', 'docs/risk-register.json']],
    ['', 'templates, docs*', ['README.md']],
    ['*.md', 'templates/**', ['README.md', 'docs/adr/adr-001.md', 'docs-old/x.md']],
    ['adr-00?.md', '', ['docs/adr/adr-001.md']],
    ['./docs/adr', '', ['docs/adr/adr-001.md']],
  ])('%j without %j', (include, exclude, expected) => {
    expect(kept(include, exclude)).toEqual(expected);
  });

  it('is quick with any pattern', () => {
    const started = performance.now();
    expect(fileFilter(`${'**a*'.repeat(40)}b`, '')('a'.repeat(400))).toBe(false);
    expect(fileFilter('{a,b}'.repeat(30), '')('x')).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
