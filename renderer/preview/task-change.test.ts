import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { taskChange } from './task-change';

function toggled(text: string, item: string): string | null {
  const change = taskChange(Text.of(text.split('\n')), text.indexOf(item));
  return change && text.slice(0, change.from) + change.insert + text.slice(change.to);
}

describe('ticking a task', () => {
  it.each([
    ['an open one', '- [ ] a\n- [x] b', '- [ ]', '- [x] a\n- [x] b'],
    ['a done one', '- [ ] a\n- [x] b', '- [x]', '- [ ] a\n- [ ] b'],
    ['a capital X', '* [X] a', '* [X]', '* [ ] a'],
    ['a numbered one', '12.   [ ] a [ ] b', '12.', '12.   [x] a [ ] b'],
    ['one in a quote', '> - [ ] a', '- [', '> - [x] a'],
    ['one in a list in a list', '- - [ ] a', '- - [', '- - [x] a'],
  ])('changes one character of %s', (_name, text, item, expected) => {
    expect(toggled(text, item)).toBe(expected);
  });

  it.each([
    ['an item without a box', '- a [ ] b', '- a'],
    ['a link', '- [x](y.md)', '- [x]'],
    ['a place after the end', '- [ ] a', 'nothing'],
  ])('leaves %s alone', (_name, text, item) => {
    const at = text.indexOf(item);
    expect(taskChange(Text.of(text.split('\n')), at < 0 ? 999 : at)).toBeNull();
  });
});
