import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, type Command } from '../../shared/commands';
import { expect, test } from '../fixtures/launch';
import { catchMenus, chooseInMenu, shownMenus } from '../fixtures/menus';
import { Keyboard } from '../pages/keyboard';
import { StudioPage } from '../pages/studio-page';

const PART = 'examples/part1-design-doc';
const RFC = 'RFC-042-streaming-migration.md';
const MATRIX = 'tradeoff-matrix.yaml';
const BRIEF = 'problem-brief.md';

test('the next start is where the last one ended, whatever happened to the files', async ({
  launch,
  kitDir,
  userDataDir,
}) => {
  test.setTimeout(180_000);
  const first = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(first.window);
  const keys = new Keyboard(first.window);
  await studio.ready();
  await keys.open(MATRIX);
  await keys.press('ControlOrMeta+Home');
  await keys.press('ArrowDown');
  await keys.command('Fold All');
  const folds = studio.content.locator('.cm-foldPlaceholder');
  await expect(folds.first()).toBeVisible();
  const folded = await folds.count();
  await keys.open(BRIEF);
  await keys.open(RFC);
  await keys.find('kafka-msk');
  await keys.press('ControlOrMeta+d');
  await keys.press('ControlOrMeta+d');
  await expect(studio.statusBar).toContainText('selected');
  const place = /Line \d+, column \d+/.exec(await studio.statusBar.innerText())?.[0] ?? '';
  const scroller = studio.editor.locator('.cm-scroller');
  const top = await scroller.evaluate((element) => element.scrollTop);
  await keys.press('ControlOrMeta+Alt+4');
  const size = await first.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((w) => w.isVisible());
    window?.setBounds({ x: 10, y: 10, width: 1180, height: 760 });
    return window?.getBounds();
  });
  // Moves are kept after a moment.
  await expect(studio.content).toBeVisible();
  await first.close();

  await rm(join(kitDir, PART, BRIEF));
  const again = await launch({ userDataDir });
  const second = new StudioPage(again.window);
  await second.ready();
  await expect(second.tab(RFC)).toHaveAttribute('aria-selected', 'true');
  await expect(second.tab(BRIEF)).toHaveCount(0);
  await expect(second.statusBar).toContainText(place);
  await expect(second.content.locator('.cm-line').first()).toBeVisible();
  // Only those in sight are drawn; one alone would be the place without its selections.
  await expect.poll(() => again.window.locator('.cm-cursor').count()).toBeGreaterThan(1);
  await expect
    .poll(() => second.editor.locator('.cm-scroller').evaluate((element) => element.scrollTop))
    .toBeGreaterThan(top - 400);
  await expect(second.navigator.getByRole('tab', { name: 'Symbols' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  const bounds = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((w) => w.isVisible())
      ?.getBounds(),
  );
  expect([bounds?.width, bounds?.height]).toEqual([size?.width, size?.height]);
  await new Keyboard(again.window).open(MATRIX);
  await expect(second.content.locator('.cm-foldPlaceholder')).toHaveCount(folded);
  await again.close();

  await writeFile(join(kitDir, PART, MATRIX), 'id: TM-RFC-042\n');
  const third = await launch({ userDataDir });
  const last = new StudioPage(third.window);
  await last.ready();
  await expect(last.tab(MATRIX)).toHaveAttribute('aria-selected', 'true');
  await expect(last.content).toContainText('TM-RFC-042');
});

test('tabs, files, the preview and findings have menus, by mouse and by key', async ({ launch, kitDir }) => {
  test.setTimeout(120_000);
  const { app, window } = await launch({ args: ['--open', kitDir] });
  await catchMenus(app);
  const studio = new StudioPage(window);
  const keys = new Keyboard(window);
  await studio.ready();
  for (const name of [MATRIX, BRIEF, RFC]) await keys.open(name);
  const shown = async () => (await shownMenus(app)).at(-1) ?? [];

  // The menu bar has every command, with its keys as the table writes them.
  const table = COMMANDS.map((command: Command) => [command.id, command.accelerator ?? ''] as const);
  const wrong = await app.evaluate(({ Menu }, commands) => {
    const bar = Menu.getApplicationMenu();
    return commands.filter(([id, keys]) => {
      const item = bar?.getMenuItemById(id);
      return !item || (keys !== '' && String(item.accelerator) !== keys);
    });
  }, table);
  expect(wrong).toEqual([]);

  await chooseInMenu(app, 'Close Other Tabs');
  await studio.tab(BRIEF).click({ button: 'right' });
  await expect(studio.tab(RFC)).toHaveCount(0);
  await expect(studio.tab(BRIEF)).toHaveAttribute('aria-selected', 'true');
  await expect(studio.tab(MATRIX)).toHaveCount(0);

  await keys.open(RFC);
  await studio.preview.getByText('We propose').first().click({ button: 'right' });
  await expect.poll(shown).toContain('Copy as Rich Text');

  await keys.press('ControlOrMeta+Alt+2');
  const row = studio.navigator.getByRole('row', { name: MATRIX }).first();
  await expect(row).toBeVisible();
  await row.focus();
  await chooseInMenu(app, 'Open to the Side');
  await keys.press('Shift+F10');
  await expect(window.getByRole('region', { name: 'Second pane' })).toBeVisible();

  await studio.content.first().click();
  await keys.press('Shift+F10');
  await expect.poll(shown).toContain('Go to Definition');
  expect(await shown()).toEqual(expect.arrayContaining(['Cut', 'Copy', 'Paste', 'Paste as Plain Text']));
  await studio.content.first().click({ button: 'right' });
  await expect.poll(async () => (await shownMenus(app)).length).toBeGreaterThanOrEqual(5);
});
