import { expect, test } from 'vitest';
import { html } from './html';
import { markdownToHtml } from './markdown-html';

const seen: string[] = [];

async function print(text: string): Promise<string> {
  seen.length = 0;
  const ids: Record<string, string> = { 'part1/risks.json': 'a07', 'part1/rfc.md': 'a01' };
  const { markup } = await markdownToHtml(text, {
    path: 'part1/rfc.md',
    id: 'a01',
    artifactId: (path) => ids[path] ?? null,
    image: (path) => (path === 'part1/pixel.png' ? 'data:image/png;base64,AAAA' : null),
    figure: (source, title) => {
      seen.push(source);
      return html`<figure><figcaption>${title}</figcaption></figure>`;
    },
  });
  return markup;
}

test('script, event handlers and script addresses are gone; their text stays readable', async () => {
  const out = await print(
    [
      'before <script>alert(1)</script> after',
      '<img src="pixel.png" onerror="alert(2)">',
      '<a href="javascript:alert(3)" onclick="alert(4)">one</a> [two](javascript:alert(5))',
      '<iframe src="https://example.org"></iframe><style>body{display:none}</style>',
      '<svg><script>alert(6)</script></svg>',
    ].join('\n\n'),
  );
  expect(out).not.toMatch(/<script|<iframe|<style|javascript:|onerror|onclick|alert\(/i);
  expect(out).toMatch(/before\s+after/);
  expect(out).toContain('one');
  expect(out).toContain('two');
});

test('links to printed artifacts lead to their page, also to a heading', async () => {
  expect(await print('[risks](risks.json)')).toContain('<a href="#a07">risks</a>');
  expect(await print('[risks](./risks.json#r-03)')).toContain('<a href="#a07-r-03">risks</a>');
  const own = await print('[below](#the-plan)\n\n## The plan\n');
  expect(own).toContain('<a href="#a01-the-plan">');
  expect(own).toContain('<h2 id="a01-the-plan">');
});

test('links to what is not printed lose the link and keep the words', async () => {
  for (const target of ['notes.md', '../outside.md', '../../etc/passwd', 'file:///etc/passwd']) {
    const out = await print(`see [the notes](${target})`);
    expect(out).not.toContain('href');
    expect(out).toContain('the notes');
  }
});

test('addresses outside are written out for paper, once', async () => {
  expect(await print('[Kafka](https://kafka.apache.org/)')).toContain('(https://kafka.apache.org/)');
  expect(await print('[kafka.apache.org](https://kafka.apache.org/)')).not.toContain('class="address"');
});

test('a Mermaid fence becomes the figure of its text', async () => {
  const out = await print('a\n\n```mermaid\n%% title: The path\nflowchart LR\n  a --> b\n```\n\nb');
  expect(seen).toEqual(['%% title: The path\nflowchart LR\n  a --> b\n']);
  expect(out).toContain('<figure><figcaption>The path</figcaption></figure>');
  expect(out).not.toContain('<pre');
});

test('footnotes and their way back carry ids of their own artifact', async () => {
  const out = await print('A claim.[^1]\n\n[^1]: The source.');
  expect(out).toMatch(
    /<a href="#a01-fn-1"[^>]*id="a01-fnref-1"|<a [^>]*id="a01-fnref-1"[^>]*href="#a01-fn-1"/,
  );
  expect(out).toContain('id="a01-fn-1"');
  expect(out).toContain('href="#a01-fnref-1"');
  expect(out).toContain('The source.');
});

test('the first title is left to the page head, later ones stay', async () => {
  const out = await print('# The title\n\ntext\n\n# Another\n');
  expect(out).not.toContain('The title');
  expect(out).toContain('Another</h1>');
});

test('pictures of the kit are embedded, others are named instead of fetched', async () => {
  expect(await print('![a pixel](pixel.png)')).toContain('src="data:image/png;base64,AAAA"');
  const outside = await print('![a logo](https://example.org/logo.png)');
  expect(outside).not.toContain('example.org');
  expect(outside).toContain('[Picture not shown: a logo]');
});

test('tables keep short values whole and short tables together', async () => {
  const out = await print('| Due | What |\n|---|---|\n| 2024-03-12 | a text that may well be broken |\n');
  expect(out).toContain('<table class="kept">');
  expect(out).toContain('<td class="keep"><span class="keep">2024-03-12</span></td>');
});
