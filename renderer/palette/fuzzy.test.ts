import { describe, expect, it } from 'vitest';
import { fuzzy, rank } from './fuzzy';

const names = [
  'Open Kit Folder',
  'Close Kit',
  'Save All',
  'Command Palette view palette',
  'Switch Light and Dark view theme',
];
const found = (query: string) => rank(query, names, (name) => name);

describe('fuzzy search', () => {
  it('finds by first letters of words and by parts', () => {
    expect(found('okf')[0]).toBe('Open Kit Folder');
    expect(found('pal')[0]).toBe('Command Palette view palette');
    expect(found('theme')).toEqual(['Switch Light and Dark view theme']);
  });

  it('does not take scattered letters for a hit', () => {
    expect(fuzzy('theme', 'Look Around the Worked Example kit openExample')).toBeNull();
    expect(found('xyz')).toEqual([]);
  });

  it('has first what begins with the query', () => {
    const [around, example] = ['Look Around the Worked Example', 'Worked Example'];
    expect(rank('worked ex', [around, example], (name) => name)).toEqual([example, around]);
  });

  it('keeps the order of equal hits and of an empty query', () => {
    expect(rank('rfc', ['b/rfc-1.md', 'a/rfc-2.md'], (name) => name)).toEqual(['b/rfc-1.md', 'a/rfc-2.md']);
    expect(found('')).toBe(names);
  });
});
