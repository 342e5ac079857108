import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { axe, open, run, shot, textOf } from '../fixtures/own-kit';
import { StudioPage } from '../pages/studio-page';

test('a remark on prose says why, is mended as one step, and stays away when it is switched off', async ({
  launch,
  workDir,
}) => {
  const opened = await open(launch, workDir, 'RFC-100-store.md');
  const { window, studio } = opened;
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.type('We replay the the log, and it could possibly stop.');
  const remarks = studio.rubric.getByText('Prose: remarks that weigh nothing');
  await expect(remarks).toBeVisible({ timeout: 20_000 });
  await expect(studio.rubric).toContainText('"could possibly" takes back what the sentence says');
  // Each reason once.
  await expect(studio.rubric.getByText('discounts both')).toHaveCount(1);
  await remarks.scrollIntoViewIfNeeded();
  await shot(window, 'remarks');
  await axe(window);

  await studio.select('the the');
  await window.keyboard.press('ControlOrMeta+Alt+Enter');
  await expect(studio.content).toContainText('We replay the log, and it could');
  await expect(studio.rubric).not.toContainText('A word stands twice in a row');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.content).toContainText('We replay the the log');

  await run(window, 'Show Remarks on Prose');
  await expect(remarks).toHaveCount(0);
  await run(window, 'Show Remarks on Prose');
  await expect(remarks).toBeVisible({ timeout: 20_000 });
});

test('a word of one’s own dictionary is known in every kit from then on, and is no file of the kit', async ({
  launch,
  workDir,
}) => {
  const opened = await open(launch, workDir, 'note.md');
  const { window, studio, kit } = opened;
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.type('\nVexmoor and Quillop wrote this. ');
  const marks = studio.content.locator('.sw-misspelt');
  await expect(marks.filter({ hasText: 'Vexmoor' })).toBeVisible({ timeout: 15_000 });
  await studio.select('Vexmoor');
  await run(window, 'Add Word to My Dictionary');
  await expect(marks.filter({ hasText: 'Vexmoor' })).toHaveCount(0);
  await expect(marks.filter({ hasText: 'Quillop' })).toBeVisible();
  await window.keyboard.press('ControlOrMeta+s');
  await expect(studio.statusBar).toContainText('Saved');
  expect(existsSync(join(kit, '.staffwright/words.txt'))).toBe(false);

  await opened.close();
  const again = new StudioPage((await launch({ args: ['--open', kit] })).window);
  await again.ready();
  const then = again.content.locator('.sw-misspelt');
  await expect(then.filter({ hasText: 'Quillop' })).toBeVisible({ timeout: 20_000 });
  await expect(then.filter({ hasText: 'Vexmoor' })).toHaveCount(0);
});

test('a link is completed with files and headings, followed from the text, and led back to from the preview', async ({
  launch,
  workDir,
}) => {
  const opened = await open(launch, workDir, 'note.md');
  const { window, studio, kit } = opened;
  const list = window.locator('.cm-tooltip-autocomplete');
  /** The editor takes no key for the list in its first 75 ms, so that a key meant for the text is not swallowed. */
  const take = async (name: string) => {
    await expect(list.getByRole('option').first()).toContainText(name, { timeout: 15_000 });
    await window.waitForTimeout(150);
    await window.keyboard.press('Enter');
    await expect(list).toHaveCount(0);
  };
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.type('\nSee [the RFC](RFC');
  await take('RFC-100-store.md');
  expect(await textOf(opened)).toContain('[the RFC](RFC-100-store.md');
  await window.keyboard.type('#su');
  await take('ummary-and-ask');
  expect(await textOf(opened)).toMatch(/\[the RFC\]\(RFC-100-store\.md#summary-and-ask\)/);

  await studio.preview.getByText('Last words.').click({ modifiers: ['ControlOrMeta'] });
  await expect(studio.content).toBeFocused();
  await expect(studio.statusBar).toContainText('Line 10,');

  await studio.select('summary-and');
  await window.keyboard.press('F12');
  await expect(studio.tab('RFC-100-store.md')).toHaveAttribute('aria-selected', 'true');
  await expect(studio.statusBar).toContainText('Line 8,');
  await run(window, 'Save All');
  await expect
    .poll(() => readFile(join(kit, 'docs/note.md'), 'utf8'))
    .toContain('[the RFC](RFC-100-store.md#summary-and-ask)');
});
