import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import { describe, expect, it } from 'vitest';
import { REFUSED_LINK } from '../../shared/preview/refused-links';
import { type RawPlugin, renderMarkdown } from './pipeline';

async function html(
  source: string,
  definitions = '',
  footnotes: Readonly<Record<string, number>> = {},
): Promise<string> {
  const root = await renderMarkdown(
    { id: 1, type: 'Paragraph', source, indent: 0, definitions, footnotes },
    async () => rehypeRaw() as RawPlugin,
  );
  return toHtml(withoutPlaces(root)).replace(/\n/g, '');
}

function withoutPlaces<T extends Nodes>(node: T): T {
  if (node.type === 'element') {
    const { dataFrom: _from, dataTo: _to, ...properties } = (node as Element).properties;
    (node as Element).properties = properties;
  }
  if ('children' in node) for (const child of node.children) withoutPlaces(child);
  return node;
}

describe('what leaves the sanitizer', () => {
  it.each([
    ['a script', '<script>alert(1)</script>ok', '<p>ok</p>'],
    ['a handler', '<img src="a.png" onerror="alert(1)" alt="x">', '<img src="a.png" alt="x">'],
    ['a javascript link', '[x](javascript:alert(1))', `<p><span title="${REFUSED_LINK}">x</span></p>`],
    [
      'a javascript link spelled with entities',
      '[x](java&#115;cript:alert(1))',
      `<p><span title="${REFUSED_LINK}">x</span></p>`,
    ],
    ['a data link', '[x](data:text/html,hi)', `<p><span title="${REFUSED_LINK}">x</span></p>`],
    ['a file link', '[x](file:///etc/passwd)', `<p><span title="${REFUSED_LINK}">x</span></p>`],
    ['a mark without an address', '<a>x</a>', '<p><a>x</a></p>'],
    ['a colon in a path', '[x](a/b:c.md)', '<p><a href="a/b:c.md">x</a></p>'],
    ['style and id', '<p id="root" style="position:fixed" class="x">a</p>', '<p>a</p>'],
    ['a frame', '<iframe src="https://example.org"></iframe>after', '<p>after</p>'],
    ['SVG', '<svg><script>1</script><a href="x">y</a></svg>after', '<p>after</p>'],
    ['a form', '<form action="x"><input type="text" name="a"><button>b</button></form>', 'b'],
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=x">a', '<p>a</p>'],
    ['base', '<base href="https://example.org/">a', '<p>a</p>'],
  ])('has no %s', async (_name, source, expected) => {
    const out = await html(source);
    expect(out).not.toMatch(
      /<(?:script|iframe|svg|style|form|meta|base|button)|onerror|javascript:|data:|file:|style=|\bid=/i,
    );
    expect(out.replace(/<input[^>]*>/g, '').replace(/<\/?p>/g, '')).toBe(expected.replace(/<\/?p>/g, ''));
  });

  it('keeps what people write in Markdown', async () => {
    expect(await html('A *b* **c** ~~d~~ `e` [f](g.md "h") <kbd>i</kbd>')).toBe(
      '<p>A <em>b</em> <strong>c</strong> <del>d</del> <code>e</code> <a href="g.md" title="h">f</a> <kbd>i</kbd></p>',
    );
    expect(await html('| a | b |\n|:-:|--:|\n| 1 | <br>2 |')).toContain('<td align="right"><br>2</td>');
    expect(await html('- [x] done\n- [ ] open')).toContain(
      '<input type="checkbox" checked disabled aria-label="done">',
    );
    expect(await html('```yaml\na: 1\n```')).toBe('<pre><code class="language-yaml">a: 1</code></pre>');
  });
});

describe('callouts', () => {
  it('have a written title', async () => {
    expect(await html('> [!WARNING]\n> Mind the gap.')).toBe(
      '<div class="callout callout-warning"><p class="callout-title">Warning</p><p>Mind the gap.</p></div>',
    );
    expect(await html('> [!note] \n> One\n>\n> Two')).toContain('<p class="callout-title">Note</p>');
  });

  it('are ordinary quotes without a known name', async () => {
    expect(await html('> [!FOO]\n> x')).toMatch(/^<blockquote>/);
  });
});

describe('definition lists', () => {
  it('are terms with what explains them', async () => {
    expect(await html('Lag\n: Time *behind*.\n: In minutes.')).toBe(
      '<dl><dt>Lag</dt><dd>Time <em>behind</em>.</dd><dd>In minutes.</dd></dl>',
    );
  });
});

describe('boxes of tasks', () => {
  it('know their item, and are named by its own words', async () => {
    const root = await renderMarkdown(
      {
        id: 1,
        type: 'BulletList',
        source: '- a\n- [ ] **one** task\n  - [x] inner',
        indent: 0,
        definitions: '',
        footnotes: {},
      },
      async () => rehypeRaw() as RawPlugin,
    );
    const boxes = [...toHtml(root).matchAll(/<input[^>]*data-from="(\d+)"[^>]*aria-label="([^"]*)"/g)];
    expect(boxes.map(([, from, name]) => [Number(from), name])).toEqual([
      [4, 'one task'],
      [25, 'inner'],
    ]);
  });
});

describe('references across blocks', () => {
  it('resolve by the definitions that are handed over, which are not drawn', async () => {
    expect(await html('See [the RFC][rfc].', '[rfc]: RFC-042.md')).toBe(
      '<p>See <a href="RFC-042.md">the RFC</a>.</p>',
    );
  });

  it('number footnotes by the document, not by the block', async () => {
    expect(await html('So[^cost].', '[^cost]: .', { cost: 3 })).toBe(
      '<p>So<sup><a href="#fn-cost" class="footnote-ref">3</a></sup>.</p>',
    );
    expect(await html('[^cost]: In USD.', '', { cost: 3 })).toContain(
      '<a href="#fnref-cost" title="Back to the text" class="footnote-back">3.</a>',
    );
  });
});

describe('places', () => {
  it('are offsets into the block', async () => {
    const root = await renderMarkdown(
      { id: 1, type: 'BulletList', source: '- one\n- two', indent: 0, definitions: '', footnotes: {} },
      async () => rehypeRaw() as RawPlugin,
    );
    expect(toHtml(root)).toContain('<li data-from="6" data-to="11">two</li>');
  });
});
