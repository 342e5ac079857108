import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';
const RFC_PATH = `examples/part1-design-doc/${RFC}`;

/** All files of a folder with their text, to prove that only one changed. */
async function snapshot(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(path, await readFile(path, 'utf8'));
  }
  return files;
}

test('a sentence typed in the RFC shows in the preview, is saved, and nothing else changes', async ({
  launch,
  kitDir,
}) => {
  const before = await snapshot(kitDir);
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await expect(studio.preview).toContainText('We propose to replace the hourly batch pipeline');

  await studio.replace('Late data carries a problem cost', 'Stale data carries a yearly problem cost');
  await expect(studio.preview).toContainText('Stale data carries a yearly problem cost');
  await expect(studio.statusBar).toContainText('Unsaved');

  await studio.save();
  const after = await snapshot(kitDir);
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toEqual([join(kitDir, RFC_PATH)]);
  const was = before.get(join(kitDir, RFC_PATH)) ?? '';
  expect(after.get(join(kitDir, RFC_PATH))).toBe(
    was.replace('Late data carries a problem cost', 'Stale data carries a yearly problem cost'),
  );
  expect([...before.keys()].sort()).toEqual([...after.keys()].sort());
});

test('losing the dissent section fails exactly RFC-02, and the finding jumps to its line', async ({
  launch,
  kitDir,
}) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await expect(studio.rubric).toContainText(/staff-ready/i);

  const text = await readFile(join(kitDir, RFC_PATH), 'utf8');
  const heading = text.split('\n').find((line) => /^## 10\. /.test(line)) ?? '';
  expect(heading).not.toBe('');
  await studio.replace(heading, '## 10. Parking lot');
  await expect(studio.rubric).toContainText('RFC-02');
  await expect(studio.rubric).not.toContainText(/staff-ready/i);

  await window.keyboard.press('ControlOrMeta+Home');
  await studio.rubric
    .getByRole('button', { name: /line \d+/i })
    .first()
    .click();
  await expect(studio.content).toBeFocused();
  const expected = text.split('\n').findIndex((line) => /^## 11\. /.test(line)) + 1;
  const shown = await studio.statusBar.innerText();
  const line = Number(/(?:Ln|Line)\s*(\d+)/i.exec(shown)?.[1]);
  expect(Math.abs(line - expected)).toBeLessThanOrEqual(1);

  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.rubric).toContainText(/staff-ready/i);
});

test('typing in one paragraph leaves the other blocks of the preview in place', async ({
  launch,
  kitDir,
}) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  const heading = studio.preview.getByRole('heading', { name: /Context/ }).first();
  await heading.evaluate((element) => element.setAttribute('data-probe', 'kept'));
  await studio.replace('We propose to replace', 'We propose, today, to replace');
  await expect(studio.preview).toContainText('We propose, today, to replace');
  await expect(heading).toHaveAttribute('data-probe', 'kept');
});

test('a diagram is drawn as a picture, and keeps its last good drawing while it is wrong', async ({
  launch,
  kitDir,
}) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('data-flow-target.mmd');
  const picture = studio.preview.getByRole('img').first();
  await expect(picture).toBeVisible({ timeout: 20_000 });
  const width = await picture.evaluate((element: HTMLImageElement) => element.naturalWidth);
  expect(width).toBeGreaterThan(100);
  await studio.select('flowchart');
  await window.keyboard.insertText('flowchrt');
  await expect(studio.preview).toContainText(/line \d+|diagram type|syntax/i);
  await expect(picture).toBeVisible();
});

test('the worked example of the same kind stands beside the draft', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('adr-002-managed-kafka-msk.md');
  await window.keyboard.press('ControlOrMeta+Shift+x');
  await expect(studio.companion.getByRole('region', { name: 'Worked example' })).toContainText(/Kafka/);
});
