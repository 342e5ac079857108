import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { zipSync } from 'fflate';
import { launcherSwitches } from '../../scripts/setup/display.mjs';
import { repoRoot } from '../../scripts/setup/paths.mjs';
import { answerDialogs, expect, test } from '../fixtures/launch';
import { DECISION, decisionText } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('a kit zip is looked through, unpacked into a folder of its own and opened; a hostile one is not', async ({
  launch,
  workDir,
  userDataDir,
}) => {
  const [good, hostile] = [join(workDir, 'packet.zip'), join(workDir, 'hostile.zip')];
  const place = join(workDir, 'kits');
  await mkdir(join(place, 'packet'), { recursive: true });
  await writeFile(join(place, 'packet', 'mine.md'), 'mine\n');
  const kit = {
    'packet-main/kit.yaml': bytesOf('version: 1\nname: Zipped\n'),
    [`packet-main/${DECISION}`]: bytesOf(decisionText('## Context\n')),
    'packet-main/.git/hooks/post-checkout': bytesOf('#!/bin/sh\n'),
  };
  await writeFile(good, zipSync(kit));
  await writeFile(hostile, zipSync({ ...kit, '../../evil.md': bytesOf('# Evil\n') }));

  const { app, window } = await launch({ args: ['--welcome', '--open', hostile] });
  const dialog = window.getByRole('dialog', { name: /^Open (?:packet|hostile)\.zip$/ });
  await expect(dialog.getByRole('alert')).toContainText('"../../evil.md" in this zip cannot be unpacked');

  await answerDialogs(app, { open: [good] });
  await dialog.getByRole('button', { name: 'Choose Another Zip…' }).click();
  await expect(dialog).toContainText('2 files');
  await expect(dialog).toContainText('A hidden file stays in the zip: .git/hooks/post-checkout.');
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await answerDialogs(app, { open: [place] });
  await dialog.getByRole('button', { name: 'Change…' }).click();
  const name = dialog.getByRole('textbox', { name: 'Name of the new folder' });
  await expect(name).toHaveValue('packet 2');
  await name.fill('packet');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText(
    'There is something called "packet" in that folder already',
  );
  await name.fill('packet 2');
  await dialog.getByRole('button', { name: 'Unpack and Open' }).click();

  const studio = new StudioPage(window);
  await studio.ready();
  await expect(studio.navigator).toContainText('adr-901-small.md');
  await expect(window).toHaveTitle(/^Zipped/);
  expect(await readdir(place)).toEqual(['packet', 'packet 2']);
  expect(await readFile(join(place, 'packet', 'mine.md'), 'utf8')).toBe('mine\n');
  expect((await readdir(join(place, 'packet 2'))).sort()).toEqual(['kit.yaml', 'part2-adr-catalog']);
  expect((await readdir(workDir)).sort()).toEqual(['hostile.zip', 'kits', 'packet.zip', 'user-data']);

  // A second start with a zip shows it in this window.
  const switches = [...launcherSwitches('x11'), repoRoot, `--user-data-dir=${userDataDir}`];
  spawn(app.process().spawnfile, [...switches, '--open', hostile], { stdio: 'ignore' });
  await expect(dialog.getByRole('alert')).toContainText('steps out of its folder');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(studio.navigator).toContainText('adr-901-small.md');
});
