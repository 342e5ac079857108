import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot } from '../../scripts/setup/paths.mjs';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const OUT = join(repoRoot, 'docs', 'screenshots');
const SIZES = [
  [1280, 800],
  [1920, 1080],
] as const;

for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of SIZES) {
    test(`${theme} ${width}x${height}`, async ({ launch, kitDir, userDataDir }) => {
      await mkdir(OUT, { recursive: true });
      const shape = async (running: Awaited<ReturnType<typeof launch>>) => {
        await running.app.evaluate(
          ({ BrowserWindow, nativeTheme }, given) => {
            nativeTheme.themeSource = given.theme;
            const window = BrowserWindow.getAllWindows().find((w) => w.isVisible());
            window?.setMenuBarVisibility(false);
            window?.setContentBounds({ x: 0, y: 0, width: given.width, height: given.height });
          },
          { theme, width, height },
        );
        // The picture is of a settled window: fonts loaded, panes laid out anew.
        await running.window.waitForTimeout(600);
      };
      const welcome = await launch({ args: ['--welcome'] });
      await expect(welcome.window.getByRole('button', { name: /open/i }).first()).toBeVisible();
      await shape(welcome);
      await welcome.window.screenshot({ path: join(OUT, `welcome-${theme}-${width}.png`) });
      await welcome.close();

      const running = await launch({ args: ['--open', kitDir], userDataDir });
      const studio = new StudioPage(running.window);
      await studio.ready();
      await shape(running);
      await studio.openFile('tradeoff-matrix.yaml');
      await expect(studio.preview).toContainText('Weighted total');
      await running.window.waitForTimeout(600);
      await running.window.screenshot({ path: join(OUT, `matrix-${theme}-${width}.png`) });
      await studio.openFile('RFC-042-streaming-migration.md');
      await expect(studio.preview).toContainText('We propose');
      await expect(studio.rubric).toContainText(/staff-ready/i);
      await running.window.waitForTimeout(800);
      await running.window.screenshot({ path: join(OUT, `workspace-${theme}-${width}.png`) });
    });
  }
}
