import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readPdf } from '../../scripts/pdf/read-pdf';
import { headlessExport } from '../fixtures/headless-export';
import { answerDialogs, expect, test } from '../fixtures/launch';
import { SECRETS, writeSecretKit } from '../fixtures/secret-kit';
import { StudioPage } from '../pages/studio-page';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Which of the secrets stand in a text, however it breaks its lines. */
const told = (text: string) => {
  const plain = text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
  return SECRETS.filter((secret) => plain.includes(secret));
};

async function digests(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[path] = digest(await readFile(path));
  }
  return found;
}

test.describe('a redacted export', () => {
  test.describe.configure({ timeout: 300_000 });

  test('holds none of the originals in any part of any file, and leaves the kit as it is', async ({
    workDir,
    userDataDir,
  }) => {
    const kit = join(workDir, 'secret kit');
    await writeSecretKit(kit);
    const before = await digests(kit);
    const out = join(workDir, 'out');
    const run = await headlessExport(['--kit', kit, '--out', out, '--redact'], userDataDir);
    expect(run.code, run.stderr).toBe(0);
    expect(await digests(kit)).toEqual(before);
    const pdf = await readFile(join(out, 'portfolio.pdf'));
    const zip = await readFile(join(out, 'portfolio.zip'));

    await test.step('the PDF, read by another library', async () => {
      const read = await readPdf(pdf);
      const text = read.pages.join(' ');
      expect(told(text)).toEqual([]);
      expect(
        told(JSON.stringify([read.metadata, read.outline, [...read.destinations.keys()], read.labels])),
      ).toEqual([]);
      for (const words of [
        'Company A',
        'Alex Morgan',
        'A. Morgan',
        'ALEX.MORGAN',
        'Ticket 1',
        'host-1.example',
      ])
        expect(text).toContain(words);
      expect(read.metadata['Author']).toBe('Alex Morgan');
    });

    await test.step('the zip: names, texts, and what the picture held beside its pixels', () => {
      const entries = Object.entries(unzipSync(zip));
      expect(entries.map(([path]) => path)).toEqual(
        expect.arrayContaining([
          'kit/part2-adr-catalog/adr-001-company-a-kafka.md',
          'kit/part1-design-doc/Company A plan.yaml',
          'kit/assets/project-b-board.png',
        ]),
      );
      for (const [path, bytes] of entries) {
        if (/\.pdf$/.test(path)) continue;
        expect([
          path,
          told(path),
          told(new TextDecoder().decode(bytes)),
          told(Buffer.from(bytes).toString('latin1')),
        ]).toEqual([path, [], [], []]);
      }
      const adr = new TextDecoder().decode(
        unzipSync(zip)['kit/part2-adr-catalog/adr-001-company-a-kafka.md'],
      );
      expect(adr).toContain('](../part1-design-doc/Company%20A%20plan.yaml)');
      expect(adr).toContain('company_a["Alex\' queue"]');
      expect(adr.split('\n')).toHaveLength(
        Buffer.from(unzipSync(zip)['kit/part2-adr-catalog/adr-001-company-a-kafka.md'] ?? [])
          .toString()
          .split('\n').length,
      );
    });

    await test.step('the page for the screen', async () => {
      expect(told(await readFile(join(out, 'portfolio.html'), 'utf8'))).toEqual([]);
    });

    await test.step('once more, byte for byte', async () => {
      const again = join(workDir, 'again');
      const second = await headlessExport(['--kit', kit, '--out', again, '--redact'], userDataDir);
      expect(second.code, second.stderr).toBe(0);
      expect(digest(await readFile(join(again, 'portfolio.pdf')))).toBe(digest(pdf));
      expect(digest(await readFile(join(again, 'portfolio.zip')))).toBe(digest(zip));
    });

    await test.step('a list that does not hold is told with its line, and what stood there stays', async () => {
      const list = join(kit, '.staffwright', 'redaction.yaml');
      await writeFile(
        list,
        (await readFile(list, 'utf8')).replace('pseudonym: Alex Morgan', 'pseudonym: "7: x"'),
      );
      const refused = await headlessExport(
        ['--kit', kit, '--out', out, '--redact', '--overwrite'],
        userDataDir,
      );
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('.staffwright/redaction.yaml:11');
      expect(digest(await readFile(join(out, 'portfolio.pdf')))).toBe(digest(pdf));
      expect((await readdir(out)).every((name) => name.startsWith('portfolio.'))).toBe(true);
      await rm(out, { recursive: true });
    });
  });

  test('from the window: what changes and what looks secret is listed first, each leads to its place', async ({
    launch,
    workDir,
  }) => {
    const kit = join(workDir, 'secret kit');
    await writeSecretKit(kit);
    const out = join(workDir, 'out');
    await mkdir(out);
    const { app, window } = await launch({ args: ['--open', kit] });
    await answerDialogs(app, { open: [out] });
    await new StudioPage(window).ready();
    await window.keyboard.press('ControlOrMeta+e');
    const dialog = window.getByRole('dialog', { name: 'Export portfolio' });
    await dialog.getByRole('checkbox', { name: /^Redact/ }).check();
    const changes = dialog.getByRole('list', { name: 'What changes' });
    await expect(changes).toContainText('Inês Carvalho becomes Alex Morgan', { timeout: 60_000 });
    await expect(changes).toContainText('part2-adr-catalog/adr-001-meridian-kafka.md (its name)');
    const secrets = dialog.getByRole('list', { name: 'What looks secret' });
    await expect(secrets).toContainText('A key or token: AKIA…EF');
    await expect(secrets).toContainText('An e-mail address: ops@harbor.io');
    await expect(secrets).toContainText('An address of a private network: 10.1.2.3');
    await expect(secrets).not.toContainText('db07');

    const shots = process.env['STAFFWRIGHT_SHOTS'];
    if (shots) await window.screenshot({ path: join(shots, 'redaction.png') });

    await dialog.getByRole('button', { name: 'Choose…' }).click();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const done = dialog.getByRole('list', { name: 'Preflight' });
    await expect(done).toContainText('nothing of what was hidden is in the files', { timeout: 200_000 });
    await expect(done).toContainText('Nothing can look for names inside of a picture');
    expect(told((await readPdf(await readFile(join(out, 'portfolio.pdf')))).pages.join(' '))).toEqual([]);

    await done.getByRole('button', { name: /assets\/zephyr-board\.png/ }).click();
    await expect(window.getByRole('tab', { name: /zephyr-board\.png/ })).toBeVisible();
  });
});
