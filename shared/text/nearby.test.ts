import { expect, it } from 'vitest';
import { parseMarkdown } from './markdown';
import { wordsNearby } from './nearby';

const doc = parseMarkdown(
  'one two three four\n\nfirst\n\nsee [it](a.md)\n\n```x\ncode\n```\n\nafter that\n\n| [in a table](b.md) |\n| --- |\n\nlast words stand here\n\n| [at the end](c.md) |\n| --- |\n',
);
const around = (url: string, reach: number) =>
  wordsNearby(doc, reach)(doc.links.find((l) => l.url === url)!.span);

it.each([
  ['a.md', 0, 2],
  ['a.md', 1, 2],
  ['a.md', 2, 4],
  ['b.md', 0, 0],
  ['b.md', 1, 4],
  ['c.md', 1, 4],
  ['c.md', 2, 4],
])('%s with %i paragraphs either side: %i words', (url, reach, count) =>
  expect(around(url, reach)).toBe(count),
);

it('a fence has no paragraph of its own', () => {
  expect(wordsNearby(doc, 1)(doc.codeBlocks[0]!.span)).toBe(2);
});

it('a text without paragraphs explains nothing', () => {
  expect(wordsNearby(parseMarkdown('# Title\n'), 2)({ from: 0, to: 7 })).toBe(0);
});
