import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { makeSmallKit } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

const NOTES = 'notes.md';
const TEXT = `# Notes on the move

Everything that has to be known before the queue moves.

## Cost

The queue costs 4,200 a month today.

## Risk

Two teams know how it fails.

## Plan

We move one service a week, the smallest first.
`;

/** Pictures for whoever changes how this looks: with a folder in `STAFFWRIGHT_SHOTS`. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['STAFFWRIGHT_SHOTS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const theme of ['dark', 'light']) {
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  }
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

test('a section comes back from the history, and what others wrote is merged, all by keyboard', async ({
  launch,
  workDir,
}) => {
  const kit = await makeSmallKit(workDir, { [NOTES]: TEXT, 'plan.md': '# Plan\n\nLater.\n' });
  const file = join(kit, NOTES);
  const { window } = await launch({ args: ['--open', kit] });
  const { keyboard } = window;
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(NOTES);
  await studio.replace('4,200 a month', '9,999 a month');
  await studio.save();
  await studio.replace('Two teams know', 'Only one team knows');
  await studio.save();

  await keyboard.press('ControlOrMeta+Shift+y');
  const versions = window.getByRole('listbox', { name: `Versions of ${NOTES}` });
  await expect(versions.getByRole('option')).toHaveCount(3);
  await expect(versions.getByRole('option').first()).toHaveAccessibleName(/on disk now/i);
  await versions.focus();
  await keyboard.press('End');
  await expect(versions.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  expect(await violations(window)).toEqual([]);
  await shot(window, 'history-file');
  await keyboard.press('Enter');
  const comparison = window.getByRole('dialog', { name: `Comparing ${NOTES}` });
  await expect(comparison).toContainText('As it was today at');
  await expect(comparison.getByRole('status')).toContainText('of 2 changes');
  await comparison.getByRole('button', { name: 'Rendered' }).click();
  await expect(comparison.getByRole('document').first()).toContainText('4,200 a month');
  await shot(window, 'history-compare');
  await keyboard.press('Escape');

  // The section on cost as it was; the one on risk stays.
  await window.getByRole('button', { name: 'Restore a Section…' }).press('Enter');
  await expect(window.getByRole('option', { name: /Cost.*reads otherwise now/ })).toBeVisible();
  await shot(window, 'history-section');
  await window.getByRole('combobox').fill('Cost');
  await keyboard.press('Enter');
  await expect(studio.content).toContainText('4,200 a month');
  await expect(studio.content).toContainText('Only one team knows');
  await expect(studio.content).toBeFocused();
  await keyboard.press('ControlOrMeta+z');
  await expect(studio.content).toContainText('9,999 a month');
  await keyboard.press('ControlOrMeta+Shift+Z');
  await studio.save();

  // Both write: one place apart from all others, one on the same line.
  const saved = await readFile(file, 'utf8');
  await studio.replace('one service a week', 'two services a week');
  const theirs = saved.replace('one service a week', 'three services a week').replace('Only one', 'Just one');
  await writeFile(file, theirs);
  const banner = window.getByRole('alert').filter({ hasText: 'changed on disk while you were writing' });
  await expect(banner).toContainText('One place was changed on both sides');
  await shot(window, 'merge-banner');
  await banner.getByRole('button', { name: 'Merge…' }).press('Enter');
  const merging = window.getByRole('dialog', { name: `Merging ${NOTES}` });
  await expect(merging.getByRole('status')).toHaveText('1 conflict, 1 to decide');
  await expect(merging.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await shot(window, 'merge');
  expect(await violations(window)).toEqual([]);
  await keyboard.press('F8');
  await keyboard.press('Alt+4');
  // Both changed the same word, so that there is nothing to combine.
  await expect(merging.getByRole('status')).toHaveText('1 conflict, 1 to decide');
  await keyboard.press('Alt+2');
  await expect(merging.getByRole('status')).toHaveText('1 conflict, all decided');
  await shot(window, 'merge-decided');
  await keyboard.press('ControlOrMeta+z');
  await expect(merging.getByRole('status')).toHaveText('1 conflict, 1 to decide');
  await keyboard.press('Alt+3');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(merging).toBeHidden();
  await expect(studio.content).toContainText('Just one team knows');
  await studio.save();
  expect(await readFile(file, 'utf8')).toBe(
    theirs.replace(
      'We move three services a week, the smallest first.\n',
      'We move two services a week, the smallest first.\nWe move three services a week, the smallest first.\n',
    ),
  );

  // The whole kit under a name; a file that is deleted comes back.
  await window.getByText('Whole kit', { exact: true }).click();
  await window.getByRole('button', { name: 'Name a Milestone…' }).click();
  await window.getByRole('textbox', { name: 'Name' }).fill('Sent to reviewers');
  await shot(window, 'history-name');
  await keyboard.press('Enter');
  const history = window.getByRole('group', { name: 'History of the kit' });
  await expect(history).toContainText('Sent to reviewers');
  await studio.openFile('plan.md');
  await keyboard.press('ControlOrMeta+Shift+p');
  await window.getByRole('combobox').fill('Delete');
  await expect(window.getByRole('option').first()).toHaveAccessibleName(/^Delete/);
  await keyboard.press('Enter');
  await expect(history.getByRole('button', { name: 'Bring plan.md back' })).toBeVisible();
  await shot(window, 'history-kit');
  expect(await violations(window)).toEqual([]);
  await history.getByRole('button', { name: /Restore the kit as of/ }).click();
  const plan = window.getByRole('dialog', { name: /Restore the Kit/ });
  await expect(plan).toContainText('Will be brought back (1)');
  await shot(window, 'history-restore');
  await plan.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(plan).toBeHidden();
  expect(await readFile(join(kit, 'plan.md'), 'utf8')).toBe('# Plan\n\nLater.\n');
});

test('texts that a kill left unsaved are held against the disk, then kept or discarded', async ({
  launch,
  workDir,
}) => {
  const kit = await makeSmallKit(workDir, { [NOTES]: TEXT, 'plan.md': '# Plan\n\nLater.\n' });
  const first = await launch({ args: ['--open', kit] });
  let studio = new StudioPage(first.window);
  await studio.ready();
  await studio.openFile('plan.md');
  await studio.replace('Later.', 'Sooner.');
  await studio.openFile(NOTES);
  await studio.replace('Two teams know', 'Three teams know');
  // The promise is one second from the keystroke to the disk.
  await first.window.waitForTimeout(1500);
  first.app.process().kill('SIGKILL');

  const { window } = await launch({ args: ['--open', kit] });
  studio = new StudioPage(window);
  await studio.ready();
  const banner = window.getByRole('status').filter({ hasText: 'Recovered unsaved changes' });
  await banner.getByRole('button', { name: 'Compare with Disk' }).click();
  const comparison = window.getByRole('dialog', { name: `Comparing ${NOTES}` });
  await expect(comparison).toContainText('On disk');
  await expect(comparison.getByRole('status')).toContainText('1 change');
  await window.keyboard.press('Escape');
  await banner.getByRole('button', { name: 'All 2 Recovered…' }).click();
  const recovered = window.getByRole('dialog', { name: 'Recovered texts' });
  await expect(recovered.getByRole('listitem')).toHaveCount(2);
  expect(await violations(window)).toEqual([]);
  await shot(window, 'recovered');
  await recovered.getByRole('button', { name: 'Discard the text of plan.md' }).click();
  await recovered.getByRole('button', { name: 'Keep the text of notes.md' }).click();
  await recovered.getByRole('button', { name: 'Close' }).last().click();
  await expect(studio.content).toContainText('Three teams know');
  await studio.save();
  expect(await readFile(join(kit, NOTES), 'utf8')).toContain('Three teams know');
  expect(await readFile(join(kit, 'plan.md'), 'utf8')).toContain('Later.');
});
