import { SIZES } from './texts.mjs';
import { idle, ms, openDocument, ratio, typeAndWatch, withWindow } from './window.mjs';

/** G9 to G11: a key to the updated preview, and the first preview, beside markdown-it with morphdom in the same window. */
export const previewSuite = {
  name: 'preview',
  title: 'key to updated preview, beside markdown-it with morphdom',
  run: ({ print }) =>
    withWindow({ print }, async (tools) => {
      const { page, texts } = tools;
      const results = [];
      for (const size of Object.keys(SIZES)) {
        const first = await openDocument(page, size);
        const ours = await typeAndWatch(tools, { content: '.cm-content', preview: '[aria-label="Preview"]' });
        await idle(page);
        const theirFirst = await page.evaluate((text) => globalThis.benchPeers.show(text, true), texts[size]);
        await idle(page);
        const peer = await typeAndWatch(tools, {
          content: '[data-peers] .cm-content',
          preview: '[data-peers] [role=document]',
          keys: size === '5 MB' ? 20 : 40,
        });
        await page.evaluate(() => globalThis.benchPeers.close());
        print(
          `  ${size.padEnd(7)} preview p50 ${ms(ours.previewed?.p50)} p95 ${ms(ours.previewed?.p95)}  peer ${ms(peer.previewed?.p50)} ${ms(peer.previewed?.p95)}  p95 ${ratio(ours.previewed?.p95, peer.previewed?.p95)}  work ${ms(ours.work?.p50)} ${ms(ours.work?.p95)} peer ${ms(peer.work?.p50)} ${ms(peer.work?.p95)} p95 ${ratio(ours.work?.p95, peer.work?.p95)}  first ${ms(first)} peer ${ms(theirFirst)} ${ratio(first, theirFirst)}  tasks over 50 ms: ${ours.long.count}, peer ${peer.long.count}`,
        );
        results.push({ size, first, ours, theirFirst, peer });
      }
      return results;
    }),
};
