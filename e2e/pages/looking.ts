import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type RunningApp } from '../fixtures/launch';

const SHOTS = process.env['STAFFWRIGHT_SHOTS'];

/** Pictures for people to look at; only when a folder for them is named. */
export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** The same in both sizes and themes; only when a folder for them is named. */
export async function pictures({ app, window }: RunningApp, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    for (const scheme of ['light', 'dark'] as const) {
      await app.evaluate(({ nativeTheme }, theme) => {
        nativeTheme.themeSource = theme;
      }, scheme);
      await expect(window.locator('html')).toHaveAttribute('data-theme', scheme);
      await window.waitForTimeout(400);
      await shot(window, `${name}-${width}-${scheme}`);
    }
  }
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
}

/** No screen has a violation that axe finds. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Nor has it one in the other theme; the window is light again afterwards. */
export async function axeInBoth({ app, window }: RunningApp): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await app.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme;
    }, scheme);
    await expect(window.locator('html')).toHaveAttribute('data-theme', scheme);
    await axe(window);
  }
}

/** Where something stands in the window. */
export async function box(
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await locator.boundingBox();
  if (!found) throw new Error('This is not on the screen');
  return found;
}

/** Runs a command by its name from the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+p');
  const dialog = page.getByRole('dialog', { name: 'Command palette' });
  await dialog.getByRole('combobox').or(dialog.getByRole('searchbox')).first().fill(name);
  await expect(dialog.getByRole('option').or(dialog.getByRole('menuitem')).first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

/** As {@link StudioPage.openFile}, where the tab may appear in either pane. */
export async function goToFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+p');
  const dialog = page.getByRole('dialog', { name: 'Go to file' });
  await dialog.getByRole('combobox').or(dialog.getByRole('searchbox')).first().fill(name);
  await expect(dialog.getByRole('option').or(dialog.getByRole('menuitem')).first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}
