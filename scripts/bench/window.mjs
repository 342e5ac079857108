import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build } from '../build.mjs';
import { prepareElectron } from '../setup/electron.mjs';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { spread } from './measure.mjs';
import { peer } from './peers.mjs';
import { markdownOf, SIZES } from './texts.mjs';

/** Keys that are pressed into each document, after some that warm up. */
const KEYS = 50;
const WARM = 8;
/** Between two keys, in milliseconds: a fast writer. Work that takes longer is waited for. */
const PACE = 110;
/** What comes after typing (checking, spelling, the outline) still counts, in milliseconds. */
const AFTER = 2_000;

/** How a text ends whose preview is waited for to its end. */
const LAST = 'These are the very last words.';

/** A task of the main thread that is this busy counts, whatever else the machine does. In milliseconds of processor time. */
const BUSY = 50;

/** A real window of the studio, with a kit that holds a document of each size, or `files`, and the tools to measure it. */
export async function withWindow({ print, files }, work) {
  await build({ parts: ['electron', 'renderer'] });
  const peers = await scriptOf('window-peers.ts', [await peer('.')]);
  const watch = await scriptOf('key-watch.ts', []);
  const folder = mkdtempSync(join(tmpdir(), 'staffwright-bench-'));
  const kit = join(folder, 'kit');
  const texts = files
    ? {}
    : Object.fromEntries(Object.entries(SIZES).map(([name, length]) => [name, markdownOf(length)]));
  mkdirSync(kit);
  for (const name of ['kit.yaml', 'examples'])
    if (existsSync(inRepo(name))) cpSync(inRepo(name), join(kit, name), { recursive: true });
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(kit, 'examples', fileOf(name)), text);
    writeFileSync(join(kit, 'examples', fileOf(name, 'whole')), `${text}\n${LAST}\n`);
  }
  for (const [name, text] of Object.entries(files ?? {})) writeFileSync(join(kit, 'examples', name), text);
  const { runtime, switches, env, close } = await prepareElectron({ headless: true });
  const { _electron } = await import('@playwright/test');
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...clean } = env;
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...switches, repoRoot, `--user-data-dir=${join(folder, 'data')}`, '--open', kit],
    cwd: repoRoot,
    env: clean,
  });
  try {
    const page = await app.firstWindow();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await page.evaluate(watch);
    const beside = await openPeerPage(app, `${watch}\n${peers}`);
    await page
      .getByRole('contentinfo')
      .getByText(/checked|finding/i)
      .first()
      .waitFor({ timeout: 120_000 });
    print(`  load ${loadavg()[0].toFixed(1)}, Electron ${runtime.version}`);
    return await work({ page, cdp, texts, beside });
  } finally {
    await app.close().catch(() => undefined);
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A plain page of the same application for what we are measured beside, as large as the studio's: markup is written into it as text, which the
 * studio's own page refuses (trusted types). `front` shows it or the studio.
 */
async function openPeerPage(app, script) {
  const opened = app.waitForEvent('window');
  const ids = await app.evaluate(async ({ BrowserWindow }) => {
    const [studio] = BrowserWindow.getAllWindows();
    const plain = new BrowserWindow({
      ...studio.getBounds(),
      webPreferences: { sandbox: true, partition: 'bench' },
    });
    await plain.loadURL('about:blank');
    return { studio: studio.id, plain: plain.id };
  });
  const page = await opened;
  await page.evaluate(script);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const front = (which) =>
    app.evaluate(({ BrowserWindow }, id) => {
      const window = BrowserWindow.fromId(id);
      window.show();
      window.moveTop();
      window.webContents.focus();
    }, ids[which]);
  await front('studio');
  return { page, cdp, front };
}

export function fileOf(size, prefix = 'bench') {
  return `${prefix}-${size.toLowerCase().replace(' ', '')}.md`;
}

/** A script of the benchmark, to be run in the page. */
export async function scriptOf(name, nodePaths) {
  const { outputFiles } = await bundle({
    entryPoints: [inRepo('scripts', 'bench', name)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome114',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths,
  });
  return outputFiles[0].text;
}

/** Opens a file of the kit as a user would; when its tab is there, and when it was asked for by the clock of the page. */
export async function openFile(page, name) {
  const mod = process.platform === 'darwin' ? 'Meta' : 'Control';
  await page.keyboard.press(`${mod}+p`);
  const box = page
    .getByRole('dialog')
    .getByRole('searchbox')
    .or(page.getByRole('dialog').getByRole('combobox'))
    .first();
  await box.fill(name);
  const start = await page.evaluate(() => performance.now());
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name }).waitFor();
  return start;
}

/** Opens a document, puts the cursor into its middle, and waits until all that follows is done. Resolves with the time to the first preview. */
export async function openDocument(page, size) {
  await page.evaluate((name) => {
    globalThis.benchFirst = globalThis.benchWatch.first('[role="document"][aria-label="Preview"]', name);
  }, fileOf(size));
  const start = await openFile(page, fileOf(size));
  const first = (await page.evaluate(() => globalThis.benchFirst)) - start;
  await page
    .locator('.cm-content')
    .first()
    .click({ position: { x: 200, y: 5 } });
  for (let pages = 0; pages < 6; pages++) await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await idle(page);
  return first;
}

