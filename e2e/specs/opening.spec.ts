import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

test('a first packet: from the starter kit to its first checked paragraph', async ({ launch, workDir }) => {
  const target = join(workDir, 'my-packet');
  await mkdir(target);
  const { app, window } = await launch({ args: ['--welcome'] });
  await answerDialogs(app, { open: [target] });
  await window.getByRole('button', { name: /new packet/i }).click();
  const dialog = window.getByRole('dialog', { name: /new packet/i });
  await expect(dialog.getByRole('radio', { name: /blank packet/i })).toBeChecked();
  await dialog.getByRole('button', { name: /choose a folder/i }).click();
  const studio = new StudioPage(window);
  await studio.ready();
  expect(await readdir(target)).toEqual(expect.arrayContaining(['kit.yaml', 'templates']));
});

test('a folder that is no kit says so, and the studio goes on', async ({ launch, workDir }) => {
  const folder = join(workDir, 'holiday');
  await mkdir(folder);
  await writeFile(join(folder, 'beach.jpg'), new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
  const { app, window } = await launch({ args: ['--welcome'] });
  await answerDialogs(app, { open: [folder] });
  await window.getByRole('button', { name: /open a kit folder/i }).click();
  await expect(window.getByText(/nothing to write or check|holds no/i).first()).toBeVisible();
  await expect(window.getByRole('button', { name: /open a kit folder/i })).toBeEnabled();
});

test('broken files are listed with their line, and the rest of the kit works', async ({ launch, kitDir }) => {
  const part = join(kitDir, 'examples/part1-design-doc');
  await writeFile(join(part, 'rollout-plan.yaml'), 'id: ROLLOUT-042\nphases: [1\nowner: x\n');
  await writeFile(join(part, 'RFC-099-latin.md'), new Uint8Array([0x23, 0x20, 0x41, 0x0a, 0xe9, 0x0a]));
  await writeFile(join(part, 'broker.log'), Buffer.alloc(51 * 1024 * 1024, 'consumer lag of 1,204\n'));
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('rollout-plan.yaml');
  await expect(studio.rubric).toContainText('GEN-01');
  await expect(studio.rubric).toContainText(/line 3/i);
  await studio.openFile('tradeoff-matrix.yaml');
  await expect(studio.rubric).toContainText(/staff-ready/i);
  // What is too large to edit can be looked at, in parts.
  await studio.openFile('broker.log');
  const partOf = (number: number) => window.getByLabel(`Text of broker.log, part ${number} of 51`);
  await expect(partOf(1)).toContainText('consumer lag of 1,204');
  await window.getByRole('button', { name: 'Next Part' }).click();
  await expect(partOf(2)).toContainText('consumer lag of 1,204');
});

test('the worked example opens read-only', async ({ launch }) => {
  const { window } = await launch({ args: ['--welcome'] });
  await window.getByRole('button', { name: /look around the worked example/i }).click();
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('adr-001-kafka.md');
  await studio.content.click();
  await window.keyboard.insertText('words that must not land');
  await expect(studio.content).not.toContainText('words that must not land');
  await expect(window.getByText(/read-only/i).first()).toBeVisible();
});
