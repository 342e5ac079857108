import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const SHOTS = process.env['STAFFWRIGHT_SHOTS'];
const RFC = 'RFC-042-streaming-migration.md';
const PREFERENCES = 'settings/preferences.json';

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

async function shape(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find((w) => w.isVisible());
      window?.setContentBounds({ x: 0, y: 0, width: size.width, height: size.height });
    },
    { width, height },
  );
}

/** Keys of a menu item, as the native menu has them now. */
function accelerator(app: ElectronApplication, id: string): Promise<string | undefined> {
  return app.evaluate(({ Menu }, item) => {
    const keys = Menu.getApplicationMenu()?.getMenuItemById(item)?.accelerator;
    return keys === undefined || keys === null ? undefined : String(keys);
  }, id);
}

const style = (locator: Locator, property: string) =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('settings show at once, are kept, and come back with the next start', async ({
  launch,
  kitDir,
  userDataDir,
}) => {
  test.setTimeout(120_000);
  const first = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(first.window);
  await studio.ready();
  await studio.openFile(RFC);
  await shape(first.app, 1280, 800);
  const { keyboard } = first.window;

  await studio.content.click();
  await keyboard.press('ControlOrMeta+,');
  const dialog = first.window.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await shot(first.window, 'settings-light');

  await dialog.getByRole('radio', { name: 'Serif' }).check({ force: true });
  await expect.poll(() => style(studio.content, 'font-family')).toContain('Source Serif');
  await expect
    .poll(() => style(dialog.getByRole('img', { name: /sample/i }), 'font-family'))
    .toContain('Source Serif');
  const size = dialog.getByRole('textbox', { name: 'Size of text' });
  await size.fill('18');
  await keyboard.press('Enter');
  await expect.poll(() => style(studio.content, 'font-size')).toBe('17px');
  await dialog.getByRole('button', { name: 'Reset: Size of text' }).click();
  await expect.poll(() => style(studio.content, 'font-size')).toBe('14px');
  await dialog.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(first.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await shot(first.window, 'settings-dark');
  await shape(first.app, 920, 620);
  await shot(first.window, 'settings-dark-small');
  await dialog.getByRole('searchbox').fill('spelling');
  await expect(dialog.getByRole('radiogroup')).toHaveCount(1);
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await shape(first.app, 1600, 1000);
  await shot(first.window, 'serif-dark');
  await first.close();

  const again = await launch({ userDataDir });
  const second = new StudioPage(again.window);
  await second.ready();
  await expect(second.content).toBeVisible();
  await expect.poll(() => style(second.content, 'font-family')).toContain('Source Serif');
  await expect(again.window.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a shortcut is recorded, refused, swapped, and the menu, the palette and the keys follow', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(120_000);
  const { app, window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await shape(app, 1280, 800);
  const { keyboard } = window;
  await keyboard.press('ControlOrMeta+/');
  const dialog = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  await shot(window, 'shortcuts-light');
  const button = (label: string) =>
    dialog.getByRole('button', { name: new RegExp(`^Shortcut of ${label}:`) });

  // Keys with a menu item of their own only record; nothing is carried out.
  await button('Save').click();
  await shot(window, 'shortcuts-recording');
  await keyboard.press('ControlOrMeta+w');
  await expect(dialog.getByText('Ctrl+W belongs to “Close Tab”.')).toBeVisible();
  await shot(window, 'shortcuts-conflict');
  await expect(studio.tab(RFC)).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Leave It' }).click();
  await button('Save').click();
  await keyboard.press('ControlOrMeta+c');
  await expect(dialog.getByText(/copies/)).toBeVisible();
  await button('Save').click();
  await keyboard.press('F4');
  await expect(button('Save')).toHaveAccessibleName('Shortcut of Save: F4');
  await expect.poll(() => accelerator(app, 'file.save')).toBe('F4');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await studio.content.click();
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.type('x');
  await expect(studio.statusBar).toContainText('Unsaved');
  await keyboard.press('ControlOrMeta+s');
  await expect(studio.statusBar).toContainText('Unsaved');
  await keyboard.press('F4');
  await expect(studio.statusBar).toContainText('Saved');
  await keyboard.press('ControlOrMeta+Shift+p');
  await keyboard.type('save');
  await expect(window.getByRole('option', { name: /^Save\b(?! All)/ }).first()).toContainText('F4');
  await shot(window, 'palette-light');
});

test('a broken settings file is told, and what holds of it is kept', async ({
  launch,
  kitDir,
  userDataDir,
}) => {
  const first = await launch({ args: ['--welcome'] });
  await expect(first.window.getByRole('button', { name: /open a kit folder/i })).toBeVisible();
  await first.window.keyboard.press('ControlOrMeta+,');
  const dialog = first.window.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(first.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await first.close();
  const file = join(userDataDir, PREFERENCES);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"fontSize": 15', '"fontSize": "large"'));

  const { window } = await launch({ args: ['--open', kitDir], userDataDir });
  await new StudioPage(window).ready();
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText(
    'back to their defaults (fontSize)',
  );
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
});
