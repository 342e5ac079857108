import { describe, expect, it } from 'vitest';
import type { DataPath, DataTree } from '../data-tree';
import { parseJson } from '../json';
import { parseYaml } from '../yaml';
import { applyEdits } from './edit';
import { setValue, type Wanted } from './set-value';

function plan(text: string, path: DataPath, wanted: Wanted, read: (text: string) => DataTree = parseYaml) {
  return setValue({ tree: read(text), read }, path, wanted, ['JR', 'OP', 'KD']);
}

/** The text afterwards, or the reason why there is none. */
function written(text: string, path: DataPath, wanted: Wanted, read?: (text: string) => DataTree): string {
  const made = plan(text, path, wanted, read);
  return 'edits' in made
    ? applyEdits(text, made.edits)
    : `! ${made.problem} @${text.slice(0, made.span.from).split('\n').length}`;
}

const number = (value: string) => ({ number: value });
const text = (value: string) => ({ text: value });

describe('what is written over a value', () => {
  it.each<readonly [what: string, before: string, path: DataPath, wanted: Wanted, after: string]>([
    [
      'a number between blanks and a comment',
      'a:   4   # why\nb: 4\n',
      ['a'],
      number('5'),
      'a:   5   # why\nb: 4\n',
    ],
    ['a number as it is spelled', 'a: 4.40\n', ['a'], number('4.50'), 'a: 4.50\n'],
    ['a tab behind the value', 'a: 4\t# tab\n', ['a'], number('12'), 'a: 12\t# tab\n'],
    ['a quoted key', '"a b": {\'c\': 4 , d: 5}\n', ['a b', 'c'], number('3'), '"a b": {\'c\': 3 , d: 5}\n'],
    ['a number that stood as text', "a: '4'\n", ['a'], number('5'), 'a: 5\n'],
    [
      'line ends of two characters',
      'a: 1\r\nb: x\r\nc: 2\r\n',
      ['b'],
      text('y z'),
      'a: 1\r\nb: y z\r\nc: 2\r\n',
    ],
    ['a byte order mark', '\uFEFFa: 1\n', ['a'], number('2'), '\uFEFFa: 2\n'],
    [
      'odd indentation',
      'r:\n      -   l: 3\n          i:    4\n',
      ['r', 0, 'i'],
      number('5'),
      'r:\n      -   l: 3\n          i:    5\n',
    ],
    ['a list at the margin', 'r:\n- l: 3\n- l: 4\n', ['r', 1, 'l'], number('5'), 'r:\n- l: 3\n- l: 5\n'],
    ['single quotation marks', "a: 'it''s'  # c\n", ['a'], text("that's"), "a: 'that''s'  # c\n"],
    ['double quotation marks', 'a: "x\\ty" # c\n', ['a'], text('say "hi"'), 'a: "say \\"hi\\"" # c\n'],
    ['empty quotation marks', 'a: \'\'\nb: ""\n', ['b'], text('x'), 'a: \'\'\nb: "x"\n'],
    ['a plain day', 'a: 2024-03-12 # due\n', ['a'], text('2024-04-01'), 'a: 2024-04-01 # due\n'],
    ['a plain name with a comma', 'a: Jo Fry\n', ['a'], text('Fry, Jo'), 'a: Fry, Jo\n'],
    [
      'the same name in a flow mapping',
      '{a: Jo Fry, b: 1}\n',
      ['a'],
      text('Fry, Jo'),
      '{a: "Fry, Jo", b: 1}\n',
    ],
    ['a name with an apostrophe', 'a: Jo\n', ['a'], text("Jo O'Neil"), "a: Jo O'Neil\n"],
    ['what would be another value', 'a: open\n', ['a'], text('yes'), 'a: "yes"\n'],
    ['what would be a number', 'a: open\n', ['a'], text('12'), 'a: "12"\n'],
    ['what would be a comment', 'a: open\n', ['a'], text('x # y'), 'a: "x # y"\n'],
    ['what would be a mapping', 'a: open\n', ['a'], text('x: y'), 'a: "x: y"\n'],
    ['what would be an anchor', 'a: open\n', ['a'], text('&x'), 'a: "&x"\n'],
    [
      'nothing, with a comment',
      'a:   # nobody yet\nb: 1\n',
      ['a'],
      text('Jo'),
      'a: Jo   # nobody yet\nb: 1\n',
    ],
    ['a stated nothing', 'a: ~\n', ['a'], number('3'), 'a: 3\n'],
    [
      'a block of one line',
      'a: |\n     one  \n\nb: 1\n',
      ['a'],
      text('two: three'),
      'a: |\n     two: three  \n\nb: 1\n',
    ],
    [
      'a folded block',
      'a: >- # c\n  one\n  and more\nb: 1\n',
      ['a'],
      text('two'),
      'a: >- # c\n  two\nb: 1\n',
    ],
    ['a block at the end', 'a: |-\n  one', ['a'], text('two'), 'a: |-\n  two'],
    ['plain text over two lines', 'a: one\n  two\nb: 1\n', ['a'], text('three'), 'a: three\nb: 1\n'],
    ['quoted text over two lines', 'a: "one\n  two"\nb: 1\n', ['a'], text('three'), 'a: "three"\nb: 1\n'],
    ['an anchor that nothing repeats', 'a: &x 4\nb: 4\n', ['a'], number('5'), 'a: &x 5\nb: 4\n'],
    ['a key in question marks', '? a\n: 4\n', ['a'], number('5'), '? a\n: 5\n'],
    ['between the marks of a document', '---\na: 4\n...\n', ['a'], number('5'), '---\na: 5\n...\n'],
  ])('%s', (_, before, path, wanted, expected) => {
    expect(written(before, path, wanted)).toBe(expected);
  });

  it('JSON, with tabs and line ends of two characters', () => {
    const before = '{\r\n\t"a" :\t4 ,\r\n\t"b": "x\\u00e9"\r\n}\r\n';
    expect(written(before, ['a'], number('5'), parseJson)).toBe(before.replace('4', '5'));
    expect(written(before, ['b'], text('say "é"'), parseJson)).toBe(
      before.replace('x\\u00e9', 'say \\"é\\"'),
    );
    expect(written('{"a":1}', ['b'], number('2'), parseJson)).toBe('{"a":1,"b":2}');
  });

  it('nothing where the file says it already, however it is spelled', () => {
    for (const before of ['a: 4.0\n', 'a: 0x4\n', 'a: "x"\n', "a: 'x'\n", 'a: |\n  x\n', 'a: x\n'])
      expect(
        plan(
          before,
          ['a'],
          before.includes('x\n') || before.includes('x"') || before.includes("x'") ? text('x') : number('4'),
        ),
      ).toEqual({ edits: [] });
  });
});

