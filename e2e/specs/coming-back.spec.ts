import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { FromMain } from '../fixtures/from-main';
import { answerDialogs, expect, test } from '../fixtures/launch';
import { DECISION, decisionText, makeSmallKit } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

const LONG = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0;
const [CRASHES, HANGS] = LONG ? [100, 20] : [10, 2];
/** Words that stand nowhere else: in a text, a name, a search, a dictionary, an error. */
const CANARY = 'zyxomphalos';
const NAME = `${CANARY}-notes.md`;

type Asked = typeof globalThis & { staffwrightAsked?: string[] };

/** Answers questions with their last button and keeps what they said. */
async function answerLast(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    (globalThis as Asked).staffwrightAsked = asked;
    dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
      asked.push(options.message);
      return { response: (options.buttons?.length ?? 1) - 1, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  return () => app.evaluate(() => (globalThis as Asked).staffwrightAsked ?? []);
}

test('a window that crashes or hangs is back with its text, and what is logged holds no word of anybody', async ({
  launch,
  workDir,
  userDataDir,
}) => {
  test.setTimeout(LONG ? 3_600_000 : 180_000);
  const kit = await makeSmallKit(workDir, {
    [DECISION]: decisionText('## Notes\n\nWords.\n'),
    [NAME]: `# About ${CANARY}\n`,
  });
  const { app, window, output } = await launch({ args: ['--open', kit] });
  const studio = new StudioPage(window);
  const page = new FromMain(app);
  const asked = await answerLast(app);
  await studio.ready();
  await studio.openFile(NAME);
  await window.evaluate(async (word) => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's bridge, whose types are the application's own.
    await (globalThis as any).staffwright.settings.write({ words: [word] });
    setTimeout(() => {
      throw new RangeError(`${word} was not expected`);
    });
    void Promise.reject(new Error(word));
  }, CANARY);
  const preview = () => window.workers().find((worker) => worker.url().includes('render.worker'));
  await expect.poll(() => preview() !== undefined).toBe(true);
  await preview()?.evaluate((word) => void Promise.reject(new TypeError(word)), CANARY);
  await window.keyboard.press('ControlOrMeta+Shift+f');
  await window.keyboard.type(CANARY);
  await expect(studio.navigator).toContainText('1 match');

  const written: string[] = [];
  const write = async (word: string) => {
    written.push(word);
    await page.type(` ${word}`);
    await expect.poll(() => page.text(), { timeout: 20_000 }).toContain(word);
    // A typed word is on its way to the disk within 0.7 s.
    await new Promise((resolve) => setTimeout(resolve, 800));
  };
  /** Milliseconds until all that was written is in sight again. */
  const back = async () => {
    const since = performance.now();
    const missing = async () => {
      const text = await page.text();
      return written.filter((word) => !text.includes(word));
    };
    await expect.poll(missing, { timeout: 30_000, intervals: [50] }).toEqual([]);
    return performance.now() - since;
  };

  const took: number[] = [];
  for (let crash = 1; crash <= CRASHES; crash++) {
    await write(`${CANARY}${crash}`);
    await page.crash();
    took.push(await back());
    if (!LONG)
      expect(await page.address(), `after crash ${crash}`).toMatch(crash < 3 ? /index\.html$/ : /\?safe$/);
  }
  if (!LONG) {
    const shown = "document.body.innerText.includes('Safe mode: the preview is off')";
    await expect.poll(() => page.ask(shown)).toBe(true);
    await page.ask(
      "[...document.querySelectorAll('button')].find((one) => one.textContent === 'Switch the Preview On')?.click()",
    );
    await expect.poll(() => page.ask(shown)).toBe(false);
  }

  for (let hang = 1; hang <= HANGS; hang++) {
    await write(`${CANARY}hang${hang}`);
    await page.hang();
    await expect.poll(async () => (await asked()).length, { timeout: 60_000, intervals: [100] }).toBe(hang);
    took.push(await back());
  }
  expect(new Set(await asked())).toEqual(new Set(['The window does not answer']));
  const slowest = took.toSorted((a, b) => a - b);
  console.log(`back after ${slowest.map((time) => `${Math.round(time)}`).join(', ')} ms`);
  expect(slowest[Math.floor(slowest.length / 2)], 'half of them').toBeLessThan(3000);

  await test.step('the log and a report tell what happened, and nothing that was written', async () => {
    const target = join(workDir, 'report.json');
    await answerDialogs(app, { save: target });
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.saveReport')?.click());
    await expect.poll(() => readFile(target, 'utf8').catch(() => '')).toContain('staffwright-crash-report');
    const report = JSON.parse(await readFile(target, 'utf8'));
    expect(report.counts).toMatchObject({ pageCrashes: CRASHES + HANGS, pageHangs: HANGS });
    expect(report.settings['words.count']).toBe(1);
    const logs = await readdir(join(userDataDir, 'logs'));
    const texts = await Promise.all(logs.map((name) => readFile(join(userDataDir, 'logs', name), 'utf8')));
    const all = [...texts, await readFile(target, 'utf8'), output.join('\n')].join('\n');
    expect(all).toMatch(/error page-error what=exception error=RangeError/);
    expect(all).toMatch(/error page-error what=promise error=Error/);
    expect(all).toMatch(/error page-error what=worker error=TypeError/);
    expect(all).toMatch(/page-gone reason=\S+ exitCode=-?\d+ safe=true/);
    expect(all).toContain('page-reloaded');
    expect(all).not.toContain(CANARY);
    // The engine writes no dump either: it would hold the texts that were in memory.
    const files = await readdir(userDataDir, { recursive: true });
    expect(files.filter((name) => /\.dmp$/.test(name))).toEqual([]);
  });
});
