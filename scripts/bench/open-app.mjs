import { appendFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../setup/paths.mjs';
import { watchTree } from './tree-memory.mjs';

/** How long the studio may take to check a kit, and to export it, in milliseconds. */
const CHECKED = 300_000;
const EXPORTED = 3_600_000;
/** After an edit, until the studio has taken it in, in milliseconds. */
const SETTLED = 4_000;

/**
 * The studio with a kit open and exported once, as somebody has it who goes on writing. `exportEdited` adds a line to `edited` and exports again by
 * the dialog: from the click until the dialog tells how many pages there are. `close` ends it.
 */
export async function openApp({ electron, kit, edited, work }) {
  const { _electron } = await import('@playwright/test');
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = electron.env;
  const data = mkdtempSync(join(work, 'app-'));
  const app = await _electron.launch({
    executablePath: electron.runtime.executable,
    args: [...electron.switches, repoRoot, `--user-data-dir=${data}`, '--open', kit],
    cwd: repoRoot,
    env: { ...process.env, ...env },
  });
  const page = await app.firstWindow();
  const dialog = page.getByRole('dialog', { name: 'Export portfolio' });
  await page
    .getByRole('contentinfo')
    .getByText(/checked|finding/i)
    .first()
    .waitFor({ timeout: CHECKED });

  async function exportOnce() {
    const out = join(mkdtempSync(join(work, 'from-app-')), 'out');
    mkdirSync(out);
    await app.evaluate(
      ({ dialog: asked }, filePaths) => {
        asked.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      [out],
    );
    await page.keyboard.press('ControlOrMeta+e');
    for (const name of [/Briefing/, /web page/, /^Zip/])
      await dialog.getByRole('checkbox', { name }).uncheck({ timeout: CHECKED });
    await dialog.getByRole('button', { name: 'Choose…' }).click();
    const start = dialog.getByRole('button', { name: 'Export', exact: true });
    await start.click({ trial: true, timeout: CHECKED });
    const tree = watchTree(app.process().pid);
    const startedAt = performance.now();
    await start.click();
    await dialog
      .getByRole('status')
      .filter({ hasText: /\d+ pages/ })
      .waitFor({ timeout: EXPORTED });
    const ms = performance.now() - startedAt;
    const spent = tree.stop();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    return { ms, code: 0, ...spent };
  }

  await exportOnce();
  return {
    async exportEdited() {
      appendFileSync(edited, '\nOne more line.\n');
      await page.waitForTimeout(SETTLED);
      return exportOnce();
    },
    close: () => app.close(),
  };
}
