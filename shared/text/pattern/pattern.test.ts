import { describe, expect, it } from 'vitest';
import { Pattern, PatternError, PatternTooCostly } from '.';

const found = (source: string, text: string, options = {}) =>
  new Pattern(source, options).matches(text).map((m) => text.slice(m.from, m.to));

describe('a pattern', () => {
  it.each([
    ['a|ab', 'xabab', ['ab', 'ab']],
    ['\\d{2,3}', '1 12 123 1234', ['12', '123', '123']],
    ['[a-c]+', 'abcd cab', ['abc', 'cab']],
    ['[^\\]a]+', 'a]xy]', ['xy']],
    ['(?:ab)*c', 'ababc c', ['ababc', 'c']],
    ['\\bof\\b', 'of soft of', ['of', 'of']],
    ['\\Bf', 'of f', ['f']],
    ['\\p{Lu}\\w+', 'Ünder The', ['Ünder', 'The']],
    ['colou?r', 'color colour', ['color', 'colour']],
    ['.+', 'one\ntwo', ['one', 'two']],
    ['x*', 'axxb', ['xx']],
    ['\\$\\d+(\\.\\d\\d)?', '$5 and $12.50', ['$5', '$12.50']],
    ['😀+', 'a😀😀b', ['😀😀']],
    ['a{0}b', 'ab', ['b']],
    ['R-\\d{2}', 'R-01, R-2', ['R-01']],
    ['\\-\\,\\"', '-,"', ['-,"']],
    ['a-b}]', 'a-b}]', ['a-b}]']],
  ])('%s on %j', (source, text, expected) => {
    expect(found(source, text)).toEqual(expected);
  });

  it('gives the same matches as the native engine on patterns of one reading', () => {
    const text = 'The quick brown fox, 42 boxes at $3.50 (R-07); the lazy dog.\nThe end: 100%\n';
    for (const source of [
      '\\w+',
      '[A-Z]\\w*',
      '\\d+(?:\\.\\d+)?',
      '(?:fox|dog|the)',
      '\\(R-\\d+\\)',
      '\\s+',
      '[^\\s]+%',
    ])
      expect(found(source, text)).toEqual(text.match(new RegExp(source, 'gu')));
  });

  it('holds at line ends only when asked', () => {
    expect(found('^b', 'a\nb')).toEqual([]);
    expect(found('^b$', 'a\nb\nc', { lines: true })).toEqual(['b']);
    expect(found('^b$', 'a\r\nb\r\nc', { lines: true })).toEqual(['b']);
  });

  it('minds case unless told not to', () => {
    expect(found('straße', 'STRASSE Straße')).toEqual([]);
    expect(found('straße', 'Straße', { ignoreCase: true })).toEqual(['Straße']);
    expect(found('[a-c]', 'B', { ignoreCase: true })).toEqual(['B']);
  });

  it('keeps to a part of the text, whose ends are ends', () => {
    expect(new Pattern('^b+$').matches('abbc', { from: 1, to: 3 })).toEqual([{ from: 1, to: 3 }]);
    expect(new Pattern('x').test('')).toBe(false);
    expect(new Pattern('^$').test('')).toBe(true);
  });

  it.each([
    ['(a', 0],
    ['a)', 1],
    ['[a', 0],
    ['*a', 0],
    ['a**', 2],
    ['a*?', 2],
    ['(?=a)', 0],
    ['(?<!a)b', 0],
    ['(a)\\1', 3],
    ['a{3,1}', 1],
    ['a{999}', 1],
    ['[z-a]', 0],
    ['\\p{Nonsense}', 0],
    ['^*', 0],
    ['((a{200}){200}){200}', 0],
    ['a\\', 1],
  ])('%s is refused at %i', (source, at) => {
    let error: unknown;
    try {
      new Pattern(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PatternError);
    expect((error as PatternError).at).toBe(at);
  });
});

describe('patterns that hold up an engine that tracks back', () => {
  const long = 'a'.repeat(20_000);
  it.each([
    ...['(a+)+$', '(a|a)*b', '(a*)*b', 'a*a*a*a*a*b', '(?:a?){50}a{50}b', '(.*)*x', '([a-z]+)*[0-9]'],
    ...['(a|aa)+$', '(a|a?)+b', '(?:a|b|ab)*c', '(\\w+\\s?)+$', '(.*a){12}', '(a+){10}b', '^(a+a+)+b'],
    ...[
      '(?:(?:a+)+)+b',
      '([^b]|a)*b',
      '(a{1,9}){1,9}b',
      '(?:.?.?.?)*b',
      '\\b(\\w+)+\\b!!',
      '(a+|[a-f]+|\\w)*;',
    ],
  ])('%s is done in the time it takes to read the text', (source) => {
    const start = process.cpuUsage();
    try {
      new Pattern(source).test(`${long}!`);
    } catch (error) {
      expect(error).toBeInstanceOf(PatternTooCostly);
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});

describe('the limits of a pattern: one less, as much, one more', () => {
  const isRefused = (source: string) => {
    try {
      return new Pattern(source).source === '';
    } catch (error) {
      expect(error).toBeInstanceOf(PatternError);
      return true;
    }
  };
  it.each([
    ['characters', 500, (n: number) => 'a'.repeat(n)],
    ['repetitions', 200, (n: number) => `a{${n}}`],
    ['groups within each other', 50, (n: number) => `${'('.repeat(n)}a${')'.repeat(n)}`],
  ])('%s', (_what, limit, source) => {
    expect([limit - 1, limit, limit + 1].map((n) => isRefused(source(n)))).toEqual([false, false, true]);
  });

  it('steps of a search', () => {
    const pattern = new Pattern('(a|b)*c');
    const text = 'ab'.repeat(500);
    const budget = { left: 1_000_000 };
    pattern.test(text, budget);
    const steps = 1_000_000 - budget.left;
    expect(steps).toBeGreaterThan(text.length);
    for (const left of [steps + 1, steps]) expect(pattern.test(text, { left })).toBe(false);
    expect(() => pattern.test(text, { left: steps - 1 })).toThrow(PatternTooCostly);
  });
});
