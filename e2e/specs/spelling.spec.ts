import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const BRIEF = 'problem-brief.md';
const WORDS = '.staffwright/words.txt';

test('a misspelt word is marked, mended by keyboard, and a name goes into the kit’s dictionary', async ({
  launch,
  kitDir,
}) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(BRIEF);
  const marks = studio.content.locator('.sw-misspelt');
  const menu = (word: string) => window.getByRole('menu', { name: `Spelling of ${word}` });

  await test.step('typing marks nothing before it pauses, and then the word alone', async () => {
    await studio.content.click();
    await window.keyboard.press('ControlOrMeta+End');
    await window.keyboard.type(
      '\n\nThe runbook of Thistlewharf on Kafka has a recieve step by Vexmoor, see `teh code`. ',
    );
    await expect(marks.filter({ hasText: 'recieve' })).toBeVisible({ timeout: 15_000 });
    await expect(marks.filter({ hasText: 'Vexmoor' })).toBeVisible();
    for (const known of ['runbook', 'Thistlewharf', 'Kafka', 'teh'])
      await expect(marks.filter({ hasText: known })).toHaveCount(0);
  });

  await test.step('the engine’s own checker is off', async () => {
    expect(await studio.content.getAttribute('spellcheck')).toBe('false');
  });

  await test.step('Ctrl+. offers what could be meant, and Enter writes it as one step', async () => {
    await studio.select('recieve');
    await window.keyboard.press('ControlOrMeta+.');
    await expect(menu('recieve').getByRole('menuitem', { name: 'receive', exact: true })).toBeFocused();
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual(
      [],
    );
    await window.keyboard.press('Enter');
    await expect(studio.content).toContainText('has a receive step');
    await expect(studio.content).toBeFocused();
    await window.keyboard.press('ControlOrMeta+z');
    await expect(studio.content).toContainText('has a recieve step');
    await window.keyboard.press('ControlOrMeta+Shift+Z');
    await expect(studio.content).toContainText('has a receive step');
  });

  await test.step('a right click adds a name to the kit’s dictionary, which is a file of the kit', async () => {
    expect(existsSync(join(kitDir, WORDS))).toBe(false);
    await marks.filter({ hasText: 'Vexmoor' }).click({ button: 'right' });
    await menu('Vexmoor').getByRole('menuitem', { name: 'Add to the kit’s dictionary' }).click();
    await expect(marks.filter({ hasText: 'Vexmoor' })).toHaveCount(0);
    await expect.poll(() => readFile(join(kitDir, WORDS), 'utf8').catch(() => '')).toBe('Vexmoor\n');
  });

  await test.step('British English judges by British spelling, and off marks nothing', async () => {
    await studio.content.click();
    await window.keyboard.press('ControlOrMeta+End');
    await window.keyboard.type('Their colour and zzyzx. ');
    await expect(marks.filter({ hasText: 'colour' })).toBeVisible();
    await command('Check Spelling as British English');
    await expect(marks.filter({ hasText: 'colour' })).toHaveCount(0, { timeout: 15_000 });
    await expect(marks.filter({ hasText: 'zzyzx' })).toBeVisible();
    await command('Do Not Check Spelling');
    await expect(marks).toHaveCount(0);
  });

  async function command(name: string): Promise<void> {
    await window.keyboard.press('ControlOrMeta+Shift+p');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('combobox').or(dialog.getByRole('searchbox')).first().fill(name);
    await expect(
      dialog.getByRole('option', { name }).or(dialog.getByRole('menuitem', { name })).first(),
    ).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  }
});
