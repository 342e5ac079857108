import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../markdown';

/** What a reader of the document sees of it. */
function shape(text: string) {
  const { links, plain, codeBlocks } = parseMarkdown(text);
  return {
    links: links.map(({ text: words, url }) => `${words}→${url}`),
    plain: plain.replace(/\s+/g, ' ').trim(),
    code: codeBlocks.length,
  };
}

describe('what a person writes is read as always', () => {
  it.each([
    ['[a](b "c") and [d][e]\n\n[e]: f', ['a→b', 'd→f']],
    ['[a](<b c>) ![d](e (f))', ['a→b c', 'd→e']],
    ['`[a](b)` <!-- [c](d) --> <a href="x">[e](f)</a>', ['e→f']],
  ])('%j', (text, links) => {
    expect(shape(text).links).toEqual(links);
  });

  it('four hundred links in one paragraph, and as many bold words and pieces of code', () => {
    const links = Array.from({ length: 400 }, (_, i) => `[part ${i}](part-${i}.md "Part")`).join(' ');
    expect(shape(links).links).toHaveLength(400);
    expect(shape('**bold** word '.repeat(400)).plain).not.toContain('*');
    expect(shape('`code` <br> '.repeat(400)).plain).not.toMatch(/[`<]/);
    expect(shape('``a ` b`` and `c').plain).toBe('a ` b and `c');
    expect(parseMarkdown('a  \nb').plain).toBe('a  \nb');
  });
});

describe('what nobody writes takes the time of its length', () => {
  const texts: readonly (readonly [string, (n: number) => string])[] = [
    ...[
      '[',
      '![',
      '](',
      '[a](',
      '[a][b] ',
      '[x] ',
      '[a](b "',
      '[a](b (',
      '[a](<',
      '*_',
      '*a ',
      '**a',
      'a**b',
      '~~a ',
    ].map(pumped),
    ...['`', '``a', '<', '<!--', '<?', '<![CDATA[', '<a b="', ' ', 'www.a.b ', 'http://a.b('].map(pumped),
    ['brackets in brackets', (n) => `${'['.repeat(n / 2)}a${']'.repeat(n / 2)}`],
    ['stars around a word', (n) => `${'*'.repeat(n / 2)}a${'*'.repeat(n / 2)}`],
    ['bold in bold', (n) => '**a '.repeat(n / 8) + 'a** '.repeat(n / 8)],
    ['a link definition that never ends', (n) => `[a\n${'b\n'.repeat(n / 2)}`],
  ];

  it.each(texts)(
    '%s',
    (_, make) => {
      const text = make(200_000);
      const start = process.cpuUsage();
      expect(parseMarkdown(text).plain).toHaveLength(text.length);
      // Each of them took from several seconds to minutes, or ended with an overflow of the stack.
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2.5);
    },
    30_000,
  );
});

function pumped(fragment: string): readonly [string, (n: number) => string] {
  return [`repeated ${JSON.stringify(fragment)}`, (n) => `x ${fragment.repeat(n / fragment.length)} x`];
}
