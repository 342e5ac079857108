import { describe, expect, it } from 'vitest';
import { folderNameProblem } from './folder-name';

describe('the name of a folder', () => {
  it.each(['packet', 'My packet (2)', 'Pakét', '文書', 'a.b', 'x'.repeat(60)])('may be %s', (name) => {
    expect(folderNameProblem(name)).toBeNull();
  });

  it.each([
    ['', 'it has no name'],
    ['a/b', 'its name holds a slash'],
    ['..', 'its name starts with a dot'],
    ['.git', 'its name starts with a dot'],
    ['a\\b', 'its name holds a backslash'],
    ['C:', 'its name holds a colon'],
    ['a\0b', 'its name holds a control character'],
    ['packet.', 'its name ends with a dot or a blank'],
    ['packet ', 'its name ends with a dot or a blank'],
    ['NUL', 'its name is that of a device'],
    ['com1.md', 'its name is that of a device'],
    ['why?', 'Windows has no such names'],
    ['x'.repeat(61), 'its name is longer than 60 characters'],
  ])('cannot be %j', (name, problem) => {
    expect(folderNameProblem(name)).toBe(problem);
  });
});
