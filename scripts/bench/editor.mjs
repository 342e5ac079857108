import { SIZES } from './texts.mjs';
import { idle, ms, openDocument, ratio, typeAndWatch, withWindow } from './window.mjs';

/** G12: a key to its painted letter, with preview, spelling and checking on, beside a bare CodeMirror 6 in the same window. */
export const editorSuite = {
  name: 'editor',
  title: 'key to painted letter, beside a bare CodeMirror 6',
  run: ({ print }) =>
    withWindow({ print }, async (tools) => {
      const { page, texts } = tools;
      const results = [];
      for (const size of Object.keys(SIZES)) {
        await openDocument(page, size);
        const ours = await typeAndWatch(tools, {
          content: '.cm-content',
          preview: '[aria-label="Preview"]',
          profile: true,
        });
        await idle(page);
        await page.evaluate((text) => globalThis.benchPeers.show(text, false), texts[size]);
        await idle(page);
        const bare = await typeAndWatch(tools, {
          content: '[data-peers] .cm-content',
          preview: '[data-none]',
        });
        await page.evaluate(() => globalThis.benchPeers.close());
        print(
          `  ${size.padEnd(7)} painted p50 ${ms(ours.painted?.p50)} p95 ${ms(ours.painted?.p95)}  bare ${ms(bare.painted?.p50)} ${ms(bare.painted?.p95)}  p95 ${ratio(ours.painted?.p95, bare.painted?.p95)}  work ${ms(ours.work?.p50)} ${ms(ours.work?.p95)} bare ${ms(bare.work?.p50)} ${ms(bare.work?.p95)}  tasks over 50 ms: ${ours.long.count} (longest ${ours.long.longest}), bare ${bare.long.count}`,
        );
        for (const reason of ours.reasons ?? [])
          print(`      ${reason.ms} ms: ${reason.in.slice(0, 5).join('; ')}`);
        results.push({ size, ours, bare });
      }
      return results;
    }),
};
