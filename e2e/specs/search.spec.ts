import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';
const RFC_PATH = `examples/part1-design-doc/${RFC}`;
const WORD = 'Kafka';
const SHOTS = process.env['STAFFWRIGHT_SHOTS'];

/** All texts of a folder by their paths in it. */
async function textsOf(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(relative(folder, path).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return files;
}

/** Pictures for people to look at; only when a folder for them is named. */
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
}

test('a word is found in the whole kit, replaced where it is ticked, and taken back', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const before = await textsOf(kitDir);
  const holds = [...before].filter(([path, text]) => path.startsWith('examples/') && text.includes(WORD));
  const uses = holds.reduce((sum, [, text]) => sum + text.split(WORD).length - 1, 0);
  expect(holds.length).toBeGreaterThan(3);
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);

  // What is selected is what is looked for; the editor's own text counts, unsaved.
  await studio.replace('We propose to replace', `We ${WORD}pose to replace`);
  await studio.select(WORD);
  await window.keyboard.press('ControlOrMeta+Shift+f');
  const find = studio.navigator.getByRole('textbox', { name: 'Find' });
  await expect(find).toBeFocused();
  await expect(find).toHaveValue(WORD);
  const summary = studio.navigator.getByRole('status');
  await studio.navigator.getByRole('button', { name: 'Match case' }).click();
  await studio.navigator.getByRole('button', { name: 'Files' }).click();
  await studio.navigator.getByRole('textbox', { name: 'Only in' }).fill('examples');
  await expect(summary).toHaveText(`${uses + 1} matches in ${holds.length} files`);
  await shot(window, 'search');
  await axe(window);

  // Enter leads to a place, with the keyboard alone.
  await find.focus();
  await window.keyboard.press('Enter');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(studio.content).toBeFocused();
  expect(await window.evaluate(() => document.getSelection()?.toString())).toBe(WORD);

  // An expression that tries all ways through a text is given up, and the window stays alive.
  await window.keyboard.press('ControlOrMeta+Shift+f');
  await studio.navigator.getByRole('button', { name: 'Regular expression' }).click();
  await studio.navigator.getByRole('textbox', { name: 'Only in' }).fill(`${RFC}, kit.yaml`);
  await find.fill('^(.*.*)*\\u0001$');
  await expect(studio.navigator).toContainText(/took too long in .* and was given up there/, {
    timeout: 30_000,
  });
  await expect(summary).toHaveText(/Nothing found|match/);
  await shot(window, 'search-slow');

  // Each replacement is shown before it is made; one is left out.
  await window.keyboard.press('ControlOrMeta+Shift+h');
  await find.fill(`(${WORD})(?!pose)`);
  await studio.navigator.getByRole('textbox', { name: 'Only in' }).fill('examples');
  await studio.navigator.getByRole('textbox', { name: 'Replace with' }).fill('Apache $1');
  await expect(summary).toHaveText(`${uses} matches in ${holds.length} files`);
  const matches = studio.navigator.getByRole('treegrid', { name: 'Matches' });
  await expect(matches.locator('ins').first()).toHaveText(`Apache ${WORD}`);
  await matches.getByRole('row', { level: 2 }).first().locator('label').click();
  await expect(studio.navigator.getByRole('button', { name: `Replace ${uses - 1}` })).toBeVisible();
  await shot(window, 'replace');
  await axe(window);
  await studio.navigator.getByRole('button', { name: `Replace ${uses - 1}` }).click();
  const notices = window.getByRole('log', { name: 'Notices' });
  await expect(notices).toContainText(`${uses - 1} matches replaced in`);

  const written = await textsOf(kitDir);
  // What is open stays unsaved until it is saved.
  expect(written.get(RFC_PATH)).toBe(before.get(RFC_PATH));
  await window.keyboard.press('ControlOrMeta+Alt+s');
  await expect(studio.statusBar).toContainText('Saved');
  const replaced = await textsOf(kitDir);
  const all = (text: string) => text.replaceAll(WORD, `Apache ${WORD}`);
  const partly: string[] = [];
  for (const [path, text] of before) {
    const now = replaced.get(path) ?? '';
    if (path === RFC_PATH) expect(now).toBe(all(text).replace('We propose', `We ${WORD}pose`));
    else if (!holds.some(([held]) => held === path)) expect(now).toBe(text);
    else if (now !== all(text)) partly.push(path);
  }
  // The one match that was left out: the first of its file.
  expect(partly).toHaveLength(1);
  const left = partly[0] ?? '';
  expect(replaced.get(left)).toBe(all(before.get(left) ?? '').replace(`Apache ${WORD}`, WORD));

  // And back, everywhere, by one command.
  await command(window, 'Undo Replace in Kit');
  await expect(notices).toContainText('The replacement was taken back in');
  await window.keyboard.press('ControlOrMeta+Alt+s');
  await expect(studio.statusBar).toContainText('Saved');
  const after = await textsOf(kitDir);
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toEqual([RFC_PATH]);
  expect(after.get(RFC_PATH)).toBe(
    before.get(RFC_PATH)?.replace('We propose to replace', `We ${WORD}pose to replace`),
  );
});

test('the outline shows the parts of a file and leads to them', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await studio.replace('Late data carries a problem cost', 'TODO: say what late data costs');
  await window.keyboard.press('ControlOrMeta+Alt+5');
  const outline = studio.navigator.getByRole('treegrid', { name: 'Outline' });
  await expect(outline.getByRole('row', { name: /^1\. .*finding/ })).toBeVisible();
  await expect(outline.locator('svg[data-tone]').first()).toBeVisible();
  await expect(outline.getByRole('row', { name: /^1\. / })).toBeFocused();
  await shot(window, 'outline');
  await axe(window);

  await outline.getByRole('row', { name: /^2\. / }).click();
  await expect(studio.content).toBeFocused();
  expect(await window.evaluate(() => document.getSelection()?.toString())).toMatch(/^## 2\. /);
  await expect(outline.locator('[aria-current=location]')).toContainText(/^2\. /);

  await studio.openFile('risk-register.json');
  await expect(outline.getByRole('row', { name: /^R-01/ })).toBeVisible();
  await shot(window, 'outline-data');
  await window.keyboard.press('ControlOrMeta+Shift+o');
  await window.getByRole('dialog').getByRole('combobox').fill('R-03');
  await expect(window.getByRole('dialog').getByRole('option').first()).toContainText('R-03');
  await shot(window, 'go-to-heading');
  await axe(window);
  await window.keyboard.press('Enter');
  await expect(studio.content).toBeFocused();
  await expect(outline.locator('[aria-current=location]')).toContainText(/^R-03/);
  await window.keyboard.press('ControlOrMeta+Shift+p');
  await window.getByRole('dialog').getByRole('combobox').fill('Switch Light and Dark');
  await window.keyboard.press('Enter');
  await shot(window, 'outline-dark');
  await axe(window);
});
