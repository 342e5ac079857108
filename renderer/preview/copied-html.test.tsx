import type { Root } from 'hast';
import { afterEach, expect, it } from 'vitest';
import { render, type Rendered as Shown } from '../ui/render.test-support';
import { BlockContent } from './BlockContent';
import { copiedHtml } from './copied-html';
import { answer } from './render-loop';

let shown: Shown | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

/** What is copied when everything that is drawn of a text is selected. */
async function copied(source: string): Promise<string> {
  const job = { id: 1, type: 'Paragraph', source, indent: 0, definitions: '', footnotes: {} };
  const message = await answer({ type: 'render', job });
  if (message.type !== 'rendered' || message.result.kind !== 'content') throw new Error('Nothing was drawn');
  const result: { kind: 'content'; root: Root } = message.result;
  shown = await render(<BlockContent result={result} source={() => source} />);
  const range = document.createRange();
  range.selectNodeContents(shown.container);
  return copiedHtml(range.cloneContents()).replace(/\n/g, '');
}

it('a passage is copied with its structure and without the look of the window', async () => {
  const html = await copied(
    '## A *heading*\n\n- [x] done\n- [ ] [open](other.md) and [out](https://a.example/?a=1&b=2)\n\n| a | b |\n| - | -: |\n| 1 | `<2>` |\n\n![A picture](x.png)\n\n```ts\nconst a = 1;\n```\n',
  );
  expect(html).toContain('<h2>A <em>heading</em></h2>');
  expect(html).toMatch(/<li>☑ \s*done<\/li>/);
  expect(html).toMatch(/☐ \s*open and <a href="https:\/\/a\.example\/\?a=1&amp;b=2">out<\/a>/);
  expect(html).toContain('<code style="font-family: monospace">&lt;2&gt;</code>');
  expect(html).toMatch(/<td style="[^"]*text-align: right">/);
  expect(html).toContain('const a = 1;');
  expect(html).toContain('A picture');
  expect(html).not.toMatch(/class=|data-|<button|<span|<div|<svg|var\(/);
});

it('hostile words stay words', async () => {
  expect(await copied('`<img src=x onerror=alert(1)>` & "quotes"')).toBe(
    '<p><code style="font-family: monospace">&lt;img src=x onerror=alert(1)&gt;</code> &amp; &quot;quotes&quot;</p>',
  );
});
