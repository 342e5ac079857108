import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { Keyboard } from '../pages/keyboard';
import { StudioPage } from '../pages/studio-page';

const SHOTS = process.env['STAFFWRIGHT_SHOTS'];

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
    test.setTimeout(180_000);
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

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on every dialog and panel (${theme})`, async ({ launch, kitDir }) => {
    test.setTimeout(240_000);
    const { app, window } = await launch({ args: ['--open', kitDir] });
    await app.evaluate(({ nativeTheme }, value) => {
      nativeTheme.themeSource = value;
    }, theme);
    const studio = new StudioPage(window);
    const keys = new Keyboard(window);
    await studio.ready();
    await studio.openFile('RFC-042-streaming-migration.md');
    await expect(studio.rubric).toContainText(/staff-ready/i, { timeout: 60_000 });
    const found: Record<string, string[]> = {};
    const look = async (name: string, ready: Locator) => {
      await expect(ready).toBeVisible();
      const wrong = await violations(window);
      if (wrong.length > 0) found[name] = wrong;
      if (SHOTS) await window.screenshot({ path: join(SHOTS, `${name}-${theme}.png`) });
    };
    const dialog = (name: string | RegExp) => window.getByRole('dialog', { name });
    const away = async () => {
      for (let tries = 0; tries < 4 && (await window.getByRole('dialog').count()) > 0; tries++) {
        await keys.press('Escape');
        await window.waitForTimeout(100);
      }
      await expect(window.getByRole('dialog')).toHaveCount(0);
    };

    await keys.press('ControlOrMeta+,');
    await look('settings', dialog('Settings'));
    await dialog('Settings').getByRole('searchbox').fill('no such thing');
    await look('settings-none', dialog('Settings').getByText('No setting has these words.'));
    await away();
    await keys.press('ControlOrMeta+/');
    await look('shortcuts', dialog('Keyboard shortcuts'));
    await dialog('Keyboard shortcuts')
      .getByRole('button', { name: /^Shortcut of Save:/ })
      .press('Enter');
    await look('shortcuts-recording', dialog('Keyboard shortcuts').getByText('Press the keys…'));
    await keys.press('ControlOrMeta+w');
    await look('shortcuts-taken', dialog('Keyboard shortcuts').getByText(/belongs to/));
    await away();
    await keys.press('ControlOrMeta+Shift+p');
    await look('palette', dialog('Command palette').getByRole('option').first());
    await keys.type('no such command at all');
    await look('palette-none', dialog('Command palette').getByText('No command has these letters'));
    await away();
    await keys.press('ControlOrMeta+p');
    await look('go-file', dialog('Go to file').getByRole('option').first());
    await away();
    await keys.press('ControlOrMeta+Shift+o');
    await look('go-heading', dialog('Go to heading').getByRole('option').first());
    await away();
    await keys.press('Control+g');
    await look('go-line', dialog('Go to line'));
    await away();
    await keys.command('About Staffwright');
    await look('about', dialog(/about/i));
    await away();
    await keys.press('ControlOrMeta+Shift+n');
    await look('new-packet', dialog(/new packet/i));
    await away();
    await keys.press('ControlOrMeta+e');
    await look('export', dialog('Export portfolio'));
    await away();

    await studio.content.focus();
    await keys.press('ControlOrMeta+f');
    await keys.type('Kafka');
    await look('find', studio.editor.getByRole('search'));
    await keys.press('Escape');
    await keys.find('ADR-001');
    await keys.press('F2');
    await look('rename', dialog(/rename/i));
    await away();
    await keys.press('ControlOrMeta+Shift+h');
    await keys.type('Kafka');
    await look('find-in-kit', studio.navigator.getByRole('row').first());
    await keys.press('ControlOrMeta+Alt+2');
    await look('files', studio.navigator.getByRole('treegrid', { name: 'Files' }));
    await keys.press('ControlOrMeta+Alt+3');
    await look('problems', studio.navigator);
    await keys.press('ControlOrMeta+Alt+4');
    await look('symbols', studio.navigator);
    await keys.press('ControlOrMeta+Alt+5');
    await look('outline', studio.navigator.getByRole('region', { name: 'Outline' }));
    await keys.press('ControlOrMeta+Shift+x');
    await look('example', studio.companion.getByRole('region', { name: 'Worked example' }));

    await keys.open('RFC-042-streaming-migration.md');
    await keys.type('x');
    await expect(studio.statusBar).toContainText('Unsaved');
    await keys.press('ControlOrMeta+w');
    await look('close-unsaved', dialog(/^save/i));
    await away();
    await keys.command('Compare');
    await look('compare', window.getByRole('dialog').first());
    if (theme === 'dark') {
      // Light ones are looked at where they are worked with.
      await keys.type('template');
      await keys.press('Enter');
      const comparing = dialog(/^comparing/i);
      await look('comparison', comparing.locator('.cm-changedText').first());
      await comparing.getByRole('button', { name: 'Rendered' }).press('Enter');
      await look('comparison-rendered', comparing.locator('[data-changed]').first());
    }
    await away();
    if (theme === 'dark') {
      await keys.open('adr-001-kafka.md');
      await keys.press('ControlOrMeta+Alt+p');
      const page = window.getByRole('document', { name: 'Pages' }).locator('canvas').first();
      await expect(page).toBeVisible({ timeout: 60_000 });
      await look('pages', page);
    }
    expect(found).toEqual({});
  });
}
