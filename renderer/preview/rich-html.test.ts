import rehypeRaw from 'rehype-raw';
import { describe, expect, it } from 'vitest';
import type { RawPlugin } from './pipeline';
import { richHtml } from './rich-html';

const html = async (source: string) =>
  (await richHtml(source, async () => rehypeRaw() as RawPlugin)).replace(/\n/g, '');

describe('rich text for the clipboard', () => {
  it('has headings, emphasis and tables that other programs show', async () => {
    const out = await html('---\nid: A\n---\n# T\n\n**b** `c`\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n');
    expect(out).toMatch(
      /^<h1>T<\/h1><p><strong>b<\/strong> <code style="font-family: monospace">c<\/code><\/p><table style=/,
    );
    expect(out).toContain('text-align: right">2</td>');
    expect(out).not.toContain('id: A');
  });

  it('keeps links to the world, and makes words of links within the kit, pictures and boxes', async () => {
    expect(await html('[a](https://x.org) [*b*](c.md) ![d](e.png) ![](f.png)')).toBe(
      '<p><a href="https://x.org">a</a> <em>b</em> [d] [picture]</p>',
    );
    expect(await html('- [x] done\n- [ ] open')).toMatch(/>☑ done<.*>☐ open</);
  });

  it('numbers footnotes and writes nothing of the studio into the page', async () => {
    const out = await html('A[^b] B[^a] C[^b].\n\n[^a]: One.\n\n[^b]: Two.\n');
    expect(out).toContain('A<sup>1</sup> B<sup>2</sup> C<sup>1</sup>.');
    expect(out).not.toMatch(/data-|aria-label/);
  });

  it('lets nothing through that the preview would not', async () => {
    expect(await html('a <img src=x onerror=alert(1) alt=y> [z](javascript:1)\n\n<script>1</script>')).toBe(
      '<p>a [y] z</p>',
    );
  });
});