/**
 * The time to a first preview that has every block in the page: the studio's own, told that its screen is as tall as any text. Null when it takes
 * longer than `most`.
 */
export async function openWhole(page, size, most = 180_000) {
  const preview = '[role="document"][aria-label="Preview"]';
  await page.evaluate(
    ([selector, name, last]) => {
      const own = Object.getOwnPropertyDescriptor(Element.prototype, 'clientHeight');
      globalThis.benchScreen = own;
      Object.defineProperty(Element.prototype, 'clientHeight', {
        configurable: true,
        get() {
          return this.matches(selector) ? 1e9 : own.get.call(this);
        },
      });
      globalThis.benchFirst = globalThis.benchWatch.first(selector, name, last);
    },
    [preview, fileOf(size, 'whole'), LAST],
  );
  const start = await openFile(page, fileOf(size, 'whole'));
  const end = await page.evaluate(
    (limit) => Promise.race([globalThis.benchFirst, new Promise((done) => setTimeout(done, limit, null))]),
    most,
  );
  await page.evaluate(() => Object.defineProperty(Element.prototype, 'clientHeight', globalThis.benchScreen));
  await page.keyboard.press('ControlOrMeta+w');
  await page.getByRole('tab', { name: fileOf(size, 'whole') }).waitFor({ state: 'hidden', timeout: 120_000 });
  await idle(page);
  return end === null ? null : end - start;
}

/** Shows or hides the preview, and goes back to the text where it was. */
export async function showPreview(page, shown) {
  const toggle = page
    .getByRole('toolbar', { name: 'Companion panes' })
    .getByRole('button', { name: 'Preview', exact: true });
  if (((await toggle.getAttribute('aria-pressed')) === 'true') !== shown) await toggle.click();
  await page.locator('.cm-content').first().focus();
  await idle(page);
}

/** Waits until the page did nothing for a while. */
export async function idle(page, quiet = 1_500, most = 20_000) {
  await page.evaluate(
    ([still, limit]) =>
      new Promise((resolve) => {
        const end = performance.now() + limit;
        let last = performance.now();
        let calm = last;
        const look = () => {
          const now = performance.now();
          if (now - last > 40) calm = now;
          last = now;
          if (now - calm > still || now > end) resolve(undefined);
          else setTimeout(look, 10);
        };
        look();
      }),
    [quiet, most],
  );
}

/** Types letters into the editor that has the focus and tells what each cost. `profile`: also what ran in tasks over 50 ms. */
export async function typeAndWatch(
  { page, cdp },
  { content, preview, keys = KEYS, warm = WARM, profile = false },
) {
  await page.evaluate(([a, b]) => globalThis.benchWatch.start(a, b), [content, preview]);
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    // Processor time of the page's main thread, where the engine tells: it does not depend on what else the machine does.
    const time =
      metrics.find(({ name }) => name === 'ThreadTime') ??
      metrics.find(({ name }) => name === 'TaskDuration');
    return time.value * 1000;
  };
  const work = [];
  const letters = 'steady words of a fast writer ';
  if (profile) {
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
    await cdp.send('Profiler.start');
  }
  for (let n = 0; n < warm + keys; n++) {
    const before = await busy();
    const letter = letters[n % letters.length];
    const startedAt = Date.now();
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(Math.max(0, PACE - (Date.now() - startedAt)));
    work.push((await busy()) - before);
  }
  await page.waitForTimeout(AFTER);
  const { profile: taken } = profile ? await cdp.send('Profiler.stop') : { profile: null };
  const { keys: times, long } = await page.evaluate(() => globalThis.benchWatch.stop());
  const counted = times.slice(warm);
  return {
    painted: spread(counted.map(({ painted }) => painted)),
    previewed: spread(counted.map(({ previewed }) => previewed)),
    work: spread(work.slice(warm)),
    // By their processor time: of one key and the pause after it.
    busy: work.slice(warm).filter((value) => value > BUSY).length,
    long: { count: long.length, longest: Math.max(0, ...long.map(({ ms }) => ms)) },
    ...(taken ? { reasons: reasons(taken) } : {}),
  };
}

/** What ran longest in runs of samples over 50 ms without a pause: name and place of the functions that were on top and below. */
function reasons(profile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  );
  const idleNames = new Set(['(idle)', '(program)', '(root)']);
  const runs = [];
  let run = null;
  profile.samples.forEach((id, index) => {
    const delta = profile.timeDeltas[index];
    const name = nodes.get(id).callFrame.functionName;
    if (name === '(idle)') {
      run = null;
      return;
    }
    if (!run) {
      run = { ms: 0, by: new Map() };
      runs.push(run);
    }
    run.ms += delta / 1000;
    const seen = new Set();
    for (let node = id; node !== undefined; node = parents.get(node)) {
      const { functionName, url, lineNumber, columnNumber } = nodes.get(node).callFrame;
      if (idleNames.has(functionName)) continue;
      const place = `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}`;
      if (seen.has(place)) continue;
      seen.add(place);
      run.by.set(place, (run.by.get(place) ?? 0) + delta / 1000);
    }
  });
  return runs
    .filter(({ ms }) => ms > 50)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 6)
    .map(({ ms, by }) => ({
      ms: Math.round(ms),
      in: [...by]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 14)
        .map(([place, part]) => `${Math.round(part)} ms ${place}`),
    }));
}
