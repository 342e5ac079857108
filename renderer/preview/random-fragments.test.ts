import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../shared/util/seeded.test-support';
import { drawable } from './drawable';
import { type RawPlugin, renderMarkdown } from './pipeline';

/** `npm run torture` looks at a hundred times as many, from the seed that it prints; with a factor of its own at a quarter of a million for each. */
const FACTOR = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0);
const COUNT = FACTOR > 0 ? FACTOR * 250_000 : 10_000;
const SEED = Number(process.env['STAFFWRIGHT_SEED'] ?? 20240312);
const raw = rehypeRaw() as RawPlugin;

const TAGS =
  'a b p div span table tbody tr td th caption ul ol li dl dt dd pre code h1 h6 img input form button select option textarea title style script noscript template iframe object embed svg math mi mtext mglyph annotation-xml foreignObject desc title frameset body html head base link meta marquee details summary video audio plaintext xmp noembed nobr font center br hr wbr x-own'.split(
    ' ',
  );
const NAMES =
  'href src id name class style onclick onerror onload title alt target rel xlink:href srcset action formaction srcdoc data poster type value checked disabled dir lang align colspan rowspan start reversed open is slot background ping http-equiv content ONCLICK data-from data-to aria-label contenteditable'.split(
    ' ',
  );
const VALUES = [
  'x',
  'javascript:a()',
  'JAVASCRIPT&colon;a()',
  'java&#9;script:a()',
  ' \u0001javascript:a()',
  'data:text/html,x',
  'data:image/svg+xml,x',
  'file:///etc/passwd',
  '//example.org/x',
  'https://example.org/x',
  'mailto:a@example.org',
  '#root',
  'a/b.md',
  'language-js overlay',
  'callout',
  'checkbox',
  'position:fixed',
  '"><img src=x onerror=a()>',
  '&lt;script&gt;',
  '9999',
  '-1',
  '',
];
const WORDS = [
  'word ',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '# ',
  '| a | b |\n|---|---|\n',
  '`',
  '```js\n',
  '*',
  '**',
  '~~',
  '[',
  '](',
  ')',
  '![',
  '[^1]',
  '\n[^1]: ',
  '[x]: ',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!',
  '<',
  '>',
  '/>',
  '&amp;',
  '&#0;',
  '&#x3c;',
  '&lt',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\\',
  '"',
  "'",
  '=',
  ': ',
  '---\n',
  '[!NOTE]\n',
  'www.example.org ',
] as const;

/** A fragment of a few pieces, chosen by chance: half of them tags, some of them closed. */
function fragment(next: (below: number) => number): string {
  const one = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  let text = '';
  for (let left = 2 + next(7); left > 0; left--) {
    const choice = next(8);
    if (choice < 4) {
      text += `<${one(TAGS)}`;
      for (let attributes = next(4); attributes > 0; attributes--) {
        const quote = one(['"', "'", '']);
        text += `${one([' ', '/', '\n', '\t'])}${one(NAMES)}=${quote}${one(VALUES)}${quote}`;
      }
      text += one(['>', '>', '>', '/>', '']);
    } else if (choice === 4) text += `</${one(TAGS)}>`;
    else if (choice === 5) text += `[a](${one(VALUES)} "${one(VALUES)}")`;
    else text += one(WORDS);
  }
  return text;
}

const ALLOWED_TAGS = new Set(
  'a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'.split(
    ' ',
  ),
);
const ALLOWED_NAMES = new Set(
  'href src title alt type checked disabled className value start reversed open align colSpan rowSpan scope lang dir dataFrom dataTo ariaLabel'.split(
    ' ',
  ),
);
const SAFE_ADDRESS = /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i;
const OUR_CLASS =
  /^(?:language-\S+|callout(?:-[a-z]+)?|footnotes?|footnote-(?:ref|back|number)|contains-task-list|task-list-item)$/;

/** What a tree holds that is on none of the lists. The lists are this test's own: neither the sanitizer's nor the page's. */
function beyond(node: Nodes, found: string[] = []): string[] {
  if (node.type !== 'root' && node.type !== 'element' && node.type !== 'text') found.push(`a ${node.type}`);
  if (node.type === 'element') {
    const { tagName, properties } = node as Element;
    if (!ALLOWED_TAGS.has(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (!ALLOWED_NAMES.has(name)) found.push(`${name} on <${tagName}>`);
      if ((name === 'href' || name === 'src') && !SAFE_ADDRESS.test(String(value)))
        found.push(`${name}=${value}`);
      if (name === 'type' && value !== 'checkbox') found.push(`type=${value}`);
      if (name === 'className' && !(value as string[]).every((one) => OUR_CLASS.test(one)))
        found.push(`class=${value}`);
    }
  }
  if ('children' in node) for (const child of node.children) beyond(child, found);
  return found;
}

const parsed = (html: string): Root =>
  raw({ type: 'root', children: [{ type: 'raw', value: html } as never] });

describe('random fragments', () => {
  it(`${COUNT} of them are within the list, drawn or read once more, and stay as they are from then on`, async () => {
    const next = seeded(SEED);
    let elements = 0;
    for (let i = 0; i < COUNT; i++) {
      const source = fragment(next);
      const root = await renderMarkdown(
        { id: i, type: 'Paragraph', source, indent: 0, definitions: '', footnotes: { '1': 1 } },
        async () => raw,
      );
      const html = toHtml(root);
      elements += html.split('<').length - 1;
      const again = parsed(html);
      const found = [...beyond(root), ...beyond(drawable(root)), ...beyond(again)];
      // Reading it a third time is the dearest look, so that not all of them get it.
      const once = i % 4 === 0 ? toHtml(again) : '';
      const twice = once === '' ? '' : toHtml(parsed(once));
      if (found.length > 0 || twice !== once)
        expect({ source, html, once, twice, found }).toEqual({ source, html, once, twice: once, found: [] });
    }
    // The fragments are no mere words: what is looked at has elements, more than one in each.
    expect(elements).toBeGreaterThan(COUNT);
  }, 3_600_000);

  it('what is on no list would be seen', () => {
    expect(
      beyond(parsed('<p id=x><a href="javascript:x">y</a><svg></svg><b onclick=x class=overlay>')),
    ).toEqual(['id on <p>', 'href=javascript:x', '<svg>', 'onClick on <b>', 'class=overlay']);
  });
});
