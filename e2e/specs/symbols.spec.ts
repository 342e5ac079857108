import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { command } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';
const SHOTS = process.env['STAFFWRIGHT_SHOTS'];

/** All texts of a folder by path. */
async function textsOf(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(path, await readFile(path, 'utf8'));
  }
  return files;
}

/** Uses of an id in files that count for the packet. */
function usesOf(files: ReadonlyMap<string, string>, id: string): number {
  let count = 0;
  for (const [path, text] of files)
    if (!/[\\/](?:templates|senior-grade)[\\/]/.test(path))
      count += text.match(new RegExp(`(?<![\\p{L}\\p{N}_-])${id}(?![\\p{L}\\p{N}_-])`, 'gu'))?.length ?? 0;
  return count;
}

/** Pictures for people to look at; only when a folder for them is named. */
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

async function axe(page: Page, ...without: readonly string[]): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .disableRules([...without])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** The editor takes no key for the list in its first 75 ms, so that a key meant for the text is not swallowed. */
function patience(window: Page): Promise<void> {
  return window.waitForTimeout(150);
}

test('ids are suggested, explained, followed, renamed in the whole kit and renamed back', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const before = await textsOf(kitDir);
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await expect(studio.rubric).toContainText(/staff-ready/i, { timeout: 60_000 });

  // A suggestion while typing, taken with Enter.
  await studio.select('We propose to replace');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.type('As ADR-0');
  const list = window.locator('.cm-tooltip-autocomplete');
  await expect(list.getByRole('option').first()).toContainText('ADR-001');
  await expect(window.locator('.cm-completionInfo')).toContainText('adr-001', { ignoreCase: true });
  await shot(window, 'completion');
  // The list is scrolled by the arrow keys of the text, which keeps the focus.
  await axe(window, 'scrollable-region-focusable');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('As ADR-002We propose');
  await window.keyboard.type(' says. ');
  await expect(list).toHaveCount(0);

  // People of the kit by the start of a name, records of the incident where they are cited.
  const card = window.locator('.cm-completionInfo');
  await window.keyboard.type('Asked of Mari');
  await expect(list.getByRole('option').first()).toContainText('Marisol Hartwell');
  await expect(card).toContainText('Marisol Hartwell');
  await shot(window, 'completion-person');
  await patience(window);
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('Asked of Marisol Hartwell');
  await window.keyboard.type(', see [LOG-reg');
  await expect(list.getByRole('option').first()).toContainText('LOG-reg-01');
  await expect(card).toContainText('LOG-reg-01');
  await shot(window, 'completion-event');
  await patience(window);
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('Asked of Marisol Hartwell, see [LOG-reg-01');
  await window.keyboard.type(']. ');

  // What it is, under the pointer and by key.
  await window
    .locator('.cm-line', { hasText: 'As ADR-002 says.' })
    .first()
    .hover({ position: { x: 40, y: 12 } });
  await expect(window.locator('.cm-tooltip-hover .sw-card')).toContainText(
    /ADR-002 .*defined|ADR-002.*md:\d+/,
  );
  await shot(window, 'hover');
  await window.mouse.move(5, 5);
  await studio.select('ADR-002 says');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('Alt+F12');
  await expect(window.locator('.sw-card')).toContainText('adr-002');
  await shot(window, 'card');
  await window.keyboard.press('Escape');
  await expect(window.locator('.sw-card')).toHaveCount(0);

  // To where it is defined.
  await window.keyboard.press('F12');
  await expect(studio.tab('adr-002-managed-kafka-msk.md')).toHaveAttribute('aria-selected', 'true');
  await expect(studio.content).toBeFocused();

  // With the pointer too.
  await studio.openFile(RFC);
  await window
    .locator('.cm-line', { hasText: 'As ADR-002 says.' })
    .first()
    .click({ position: { x: 40, y: 12 }, modifiers: ['ControlOrMeta'] });
  await expect(studio.tab('adr-002-managed-kafka-msk.md')).toHaveAttribute('aria-selected', 'true');

  // Renamed in the whole kit; the RFC is open and unsaved.
  await studio.openFile(RFC);
  await studio.select('R-03');
  await window.keyboard.press('F2');
  const dialog = window.getByRole('dialog', { name: 'Rename R-03' });
  await dialog.getByRole('textbox').fill('R-01');
  await expect(dialog).toContainText('R-01 is taken');
  await dialog.getByRole('textbox').fill('R-33');
  await expect(dialog).toContainText(/\d+ places in \d+ files/);
  await shot(window, 'rename');
  await axe(window);
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('R-03 is now R-33');
  await window.keyboard.press('ControlOrMeta+Alt+s');
  await expect(studio.statusBar).toContainText('Saved');
  await expect(studio.content).toContainText('comes first if R-33 is to be');
  const uses = usesOf(before, 'R-03');
  const renamed = await textsOf(kitDir);
  expect([usesOf(renamed, 'R-03'), usesOf(renamed, 'R-33')]).toEqual([0, uses]);

  // All its places in the navigator.
  await studio.select('R-33');
  await window.keyboard.press('Shift+F12');
  const places = studio.navigator.getByRole('listbox', { name: 'Places of R-33' });
  await expect(places.getByRole('option')).toHaveCount(uses);
  await expect(places.getByRole('option').first()).toBeFocused();
  await shot(window, 'uses');
  await axe(window);
  await window.keyboard.press('Enter');
  await expect(studio.tab('risk-register.json')).toHaveAttribute('aria-selected', 'true');
  await studio.navigator.getByRole('button', { name: 'All symbols' }).click();
  await expect(studio.navigator.getByRole('listbox', { name: 'Symbols' })).toBeVisible();
  await shot(window, 'symbols');
  await axe(window);
  await studio.navigator.getByRole('searchbox', { name: 'Filter symbols' }).fill('R-33');
  await expect(studio.navigator.getByRole('option', { name: /^R-33/ })).toBeVisible();

  // And back, everywhere, by one command.
  await command(window, 'Undo Rename');
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('R-33 is R-03 again');
  await window.keyboard.press('ControlOrMeta+Alt+s');
  await expect(studio.statusBar).toContainText('Saved');
  const after = await textsOf(kitDir);
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toEqual([join(kitDir, 'examples/part1-design-doc', RFC)]);
  expect(after.get(changed[0] as string)).toContain(
    'As ADR-002 says. Asked of Marisol Hartwell, see [LOG-reg-01]. We propose',
  );
});

test('a header and a data file offer their keys and values', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('contributing-factors.yaml');
  await studio.select('    kind: ');
  const list = window.locator('.cm-tooltip-autocomplete');
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+End');
  await window.keyboard.type('ki');
  await expect(list.getByRole('option').first()).toContainText('kind');
  await shot(window, 'keys');
  await patience(window);
  await window.keyboard.press('Tab');
  await expect(list.getByRole('option')).toHaveText([
    /latent/,
    /active/,
    /detection/,
    /mitigation/,
    /recovery/,
  ]);
  await window.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await window.keyboard.press('Control+Space');
  await expect(list.getByRole('option')).toHaveCount(5);
  await shot(window, 'values');
});
