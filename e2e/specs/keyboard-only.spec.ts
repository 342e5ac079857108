import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_NAMES } from '../../shared/portfolio/outputs';
import { answerDialogs, expect, test } from '../fixtures/launch';
import { catchMenus, chooseInMenu, shownMenus } from '../fixtures/menus';
import { Keyboard } from '../pages/keyboard';
import { StudioPage } from '../pages/studio-page';

const SHOTS = process.env['STAFFWRIGHT_SHOTS'];
const RFC = 'RFC-042-streaming-migration.md';
const ADR = 'adr-001-kafka.md';

test('from the first screen to the finished export without a mouse', async ({ launch, workDir }) => {
  test.setTimeout(500_000);
  const target = join(workDir, 'my-packet');
  const out = join(workDir, 'portfolio');
  await mkdir(target);
  await mkdir(out);
  const { app, window } = await launch({ args: ['--welcome'] });
  await answerDialogs(app, { open: [target] });
  await catchMenus(app);
  const keys = new Keyboard(window);
  const studio = new StudioPage(window);
  const pointers = await keys.watchPointer();
  const content = studio.content;
  const region = () =>
    window.evaluate(
      () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null,
    );
  const dialog = (name: string | RegExp) => window.getByRole('dialog', { name });

  await test.step('a new packet, rewritten from the worked example', async () => {
    await keys.push(window.getByRole('button', { name: /new packet from the kit/i }));
    await expect(dialog(/new packet/i)).toBeVisible();
    await keys.reach(dialog(/new packet/i).getByRole('radio', { name: /blank packet/i }));
    await keys.press('ArrowDown');
    await expect(dialog(/new packet/i).getByRole('radio', { name: /worked example/i })).toBeChecked();
    await keys.push(dialog(/new packet/i).getByRole('button', { name: /choose a folder/i }));
    await studio.ready();
    await expect(studio.statusBar).toContainText('Packet checked', { timeout: 90_000 });
  });

  await test.step('F6 goes round every region, and Escape then Tab leaves the text', async () => {
    await keys.open(RFC);
    const seen: (string | null)[] = [];
    for (let step = 0; step < 6; step++) {
      await keys.press('F6');
      seen.push(await region());
    }
    for (const name of ['Navigator', 'Editor', 'Companion']) expect(seen).toContain(name);
    for (let step = 0; step < 6 && (await region()) !== 'Editor'; step++) await keys.press('Shift+F6');
    await expect(keys.focused('.cm-content')).toHaveCount(1);
    await keys.press('Tab');
    await expect(keys.focused('.cm-content')).toHaveCount(1);
    await keys.press('ControlOrMeta+z');
    await keys.press('Escape');
    await keys.press('Tab');
    await expect(keys.focused('.cm-content')).toHaveCount(0);
    await keys.press('Shift+Tab');
    await expect(keys.focused('.cm-content')).toHaveCount(1);
  });

  await test.step('an edit shows in the preview and is saved', async () => {
    await keys.find('Late data carries a problem cost');
    await keys.type('Stale data carries a problem cost');
    await expect(studio.preview).toContainText('Stale data carries a problem cost');
    await keys.press('ControlOrMeta+s');
    await expect(studio.statusBar).toContainText('Saved');
  });

  await test.step('a finding is solved where it stands', async () => {
    await keys.open(ADR);
    await keys.find('| `batch` | 1 |');
    await keys.type('| `batch` | 2 |');
    await expect(studio.rubric).toContainText('Agreement with the packet', { timeout: 60_000 });
    await keys.press('ControlOrMeta+Home');
    await keys.press('F8');
    await keys.press('Escape');
    await keys.press('ControlOrMeta+Alt+Enter');
    await expect(studio.rubric).not.toContainText('Agreement with the packet', { timeout: 60_000 });
    await keys.find('| `batch` | 1 |');
    await expect(content).toContainText('| `batch` | 1 |');
  });

  await test.step('another is waived, from its menu', async () => {
    await keys.open(RFC);
    await keys.find('Its five-year NPV, $4,182,509');
    await keys.type('Its five-year NPV, $4,182,590');
    await expect(studio.rubric).toContainText('X-09', { timeout: 60_000 });
    await keys.find('$4,182,590');
    await chooseInMenu(app, 'Waive This Finding…');
    await keys.press('Shift+F10');
    await expect(dialog(/waive x-09/i)).toBeVisible();
    expect((await shownMenus(app)).at(-1)).toContain('Waive This Finding…');
    await keys.type('The model is corrected next week');
    await keys.press('Tab');
    await keys.type('Ines Okonkwo-Vale');
    await keys.push(dialog(/waive x-09/i).getByRole('button', { name: 'Waive', exact: true }));
    await expect(studio.rubric.getByRole('button', { name: 'Show Waiver' })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the settings', async () => {
    await keys.press('ControlOrMeta+,');
    await expect(dialog('Settings')).toBeVisible();
    await keys.reach(dialog('Settings').getByRole('radio', { name: 'Mono' }));
    await keys.press('ArrowRight');
    await expect(dialog('Settings').getByRole('radio', { name: 'Serif' })).toBeChecked();
    await keys.reach(dialog('Settings').getByRole('switch', { name: 'Save by itself' }));
    await keys.press('Space');
    await expect(dialog('Settings').getByRole('switch', { name: 'Save by itself' })).toBeChecked();
    await keys.press('Escape');
    await expect(dialog('Settings')).toHaveCount(0);
    await expect(studio.statusBar).toContainText('Saved', { timeout: 15_000 });
  });

  await test.step('another shortcut for exporting', async () => {
    await keys.press('ControlOrMeta+/');
    const shortcuts = dialog('Keyboard shortcuts');
    await expect(shortcuts.getByRole('searchbox')).toBeFocused();
    await keys.type('export portfolio');
    await keys.push(shortcuts.getByRole('button', { name: /^Shortcut of Export Portfolio/ }));
    await keys.press('F4');
    await expect(shortcuts.getByRole('button', { name: 'Shortcut of Export Portfolio: F4' })).toBeFocused();
    await keys.press('Escape');
    await expect(shortcuts).toHaveCount(0);
  });

  await test.step('two panes, and between them', async () => {
    await keys.open(RFC);
    await keys.press('ControlOrMeta+\\');
    const second = window.getByRole('region', { name: 'Second pane' });
    await expect(second).toBeVisible();
    // The new pane takes the focus a moment after it is there.
    await expect.poll(region).toBe('Second pane');
    await keys.press('F7');
    await expect.poll(region).toBe('Editor');
    if (SHOTS) await window.screenshot({ path: join(SHOTS, 'keyboard-two-panes.png') });
    await keys.command('Close the Second Pane');
    await expect(second).toHaveCount(0);
  });

  await test.step('a tab is closed, comes back, and a line is gone to', async () => {
    await keys.open(ADR);
    await keys.press('ControlOrMeta+w');
    await expect(studio.tab(ADR)).toHaveCount(0);
    await keys.press('ControlOrMeta+Shift+t');
    await expect(studio.tab(ADR)).toHaveAttribute('aria-selected', 'true');
    await keys.press('Control+g');
    await expect(dialog('Go to line')).toBeVisible();
    await keys.type('12:3');
    await keys.press('Enter');
    await expect(studio.statusBar).toContainText('Line 12, column 3');
    await expect(content).toBeFocused();
  });

  await test.step('the export', async () => {
    await answerDialogs(app, { open: [out] });
    await keys.press('ControlOrMeta+Alt+s');
    await keys.press('F4');
    const exporting = dialog('Export portfolio');
    await expect(exporting).toBeVisible();
    // A part of it is enough to walk through, and printed sooner.
    for (const part of ['Part 1', 'Part 2', 'Part 3']) {
      const box = exporting.getByRole('region', { name: part }).getByRole('checkbox', { name: part });
      await keys.reach(box);
      await keys.press('Space');
      await expect(box).not.toBeChecked();
    }
    await keys.push(exporting.getByRole('button', { name: 'Choose…' }));
    await expect(exporting).toContainText('portfolio');
    await keys.push(exporting.getByRole('button', { name: 'Export', exact: true }));
    await expect(exporting.getByRole('status')).toContainText(/\d+ pages/, { timeout: 300_000 });
    await keys.press('Escape');
    expect((await readdir(out)).sort()).toEqual(Object.values(FILE_NAMES).sort());
  });

  const written = await readFile(join(target, '.staffwright', 'waivers.yaml'), 'utf8');
  expect(written).toContain('finding: X-09');
  expect(await pointers()).toBe(0);
});
