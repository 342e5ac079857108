import { SIZES } from './texts.mjs';
import { idle, openDocument, openWhole, showPreview, typeAndWatch, withWindow } from './window.mjs';

const OURS = { content: '.cm-content', preview: '[aria-label="Preview"]' };
const PEER = '[data-peers] .cm-content';
/** The peer takes more than a second for each key of the largest text. */
const FEW = { keys: 10, warm: 2 };

/** Tells what ran in long tasks. Sampling costs work of its own, so that the figures of such a run do not count. */
const PROFILE = process.env.STAFFWRIGHT_BENCH_PROFILE === '1';

let taken = null;

/**
 * Types into a document of each size, in one run: into the studio with its preview and without it; in a plain page, into a bare
 * CodeMirror 6 and into one with markdown-it and morphdom beside it. Both suites tell of the same run.
 */
export function measureWriting(options) {
  taken ??= withWindow(options, async (tools) => {
    const results = [];
    for (const size of Object.keys(SIZES)) results.push(await measureSize(tools, size));
    return results;
  });
  return taken;
}

async function measureSize(tools, size) {
  const { page, texts, beside } = tools;
  const first = await openDocument(page, size);
  const ours = await typeAndWatch(tools, { ...OURS, profile: PROFILE });
  await idle(page);
  await showPreview(page, false);
  const alone = await typeAndWatch(tools, { ...OURS, preview: '[data-none]' });
  await showPreview(page, true);
  await beside.front('plain');
  await beside.page.evaluate((text) => globalThis.benchPeers.show(text, false), texts[size]);
  await idle(beside.page);
  const bare = await typeAndWatch(beside, { content: PEER, preview: '[data-none]' });
  const theirFirst = await beside.page.evaluate(
    (text) => globalThis.benchPeers.show(text, true),
    texts[size],
  );
  await idle(beside.page);
  const peer = await typeAndWatch(beside, {
    content: PEER,
    preview: '[data-peers] [role=document]',
    ...(size === '5 MB' ? FEW : {}),
  });
  await beside.page.evaluate(() => globalThis.benchPeers.close());
  await beside.front('studio');
  const whole = await openWhole(page, size);
  return { size, first, whole, ours, alone, bare, theirFirst, peer };
}

/** What a preview adds to the work of a key: the difference of two runs, each of its own median and 95th percentile. */
export function shareOf(whole, without) {
  if (!whole.work || !without.work) return null;
  return { p50: whole.work.p50 - without.work.p50, p95: whole.work.p95 - without.work.p95 };
}
