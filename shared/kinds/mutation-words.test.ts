import { describe, expect, it } from 'vitest';
import { describeChange } from './text-change.test-support';
import { verdictChanges } from './verdict-changes.test-support';

describe('a change in words', () => {
  it.each([
    ['owner: Ana Ruiz\n', 'owner: Bo Lind\n', '“owner: Ana Ruiz” becomes “owner: Bo Lind”'],
    ['  due: "2024-03-29" # day\n', '  due: "soon" # day\n', '“due: "2024-03-29"” becomes “due: "soon"”'],
    ['a b\n', 'a new b\n', 'adds “new”'],
    ['a old b\n', 'a b\n', 'takes out “old”'],
    ['a: 1\nb: 1\nc: 1\n', 'a: 2\nb: 1\nc: 2\n', '“a: 1” becomes “a: 2”, and 1 more line'],
    ['# A\n\n## B\n\ntext\n', '# A\n\n', 'takes out 3 lines from “## B”'],
    ['a: 1\nc: 1\n', 'a: 1\nb: 1\nc: 1\n', 'adds the line “b: 1”'],
    ['a\nb\nc\n', 'a\nx\n', '2 lines from “b” become the line “x”'],
    ['a\nb\n', 'a\r\nb\r\n', 'other line ends'],
  ])('%j to %j', (before, after, words) => expect(describeChange(before, after)).toBe(words));

  it('tells of whole files', () => {
    expect(describeChange(null, 'a')).toBe('the file is added');
    expect(describeChange('a', null)).toBe('the file is taken out');
  });
});

describe('what a change does to the verdicts', () => {
  const before = new Map([
    ['X-01', 'pass'],
    ['a.md A-1', 'pass'],
    ['a.md A-2', 'not-applicable'],
    ['b.md B-1', 'pass'],
    ['gone.md C-1', 'pass'],
  ]);

  it('names every other verdict, of any kind', () => {
    const now = new Map([
      ['X-01', 'fail'],
      ['a.md A-1', 'fail'],
      ['a.md A-2', 'pass'],
      ['b.md B-1', 'not-evaluated'],
      ['new.md C-1', 'pass'],
      ['new.md C-2', 'fail'],
    ]);
    const expected = ['A-1', 'A-2 pass', 'X-01', 'b.md B-1 not-evaluated', 'new.md C-2'];
    expect(verdictChanges(before, now, 'a.md')).toEqual(expected);
    expect(verdictChanges(before, before, 'a.md')).toEqual([]);
  });

  it('refuses a check that broke', () => {
    expect(() => verdictChanges(before, new Map([['X-01', 'error']]))).toThrow('X-01');
  });
});
