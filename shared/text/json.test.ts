import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataPath } from './data-tree';
import { MAX_JSON_DEPTH, parseJson } from './json';

function place(text: string, ...path: DataPath): readonly [value: string, key: string] {
  const tree = parseJson(text);
  const [value, key] = [tree.span(path), tree.keySpan(path)];
  return [text.slice(value.from, value.to), text.slice(key.from, key.to)];
}

const problems = (text: string) =>
  parseJson(text).problems.map((p) => `${text.slice(p.span.from, p.span.to)} | ${p.message}`);

describe('places', () => {
  const text = '{\r\n  "title": "Two words",\r\n  "list": [ {"id": "R-01", "score": 12}, [] ]\r\n}\r\n';

  it.each<readonly [DataPath, string, string]>([
    [['title'], '"Two words"', '"title"'],
    [['list'], '[ {"id": "R-01", "score": 12}, [] ]', '"list"'],
    [['list', 0], '{"id": "R-01", "score": 12}', '{"id": "R-01", "score": 12}'],
    [['list', 0, 'score'], '12', '"score"'],
    [['list', 1], '[]', '[]'],
  ])('of %j', (path, value, key) => {
    expect(place(text, ...path)).toEqual([value, key]);
  });

  it('of what is absent are those of the nearest thing there is', () => {
    expect(place(text, 'list', 0, 'name')[0]).toBe('{"id": "R-01", "score": 12}');
    expect(place(text, 'list', 7)[0]).toBe('"list"');
    expect(place(text, 'nothing')[0]).toBe('{');
  });

  it('count a byte order mark', () => {
    expect(place('\uFEFF{"a": 1}', 'a')).toEqual(['1', '"a"']);
    expect(problems('\uFEFF{"a": 1}')).toEqual([]);
  });
});

describe('values', () => {
  it('are those of the language for any data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2, '\t'), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        const tree = parseJson(text);
        // Numbers past the exact ones are a remark, and read all the same.
        expect(tree.problems.filter(({ message }) => !message.includes('counted exactly'))).toEqual([]);
        expect(JSON.stringify(tree.root?.value)).toBe(JSON.stringify(JSON.parse(text)));
        expect(tree.root?.span).toEqual({ from: 0, to: text.length });
      }),
      { numRuns: 300 },
    );
  });

  it('under names of the language stay data', () => {
    const tree = parseJson('{"__proto__": {"polluted": true}, "constructor": 2}');
    expect(tree.problems).toEqual([]);
    expect(tree.node(['__proto__', 'polluted'])?.value).toBe(true);
    expect(Object.getPrototypeOf(tree.root?.value)).toBeNull();
    expect(Object.keys(tree.root?.value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(parseJson('{}').node(['toString'])).toBeNull();
  });
});

describe('problems', () => {
  it.each([
    ['nothing', '', [' | The file is empty']],
    ['nothing but blanks', ' \r\n', [' | The file is empty']],
    ['nothing but a byte order mark', '\uFEFF', [' | The file is empty']],
    ['a key twice', '{"a": 1, "b": 2, "a": 3}', ['"a" | The key "a" stands twice in this object']],
    [
      'a key twice in other spelling',
      '{"\\u0061": 1, "a": 3}',
      ['"a" | The key "a" stands twice in this object'],
    ],
    ['a remark', '// no\n{"a": 1}', ['// no | JSON has no comments']],
    ['something behind the end', '{"a": 1} x', ['x | This is not a JSON value']],
    ['a missing colon', '{"a" 1}', ['1 | A colon is expected after the property name']],
    ['a wrong escape', '{"a": "\\q"}', ['"\\q" | This escape sequence does not exist in JSON']],
    ['a tab in a string', '{"a": "\t"}', ['"\t" | This character must be escaped in a JSON string']],
    [
      'an open list',
      '{"a": [1, 2',
      [' | The list is not closed: `]` is missing', ' | The object is not closed: `}` is missing'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(problems(text)).toEqual(wanted);
  });

  it('of a comment that does not end stay in the text', () => {
    for (const text of ['/*', '[/*', '{"a": /* b', '// a']) {
      const { problems: found } = parseJson(text);
      expect(found.length).toBeGreaterThan(0);
      for (const { span } of found) expect(span.to).toBeLessThanOrEqual(text.length);
    }
  });

  it('include trailing commas', () => {
    expect(problems('{"a": 1,}').length).toBeGreaterThan(0);
    expect(problems('[1,]').length).toBeGreaterThan(0);
  });

  it('leave what could be read', () => {
    expect(parseJson('{"a": [1, {"b": 2').node(['a', 1, 'b'])?.value).toBe(2);
    expect(parseJson('{"a": 1, "a": 2}').node(['a'])?.value).toBe(1);
  });

  it('are told and never thrown, and exactly where the language has some too', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '1',
      'true',
      'null',
      '"',
      '\\',
      ' ',
      '\n',
      '//',
      '-',
      '.5',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const tree = parseJson(text);
        for (const { span } of tree.problems) expect(span.to).toBeLessThanOrEqual(text.length);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        // The language takes a key that stands twice.
        const told = tree.problems.filter((p) => !p.message.includes('stands twice'));
        expect(told.length === 0).toBe(valid);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the limit of depth', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it('is told where it is passed, before the parser walks into it', () => {
    expect(problems(nested(MAX_JSON_DEPTH))).toEqual([]);
    const text = `{"a": ${nested(MAX_JSON_DEPTH)}}`;
    expect(parseJson(text).problems).toEqual([
      { message: 'The nesting is deeper than 64 levels', span: { from: 69, to: 70 } },
    ]);
    expect(parseJson(text).root).toBeNull();
    expect(problems('['.repeat(1_000_000))).toEqual(['[ | The nesting is deeper than 64 levels']);
  });

  it('does not count brackets within strings', () => {
    expect(problems(JSON.stringify({ a: '['.repeat(200), b: '\\"['.repeat(100) }))).toEqual([]);
  });
});
