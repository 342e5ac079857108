import { expect, test } from 'vitest';
import { Addresses } from './addresses';
import { html } from './html';
import { Listing } from './listing';
import { markdownToHtml } from './markdown-html';

const seen: string[] = [];
const sections: string[] = [];

async function print(
  text: string,
  addresses = new Addresses(),
  formulas?: (tex: string, why: string) => void,
): Promise<string> {
  seen.length = 0;
  sections.length = 0;
  const tables = new Listing('table');
  const ids: Record<string, string> = { 'part1/risks.json': 'a07', 'part1/rfc.md': 'a01' };
  const { markup } = await markdownToHtml(text, {
    path: 'part1/rfc.md',
    id: 'a01',
    artifactId: (path) => ids[path] ?? null,
    image: (path) => (path === 'part1/pixel.png' ? 'data:image/png;base64,AAAA' : null),
    figure: (source, title, section) => {
      seen.push(source);
      sections.push(section);
      return html`<figure id="figure-${seen.length}" class="upright"><figcaption>${title}</figcaption></figure>`;
    },
    table: (section) => tables.add(section, ''),
    addresses,
    formulas,
  });
  return markup;
}

/** Without the places that are measured for figures and tables to make room. */
const unmeasured = (markup: string) => markup.replace(/<span class="measured" id="[^"]*"><\/span>/g, '');

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
  expect(await print('[risks](risks.json)')).toContain(
    '<a href="#a07">risks</a><span class="page-ref" data-to="a07"></span>',
  );
  expect(await print('[risks](./risks.json#r-03)')).toContain(
    '<a href="#a07-r-03">risks</a><span class="page-ref" data-to="a07-r-03"></span>',
  );
  const twice = await print('[risks](risks.json) and [them](risks.json)\n\n[again](risks.json)');
  expect(twice.match(/page-ref/g)).toHaveLength(2);
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

test('addresses outside get the number under which the list at the end has them', async () => {
  const addresses = new Addresses();
  const out = await print(
    '[Kafka](https://kafka.apache.org/), [Flink](https://flink.apache.org/), [Kafka](https://kafka.apache.org/)',
    addresses,
  );
  expect(addresses.entries).toEqual([
    { number: 1, url: 'https://kafka.apache.org/' },
    { number: 2, url: 'https://flink.apache.org/' },
  ]);
  expect(
    [...out.matchAll(/href="#address-(\d)"(?: id="([^"]+)")?>\[\d\]/g)].map(([, n, id]) => [n, id]),
  ).toEqual([
    ['1', 'address-1-named'],
    ['2', 'address-2-named'],
    ['1', undefined],
  ]);
  expect(await print('[mail](mailto:a@example.org)')).toContain('(a@example.org)');
});

test('a Mermaid fence becomes the figure of its text', async () => {
  const out = await print('a\n\n```mermaid\n%% title: The path\nflowchart LR\n  a --> b\n```\n\nb');
  expect(seen).toEqual(['%% title: The path\nflowchart LR\n  a --> b\n']);
  expect(out).toContain('<figcaption>The path</figcaption></figure>');
  expect(out).not.toContain('<pre');
});

test('footnotes and their way back carry ids of their own artifact', async () => {
  const out = await print('A claim.[^1]\n\n[^1]: The source.');
  expect(out).toMatch(
    /<a href="#a01-fn-1"[^>]*id="a01-fnref-1"|<a [^>]*id="a01-fnref-1"[^>]*href="#a01-fn-1"/,
  );
  expect(out).toContain('id="a01-fn-1"');
  expect(out).toContain('href="#a01-fnref-1"');
  expect(out).toContain('<span class="page-ref back" data-to="a01-fnref-1"></span>');
  expect(out).toContain(
    '<span class="page-ref note" data-to="a01-fn-1" data-from="a01-fnref-1"></span></sup>',
  );
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
  expect(out).toContain('<table id="table-1" class="kept"><caption>Table 1</caption><colgroup>');
  expect(out).toContain('<td class="keep"><span class="keep">2024-03-12</span></td>');
});

test('what may fill the page before a figure is marked: blocks up to the next heading, and the ends to be measured', async () => {
  const out = await print(
    'before\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\none\n\n- two\n- three\n\n## Next\n\nno more\n',
  );
  expect(out).toContain('before<span class="measured" id="figure-1-before"></span></p>');
  expect(out).toContain('data-next="figure-1-next-1 figure-1-next-2 a01-next"');
  expect(out).toContain(
    '<p id="figure-1-next-1">one<span class="measured" id="figure-1-next-1-end"></span></p>',
  );
  expect(out).toMatch(/<li>three<span class="measured" id="figure-1-next-2-end"><\/span><\/li>/);
  expect(out).toContain('<p>no more</p>');
});

test('texts in Arabic or Hebrew run from right to left', async () => {
  const out = await print('שלום\n\nplain\n\n| مرحبا | b |\n|---|---|\n| 1 | 2 |\n');
  expect(out).toContain('<p dir="auto">שלום</p>');
  expect(unmeasured(out)).toContain('<p>plain</p>');
  expect(out).toContain('<th dir="auto">');
});

test('formulas are set where they are wanted, and only what can be', async () => {
  const text =
    'Rate $a_{n}^2 = 10 %$ at $5 or $6.\n\n$$\n\\frac{a}{b}\n$$\n\n| $x$ | R-04 |\n|---|---|\n| $\\nosuch$ | <math><mi>y</mi></math> |\n';
  const unset: string[] = [];
  const out = await print(text, undefined, (tex, why) => unset.push(`${tex}: ${why}`));
  expect(out).toMatch(/Rate <math><mrow><msubsup><mi>a<\/mi><mi>n<\/mi><mn>2<\/mn><\/msubsup>/);
  expect(unmeasured(out)).toMatch(
    /<p><math display="block"[^>]*><mfrac><mi>a<\/mi><mi>b<\/mi><\/mfrac><\/math><\/p>/,
  );
  expect(out).toContain('at $5 or $6.');
  // Within a formula nothing is kept whole or broken, and markup of a kit makes none.
  expect(out.match(/<math[\s\S]*?<\/math>/g)?.join('')).not.toMatch(/<span|<wbr/);
  expect(out.match(/<math/g)).toHaveLength(3);
  expect(out).toContain('<code class="language-math">\\nosuch</code>');
  expect(out).not.toContain('formula-problem');
  expect(unset).toHaveLength(1);
  expect(unset[0]).toBe('\\nosuch: Unsupported function name: \\nosuch');
  const named = await print(
    '## Odds $\\frac{p}{q}$\n\n```mermaid\nflowchart LR\n```\n',
    undefined,
    () => undefined,
  );
  expect(named).toContain('<mfrac>');
  expect(sections).toEqual(['Odds $\\frac{p}{q}$']);
  const plain = await print(text);
  expect(plain).toContain('Rate $a_{n}^2 = ');
  expect(plain).not.toContain('<math');
});
