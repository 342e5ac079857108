import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const SHOTS = process.env['STAFFWRIGHT_SHOTS'];

test('a figure that disagrees with the model is shown with both places, and waived with a reason', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(120_000);
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('RFC-042-streaming-migration.md');
  await expect(studio.rubric).toContainText(/staff-ready/i, { timeout: 60_000 });

  // A digit wrong: the rule names the amount and the model's own line.
  await studio.replace('Its five-year NPV, $4,182,509', 'Its five-year NPV, $4,182,590');
  await expect(studio.rubric).toContainText('Agreement with the packet', { timeout: 30_000 });
  await expect(studio.rubric).toContainText('X-09');
  await expect(studio.rubric).toContainText('tco-5yr-model.yaml');
  if (SHOTS) await window.screenshot({ path: join(SHOTS, 'disagreement.png') });

  // Waived by keyboard alone.
  const waive = studio.rubric.getByRole('button', { name: 'Waive…' }).first();
  await waive.focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: /Waive X-09/ });
  await expect(dialog).toBeVisible();
  await window.keyboard.press('ControlOrMeta+a');
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  if (SHOTS) await window.screenshot({ path: join(SHOTS, 'waive.png') });
  await dialog.getByRole('button', { name: 'Waive', exact: true }).click();
  await expect(dialog).toContainText('A reader of the report needs a reason.');
  await dialog.getByLabel('Why it is right as it is').fill('The model is corrected next week');
  await dialog.getByLabel('Who answers for it').fill('Ines Okonkwo-Vale');
  await dialog.getByRole('button', { name: 'Waive', exact: true }).click();
  await expect(studio.rubric.getByRole('button', { name: 'Show Waiver' })).toBeVisible({ timeout: 30_000 });
  const written = await readFile(join(kitDir, '.staffwright', 'waivers.yaml'), 'utf8');
  expect(written).toContain('finding: X-09');
  expect(written).toContain('reason: "The model is corrected next week"');
  if (SHOTS) await window.screenshot({ path: join(SHOTS, 'waived.png') });

  // It ends with the passage it is about.
  await studio.replace('$4,182,590', '$4,182,591');
  await expect(studio.rubric.getByRole('button', { name: 'Waive…' }).first()).toBeVisible({
    timeout: 30_000,
  });
});
