import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { axe, command, pictures } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

/** What of the kit the story needs no part of: a small kit is checked in a moment. */
const AWAY = [
  'templates',
  'scenarios',
  'examples/senior-grade',
  'examples/part3-architecture-review',
  'examples/part4-postmortem',
];

/** The text that is selected in the editor. */
function selected(studio: StudioPage): Promise<string> {
  return studio.page.evaluate(() => getSelection()?.toString() ?? '');
}

test('views lead to their lines, follow the cursor, are tables when asked, and let one try things', async ({
  launch,
  kitDir,
}) => {
  test.slow();
  await Promise.all(AWAY.map((folder) => rm(join(kitDir, folder), { recursive: true })));
  for (const folder of ['templates', 'scenarios']) await mkdir(join(kitDir, folder));
  const running = await launch({ args: ['--open', kitDir] });
  const { window } = running;
  const studio = new StudioPage(window);
  await studio.ready();

  // A click and Enter go to what is drawn; arrows go from mark to mark.
  await studio.navigator.getByRole('button', { name: /^risk-register\.json/ }).click();
  const map = studio.preview.getByRole('figure', { name: /^Risks by likelihood and impact/ });
  await expect(
    map.getByRole('img', { name: /12 risks\. Before mitigation: 1 critical, 5 high/ }),
  ).toBeVisible();
  const r03 = map.getByRole('button', { name: /^R-03, .* before mitigation$/ });
  await r03.click();
  await expect(studio.content).toBeFocused();
  await expect.poll(() => selected(studio)).toBe('"R-03"');
  await expect(r03).toHaveAttribute('aria-current', 'location');
  const first = map.getByRole('button', { name: /^R-01, .* before mitigation$/ });
  await expect(first).not.toHaveAttribute('aria-current');
  await r03.focus();
  await window.keyboard.press('ArrowLeft');
  // One of the two in the field beside it: which lies nearer depends on the width.
  await expect(map.locator('button:focus')).toHaveAccessibleName(/^R-0[19], .* before mitigation$/);
  await window.keyboard.press('Home');
  await expect(map.locator('button:focus')).toHaveAccessibleName(/^R-02, /);
  await window.keyboard.press('Enter');
  await expect.poll(() => selected(studio)).toBe('"R-02"');

  // Anywhere in an entry the cursor is about its mark.
  await studio.select('"mitigation"');
  await expect(first).toHaveAttribute('aria-current', 'location');
  await pictures(running, 'view-risk-register');
  await map.getByRole('button', { name: 'Show as Table' }).click();
  await expect(map.getByRole('row', { name: /^R-03 .* 3 5 15 2 5 10$/ })).toBeVisible();

  // So is what the cursor's line says further down; the page goes to it when no mark of it is left in sight.
  const lit = studio.preview.locator('dl [data-at-cursor]');
  await expect(lit).toContainText('Training budget');
  await studio.select('"x-alert-gap"');
  await expect(studio.preview.locator('[data-at-cursor]').first()).toBeInViewport();

  // What changed of the meaning, beside what was.
  await studio.replace('"likelihood": 3', '"likelihood": 4');
  await window.keyboard.press('ControlOrMeta+Alt+d');
  const chooser = window.getByRole('dialog', { name: 'Compare risk-register.json with' });
  await chooser.getByRole('combobox').fill('The file on disk');
  await expect(chooser.getByRole('option').first()).toContainText('The file on disk');
  await window.keyboard.press('Enter');
  const comparison = window.getByRole('dialog', { name: 'Comparing risk-register.json' });
  await comparison.getByRole('button', { name: 'Rendered' }).click();
  const passages = comparison.getByRole('status');
  await expect(passages).toContainText('2 changed passages');
  await window.keyboard.press('F8');
  await expect(passages).toHaveText('1 of 2 changed passages');
  await window.keyboard.press('F8');
  await expect(passages).toHaveText('2 of 2 changed passages');
  const changed = comparison.locator('tr[data-changed="both"] td[data-changed="value"]');
  await expect(changed).toHaveText([/^3 × 4 = 12$/, /^4 × 4 = 12 \(is 16\)$/]);
  await expect(changed.last()).toBeInViewport();
  await pictures(running, 'view-compared');
  await axe(window);
  await window.keyboard.press('Escape');
  await window.keyboard.press('ControlOrMeta+z');

  // Another weight changes the winner; the file only when it is told to take it, and undo takes it back.
  await studio.openFile('tradeoff-matrix.yaml');
  const onDisk = () => readFile(join(kitDir, 'examples/part1-design-doc/tradeoff-matrix.yaml'), 'utf8');
  const before = await onDisk();
  await studio.preview.getByRole('button', { name: 'Try other weights' }).click();
  const tool = studio.preview.getByRole('region', { name: 'Try other weights' });
  await expect(tool.getByRole('status')).toHaveText('Kafka on Amazon MSK wins with 4.40, 0.35 ahead.');
  const slider = tool.getByRole('slider', { name: 'Weight of C4 Operations load' });
  await slider.focus();
  for (let weight = 15; weight < 28; weight++) await window.keyboard.press('ArrowRight');
  await expect(tool.getByRole('status')).toContainText(
    'With the weights of the file it was Kafka on Amazon MSK.',
  );
  await pictures(running, 'view-weights');
  await axe(window);
  await tool.getByRole('button', { name: 'Write into the File' }).click();
  await expect(tool.getByText('Nothing differs from the file.')).toBeVisible();
  await studio.content.click();
  await studio.save();
  expect((await onDisk()).split('\n').filter((line, at) => line !== before.split('\n')[at])).toHaveLength(10);
  await window.keyboard.press('ControlOrMeta+z');
  await studio.save();
  expect(await onDisk()).toBe(before);

  // A cell tells how it comes about; other inputs are computed and not written.
  await studio.openFile('tco-5yr-model.yaml');
  const cost = studio.preview.getByRole('figure', { name: /^Cost by year and kind/ });
  await cost.getByRole('button', { name: /MSK, 2026, platform: 66,226 USD$/ }).click();
  await expect.poll(() => selected(studio)).toBe('66226');
  const card = studio.companion.getByRole('region', { name: 'Formula of the cell at the cursor' });
  await expect(card).toContainText('9 × 0.84 × 8760');
  await studio.preview.getByRole('button', { name: 'Try other inputs' }).click();
  const inputs = studio.preview.getByRole('region', { name: 'Try other inputs' });
  await expect(inputs.getByRole('status')).toContainText(
    'Kafka on Amazon MSK is cheapest: NPV 4,182,509 USD',
  );
  await inputs.getByRole('slider', { name: 'Growth of traffic per year' }).fill('0.15');
  await expect(inputs.getByRole('status')).toContainText('NPV 3,893,190 USD');
  await pictures(running, 'view-inputs');
  await command(window, 'Switch Light');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await axe(window);
});