describe('keys that come and go', () => {
  it.each<readonly [what: string, before: string, path: DataPath, wanted: Wanted, after: string]>([
    [
      'into its place in the order',
      'm: {JR: A, KD: I}\n',
      ['m', 'OP'],
      text('C'),
      'm: {JR: A, OP: C, KD: I}\n',
    ],
    ['into an empty mapping', 'm: {} # none\n', ['m', 'OP'], text('C'), 'm: {OP: C} # none\n'],
    [
      'into a block',
      'm:\n  JR: A # x\n  KD: I\n',
      ['m', 'OP'],
      text('C'),
      'm:\n  JR: A # x\n  OP: C\n  KD: I\n',
    ],
    ['out of the middle', 'm: {JR: A, OP: C, KD: I}\n', ['m', 'OP'], null, 'm: {JR: A, KD: I}\n'],
    ['out of the end', 'm: { JR: A, OP: C }\n', ['m', 'OP'], null, 'm: { JR: A }\n'],
    ['out of the start', 'm: { JR: A, OP: C }\n', ['m', 'JR'], null, 'm: { OP: C }\n'],
    ['the only one', 'm: {JR: A}\n', ['m', 'JR'], null, 'm: {}\n'],
    [
      'with its line',
      'm:\r\n  JR: A # x\r\n  OP: C\r\n  KD: I\r\n',
      ['m', 'OP'],
      null,
      'm:\r\n  JR: A # x\r\n  KD: I\r\n',
    ],
    ['the last line', 'm:\n  JR: A\n  OP: C', ['m', 'OP'], null, 'm:\n  JR: A'],
    ['what is not there', 'm: {JR: A}\n', ['m', 'OP'], null, 'm: {JR: A}\n'],
    [
      'a line with a comment',
      'm:\n  JR: A\n  OP: C # told\n',
      ['m', 'OP'],
      null,
      '! the line has a comment, which would go with it @3',
    ],
    ['the only line', 'm:\n  OP: C\n', ['m', 'OP'], null, '! it is the only entry of its mapping @2'],
    [
      'no mapping',
      'm: 4\n',
      ['m', 'OP'],
      text('C'),
      '! there is no mapping here that it could be added to @1',
    ],
  ])('%s', (_, before, path, wanted, expected) => {
    expect(written(before, path, wanted)).toBe(expected);
  });
});

describe('what cannot be changed without changing more says why, and where', () => {
  const SHARED = 'w: &w 20\nmore:\n  v: *w\nbase: &b\n  score: 4\nuse: *b\n';

  it.each<readonly [what: string, before: string, path: DataPath, reason: string]>([
    [
      'an alias',
      SHARED,
      ['more', 'v'],
      '! it is repeated from elsewhere by the alias *w; change it there @3',
    ],
    [
      'below an alias',
      SHARED,
      ['use', 'score'],
      '! it is repeated from elsewhere by the alias *b; change it there @6',
    ],
    ['what is repeated', SHARED, ['w'], '! it carries the anchor &w, and other places repeat it @1'],
    [
      'within what is repeated',
      SHARED,
      ['base', 'score'],
      '! it stands within the anchor &b, and other places repeat it @5',
    ],
    ['a tag', 'a: !!str 4\n', ['a'], '! it carries the tag !!str @1'],
    ['several lines', 'x: 1\na: |\n  one\n  two\n', ['a'], '! it is a text of several lines @3'],
    ['a mapping', 'x: 1\na: {b: 1}\n', ['a'], '! it holds more than one value @2'],
    ['a broken file', 'a: 1\nb: [\n', ['a'], expect.stringMatching(/^! .* @\d/) as unknown as string],
  ])('%s', (_, before, path, reason) => {
    expect(written(before, path, number('5'))).toEqual(reason);
  });
});
