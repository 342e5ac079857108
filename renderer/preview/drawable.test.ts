import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import { describe, expect, it } from 'vitest';
import { drawable } from './drawable';
import { type RawPlugin, renderMarkdown } from './pipeline';

const raw = rehypeRaw() as RawPlugin;

/** What is drawn of markup when no sanitizer stands before. */
function drawn(html: string): string {
  return toHtml(drawable(raw({ type: 'root', children: [{ type: 'raw', value: html } as never] })));
}

const EVERYTHING = `# Title

> [!WARNING]
> Mind *the* **gap**, ~~this~~ \`code\` and [a link](other.md "title"), [mail](mailto:a@example.org), <https://example.org/>.

- [x] done
- [ ] open
3. three

| a | b |
|:-:|--:|
| 1 | <br>2 |

Lag
: Time behind.

\`\`\`ts
const a = 1;
\`\`\`

![alt](a.png "title") A note[^1].

<details open><summary>More</summary><p lang="de" dir="ltr">x <kbd>K</kbd> <abbr title="y">z</abbr></p></details>
<table><tr><th scope="row" colspan="2" rowspan="2" align="left">h</th></tr></table>
<ol start="4" reversed><li value="7">x</li></ol>

[^1]: Words.
`;

describe('what is drawn', () => {
  it('is all that the sanitizer lets through', async () => {
    const clean = await renderMarkdown(
      { id: 1, type: 'Paragraph', source: EVERYTHING, indent: 0, definitions: '', footnotes: { '1': 1 } },
      async () => raw,
    );
    const before = toHtml(clean);
    expect(before.length).toBeGreaterThan(1000);
    expect(toHtml(drawable(clean))).toBe(before);
  });

  it.each([
    ['<script>a()</script>x', 'x'],
    ['<style>*{}</style>x', 'x'],
    ['<img src=a.png onerror=a()>', '<img src="a.png">'],
    [
      '<p style="position:fixed" class="overlay" id="root" onclick=a() contenteditable tabindex=1>x</p>',
      '<p>x</p>',
    ],
    ['<div class="callout overlay">x</div>', '<div>x</div>'],
    ['<a href="javascript:a()">x</a>', '<a>x</a>'],
    ['<a href="java&#9;script:a()">x</a>', '<a>x</a>'],
    ['<a href=" javascript:a()">x</a>', '<a>x</a>'],
    ['<a href="JAVASCRIPT:a()">x</a>', '<a>x</a>'],
    ['<a href="data:text/html,x" target=_top ping=x download>x</a>', '<a>x</a>'],
    ['<a href="file:///etc/passwd">x</a>', '<a>x</a>'],
    ['<a href="a/b:c.md#d:e">x</a>', '<a href="a/b:c.md#d:e">x</a>'],
    ['<iframe src=x></iframe><object data=x></object><embed src=x>x', 'x'],
    ['<form action=x><button>b</button></form>', ''],
    ['<svg><a href=x><text>y</text></a></svg>x', 'x'],
    [
      '<math><mi href="javascript:a()" style="x">y</mi><maction>z</maction></math>',
      '<math><mi>y</mi></math>',
    ],
    ['<math><mspace width="9999em"></mspace></math>', '<math><mspace></mspace></math>'],
    [
      '<math display="block"><mfrac linethickness="1.5px"><mn>1</mn><mn>2</mn></mfrac></math>',
      '<math display="block"><mfrac linethickness="1.5px"><mn>1</mn><mn>2</mn></mfrac></math>',
    ],
    ['<!-- x --><meta charset=x><base href=x><link rel=x>x', 'x'],
    ['<input type="image" src="https://example.org/">', '<input src="https://example.org/">'],
  ])('of %s is %s', (html, expected) => {
    expect(drawn(html)).toBe(expected);
  });

  it('ends where a page would break while it is laid out', () => {
    const deep = drawn(`${'<div><b>'.repeat(300)}x`);
    expect(deep.match(/<(?:div|b)>/g)).toHaveLength(120);
  });

  it('does not trust the shape of a tree', () => {
    const properties = {
      href: ['https://example.org/'],
      className: 'callout',
      __proto__: { title: 'x' },
      dataFrom: Number.NaN,
      open: 'open',
    } as unknown as Element['properties'];
    const root = {
      type: 'root',
      children: [
        { type: 'element', tagName: 'p', properties, children: [] },
        { type: 'raw', value: '<script>' },
        { type: 'element', tagName: 'constructor', properties: {}, children: [] },
      ],
    } as unknown as Root;
    expect(drawable(root).children).toEqual([
      { type: 'element', tagName: 'p', properties: {}, children: [] },
    ]);
    expect(drawable(root)).toBe(drawable(root));
  });
});
