import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FromMain } from '../fixtures/from-main';
import { expect, type RunningApp, test } from '../fixtures/launch';
import { DECISION, decisionText, makeSmallKit } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

/** Ends the program in its own way. */
type Way = (running: RunningApp, child: ChildProcess) => Promise<unknown>;

const closeWindow = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => {
    setTimeout(() =>
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.close(),
    );
  });
const quit = ({ app }: RunningApp) =>
  app.evaluate(({ app: running }) => {
    setTimeout(() => running.quit());
  });
const signal =
  (name: NodeJS.Signals): Way =>
  async (_running, child) =>
    child.kill(name);

const WAYS: Readonly<Record<string, Way>> = {
  'closing the window': closeWindow,
  quitting: quit,
  SIGTERM: signal('SIGTERM'),
  SIGINT: signal('SIGINT'),
  SIGHUP: signal('SIGHUP'),
  'logging off': ({ app }) =>
    app.evaluate(({ powerMonitor }) => {
      setTimeout(() => powerMonitor.emit('shutdown', { preventDefault: () => undefined }));
    }),
  'closing a window that hangs': async (running) => {
    await new FromMain(running.app).hang();
    await closeWindow(running);
  },
  'quitting with a page that just died': async (running, child) => {
    await new FromMain(running.app).crash();
    child.kill('SIGTERM');
  },
};

/** Of a page that does not answer it is waited for the end of its patience, and a moment to end. */
const LONGEST_MS = 8000;

test('however it is ended, nothing is lost of what was typed, is being saved, or stands against a change outside', async ({
  launch,
  workDir,
  userDataDir,
}) => {
  test.setTimeout(240_000);
  const kit = await makeSmallKit(workDir, {
    [DECISION]: decisionText('## Notes\n\nWords.\n'),
    'dirty.md': '# Dirty\n',
    'saved.md': '# Saved\n',
    'conflict.md': '# Conflict\n',
  });
  let written = 0;
  for (const [name, end] of [...Object.entries(WAYS), ['looking', null] as const]) {
    await test.step(`${name}`, async () => {
      const running = await launch({ args: ['--open', kit], userDataDir });
      const { app, window } = running;
      const child = app.process();
      const studio = new StudioPage(window);
      await studio.ready();
      for (const file of ['dirty', 'saved', 'conflict']) {
        await studio.openFile(`${file}.md`);
        for (let word = 1; word <= written; word++)
          await expect(studio.content).toContainText(`${file}${word}.`);
      }
      if (end === null) return;
      written += 1;
      const type = async (file: string) => {
        await studio.openFile(`${file}.md`);
        await studio.content.click();
        await window.keyboard.press('ControlOrMeta+End');
        await window.keyboard.insertText(` ${file}${written}.`);
      };
      await type('conflict');
      await writeFile(join(kit, 'conflict.md'), `# Conflict\n\nTheirs ${written}.\n`);
      await type('dirty');
      await type('saved');
      const dies = name.endsWith('hangs') || name.endsWith('died');
      // A dead page cannot tell its last words: they have their second.
      if (dies) await window.waitForTimeout(1000);
      else void window.keyboard.press('ControlOrMeta+s').catch(() => undefined);
      const gone = new Promise<number>((resolve) => {
        const since = performance.now();
        child.once('exit', () => resolve(performance.now() - since));
      });
      await end(running, child);
      expect(await gone, name).toBeLessThan(LONGEST_MS);
      // What others wrote is never replaced unasked.
      expect(await readFile(join(kit, 'conflict.md'), 'utf8')).toBe(`# Conflict\n\nTheirs ${written}.\n`);
      const saved = await readFile(join(kit, 'saved.md'), 'utf8');
      expect(saved.startsWith('# Saved\n')).toBe(true);
      await running.close();
    });
  }
});
