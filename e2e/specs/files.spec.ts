import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const SHOTS = process.env['STAFFWRIGHT_SHOTS'];
const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const MOVED = 'examples/part1-design-doc/notes/RFC-042-moved.md';
const MINUTES = 'examples/part2-adr-catalog/adr-001-kafka.md';

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('a file is renamed, its links follow, and one undo takes all of it back', async ({ launch, kitDir }) => {
  test.setTimeout(180_000);
  const text = (path: string) => readFile(join(kitDir, path), 'utf8');
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await expect(studio.statusBar).toContainText('Packet checked', { timeout: 60_000 });
  const before = { rfc: await text(RFC), adr: await text(MINUTES) };
  expect(before.adr).toContain('RFC-042-streaming-migration.md');

  // One click opens; the keys of a file manager work in the tree.
  await studio.navigator.getByRole('tab', { name: 'Files' }).click();
  const tree = studio.navigator.getByRole('treegrid', { name: 'Files' });
  const row = (name: string | RegExp) => tree.getByRole('row', { name }).first();
  await row(/^part2-adr-catalog/).click();
  await row('decision-log.md').click();
  await expect(studio.tab('decision-log.md')).toHaveAttribute('aria-selected', 'true');
  await expect(row(/^decision-log\.md/)).toHaveAccessibleName(/shown/);
  await row('RFC-042-streaming-migration.md').focus();
  await window.keyboard.press('F2');
  const dialog = window.getByRole('dialog', { name: /Rename or move RFC-042/ });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('New path in the kit').fill('examples/part1-design-doc/risk-register.json');
  await expect(dialog).toContainText('risk-register.json is there already.');
  await dialog.getByLabel('New path in the kit').fill(MOVED);
  await expect(dialog).toContainText(/\d+ links and paths are mended in \d+ files/);
  await expect(dialog.getByRole('list')).toContainText('adr-001-kafka.md');
  await accessible(window);
  if (SHOTS) await window.screenshot({ path: join(SHOTS, 'rename-file.png') });
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden({ timeout: 30_000 });

  await expect(studio.tab('RFC-042-moved.md')).toBeVisible();
  await expect.poll(() => text(MINUTES)).toContain('notes/RFC-042-moved.md');
  expect(await exists(join(kitDir, RFC))).toBe(false);
  // No link of the packet is broken by it.
  await expect(studio.statusBar).toContainText('Packet checked', { timeout: 60_000 });
  await row('RFC-042-moved.md').click();
  await expect(studio.rubric).toContainText(/staff-ready/i, { timeout: 60_000 });
  if (SHOTS) await window.screenshot({ path: join(SHOTS, 'renamed-file.png') });

  await row('RFC-042-moved.md').focus();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.tab('RFC-042-streaming-migration.md')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => text(MINUTES)).toBe(before.adr);
  expect(await exists(join(kitDir, MOVED))).toBe(false);
  // The file itself is open: its own links stand in the tab, as they were, and nothing is unsaved.
  await expect.poll(() => text(RFC)).toBe(before.rfc);

  // Dragged onto a folder, a file asks for the same.
  const moved = join(kitDir, 'examples/part2-adr-catalog/problem-brief.md');
  const folder = row(/^part2-adr-catalog/).getByText('part2-adr-catalog');
  await row(/^problem-brief\.md/)
    .getByText('problem-brief.md')
    .dragTo(folder);
  const move = window.getByRole('dialog', { name: /Rename or move problem-brief/ });
  await expect(move.getByLabel('New path in the kit')).toHaveValue(/part2-adr-catalog\/problem-brief\.md$/);
  await expect(move).toContainText(/mended in \d+ file/);
  await window.keyboard.press('Enter');
  await expect(move).toBeHidden({ timeout: 30_000 });
  expect(await exists(moved)).toBe(true);
  await row(/^decision-log\.md/).focus();
  await window.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => exists(moved), { timeout: 30_000 }).toBe(false);
});

test('a file is deleted by key and put back', async ({ launch, kitDir }) => {
  test.setTimeout(120_000);
  const path = join(kitDir, 'examples/part2-adr-catalog/tco-summary.md');
  const before = await readFile(path);
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.navigator.getByRole('tab', { name: 'Files' }).click();
  const tree = studio.navigator.getByRole('treegrid', { name: 'Files' });
  const row = tree.getByRole('row', { name: /^tco-summary\.md/ });
  await tree.getByRole('row', { name: /^part2-adr-catalog/ }).click();
  await row.focus();
  await window.keyboard.press('Delete');
  await expect(row).toBeHidden({ timeout: 30_000 });
  expect(await exists(path)).toBe(false);
  await expect(window.getByText(/“Undo Move or Delete” puts it back/)).toBeVisible();
  if (SHOTS) await window.screenshot({ path: join(SHOTS, 'deleted-file.png') });
  await tree.getByRole('row', { name: /^decision-log\.md/ }).focus();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(row).toBeVisible({ timeout: 30_000 });
  expect(await readFile(path)).toEqual(before);
});

test('a kit’s own standard is shown and asked for before it applies', async ({ launch, kitDir }) => {
  test.setTimeout(120_000);
  const { appendFile } = await import('node:fs/promises');
  await appendFile(join(kitDir, 'kit.yaml'), 'criteria:\n  RFC-01: {severity: off, reason: We do without}\n');
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  const dialog = window.getByRole('dialog', { name: 'This kit brings its own standard' });
  await expect(dialog).toContainText('RFC-01', { timeout: 60_000 });
  await expect(dialog).toContainText('switched off');
  await expect(dialog).toContainText('We do without');
  await accessible(window);
  if (SHOTS) await window.screenshot({ path: join(SHOTS, 'own-standard.png') });
  await dialog.getByRole('button', { name: 'Keep the Studio’s Standard' }).click();
  await studio.ready();
  await studio.statusBar.getByRole('button', { name: 'Studio’s standard' }).click();
  await expect(dialog).toContainText('left out, as you chose');
  await dialog.getByRole('button', { name: 'Use the Kit’s Standard' }).click();
  await expect(studio.statusBar.getByRole('button', { name: 'Studio’s standard' })).toBeHidden();
});
