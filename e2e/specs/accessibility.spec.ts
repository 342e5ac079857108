import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

async function violations(page: Page): Promise<string[]> {
  // Electron cannot open the helper page of axe's ordinary mode.
  const results = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return results.violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on welcome and workspace (${theme})`, async ({ launch, kitDir, userDataDir }) => {
    const welcome = await launch({ args: ['--welcome'] });
    await welcome.app.evaluate(({ nativeTheme }, value) => {
      nativeTheme.themeSource = value;
    }, theme);
    await expect(welcome.window.getByRole('button', { name: /open/i }).first()).toBeVisible();
    expect(await violations(welcome.window)).toEqual([]);
    await welcome.close();

    const { app, window } = await launch({ args: ['--open', kitDir], userDataDir });
    await app.evaluate(({ nativeTheme }, value) => {
      nativeTheme.themeSource = value;
    }, theme);
    const studio = new StudioPage(window);
    await studio.ready();
    await studio.openFile('RFC-042-streaming-migration.md');
    await expect(studio.preview).toContainText('We propose');
    expect(await violations(window)).toEqual([]);
    await studio.openFile('tradeoff-matrix.yaml');
    await expect(studio.preview).toContainText('Weighted total');
    expect(await violations(window)).toEqual([]);
  });
}
