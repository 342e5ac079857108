import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';
const rfcIn = (kit: string) => join(kit, 'examples/part1-design-doc', RFC);

test('unsaved words survive closing the window', async ({ launch, kitDir }) => {
  const first = await launch({ args: ['--open', kitDir] });
  let studio = new StudioPage(first.window);
  await studio.ready();
  await studio.openFile(RFC);
  await studio.replace('We propose to replace', 'We hereby propose to replace');
  await expect(studio.statusBar).toContainText('Unsaved');
  await first.close();
  expect(await readFile(rfcIn(kitDir), 'utf8')).toContain('We propose to replace');

  const second = await launch({ args: ['--open', kitDir] });
  studio = new StudioPage(second.window);
  await studio.ready();
  await studio.openFile(RFC);
  await expect(studio.content).toContainText('We hereby propose to replace');
  await expect(studio.statusBar).toContainText('Unsaved');
});

test('unsaved words survive a killed process', async ({ launch, kitDir }) => {
  const first = await launch({ args: ['--open', kitDir] });
  let studio = new StudioPage(first.window);
  await studio.ready();
  await studio.openFile(RFC);
  await studio.replace('We propose to replace', 'We stubbornly propose to replace');
  // The promise is one second from the keystroke to the disk.
  await first.window.waitForTimeout(1500);
  first.app.process().kill('SIGKILL');

  const second = await launch({ args: ['--open', kitDir] });
  studio = new StudioPage(second.window);
  await studio.ready();
  await studio.openFile(RFC);
  await expect(studio.content).toContainText('We stubbornly propose to replace');
});

test('a file changed outside reloads when clean, and is never overwritten when dirty', async ({
  launch,
  kitDir,
}) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  const original = await readFile(rfcIn(kitDir), 'utf8');
  await writeFile(rfcIn(kitDir), original.replace('We propose to replace', 'They propose to replace'));
  await expect(studio.content).toContainText('They propose to replace', { timeout: 15_000 });

  await studio.replace('They propose to replace', 'Mine: replace');
  await writeFile(rfcIn(kitDir), original.replace('We propose to replace', 'Theirs again: replace'));
  await expect(
    window
      .getByRole('alert')
      .or(window.getByRole('status'))
      .filter({ hasText: /changed (?:on disk|outside)/i })
      .first(),
  ).toBeVisible({ timeout: 15_000 });
  await window.keyboard.press('ControlOrMeta+s');
  expect(await readFile(rfcIn(kitDir), 'utf8')).toContain('Theirs again: replace');
  await expect(studio.content).toContainText('Mine: replace');
});

test('a file the user may not write says so and keeps the words', async ({ launch, kitDir }) => {
  await chmod(rfcIn(kitDir), 0o444);
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await expect(window.getByText(/read-only/i).first()).toBeVisible();
});
