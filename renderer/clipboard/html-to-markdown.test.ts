import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { markdownFrom } from './html-to-markdown';

describe('HTML of the clipboard', () => {
  it.each([
    [
      '<h2>Title</h2><p>Some <b>bold</b> and <i>soft</i> words.</p>',
      '## Title\n\nSome **bold** and *soft* words.',
    ],
    ['<ul><li>one<ul><li>two</li></ul></li></ul>', '- one\n  - two'],
    ['<ol start=3><li>c</li></ol>', '3. c'],
    ['<a href="https://a.example/x_(y)">x</a>', '[x](https://a.example/x_\\(y\\))'],
    ['<pre><code class="language-yaml">a: 1\n</code></pre>', '```yaml\na: 1\n```'],
    ['<blockquote>q</blockquote>', '> q'],
    [
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p>Plain <a href="mailto:a@b.example">mail</a></p></b>',
      'Plain [mail](mailto:a@b.example)',
    ],
    [
      '<table><tr><td>a</td><td>b|c</td></tr><tr><td>1<br>2</td><td><b>x</b></td></tr></table>',
      '| a   | b\\|c  |\n| --- | ----- |\n| 1 2 | **x** |',
    ],
    [
      '<p><img src="https://a.example/p.png" alt="A figure"> and</p>',
      '[A figure](https://a.example/p.png) and',
    ],
  ])('%s', (html, expected) => expect(markdownFrom(html)).toBe(expected));

  it('that is only text in colours, or nothing, is not converted', () => {
    expect(
      markdownFrom(
        '<meta charset="utf-8"><div style="white-space:pre"><span style="color:red">if (x)</span></div>',
      ),
    ).toBeNull();
    expect(markdownFrom('<b style="font-weight:normal"><span>text</span></b>')).toBeNull();
    expect(markdownFrom('<b></b>')).toBeNull();
    expect(markdownFrom('')).toBeNull();
  });

  it('of a spreadsheet becomes a table', () => {
    const html = `<html><head><style>td{color:red}</style></head><body><!--StartFragment--><table border=0><col width=64><tr height=20><td class=xl65>Risk</td><td>Owner</td></tr><tr><td>R-01</td><td>Ada</td></tr></table><!--EndFragment--></body></html>`;
    expect(markdownFrom(html)).toBe('| Risk | Owner |\n| ---- | ----- |\n| R-01 | Ada   |');
  });
});

/** Ways to run something, or to ask the network, that pages have tried. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<a href="vbscript:x">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="https://a.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="x.swf"></object>',
  '<embed src="x">',
  '<form action="https://a.example"><input type=text value=x><button>go</button></form>',
  '<style>@import "https://a.example/x.css"</style>',
  '<link rel=stylesheet href="https://a.example/x.css">',
  '<meta http-equiv=refresh content="0;url=https://a.example">',
  '<base href="https://a.example/">',
  '<p style="background:url(https://a.example)">x</p>',
  '<div onmouseover=alert(1)>x</div>',
  '<!--><script>alert(1)</script-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
  '<p>[x](javascript:alert(1))</p>',
  '<p>![x](https://a.example/track.png)</p>',
  '<a href="https://a.example/&quot;&gt;&lt;script&gt;">x</a>',
  '<table><tr><td>| x |</td></tr><tr><td><script>1</script>&lt;b&gt;</td></tr></table>',
  '<code>`` `<script>` </code>',
  '<pre>```\n<script>alert(1)</script>\n```</pre>',
  '<h1>--- \ntitle: x\n---</h1>',
  `<b>${'<b>'.repeat(500)}deep</b>`,
];

describe('hostile HTML stays data', () => {
  it.each(PAYLOADS.map((html) => [html]))('%s', (html) => {
    const written = markdownFrom(`<p><b>before</b></p>${html}<p>after</p>`) ?? '';
    const tree = unified().use(remarkParse).use(remarkGfm).parse(written);
    const found: string[] = [];
    visit(tree, (node) => {
      if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference')
        found.push(node.type);
      if (node.type === 'link' && !/^(?:https?|mailto):/.test(node.url)) found.push(node.url);
    });
    expect(found).toEqual([]);
  });
});
