import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readPdf } from '../../scripts/pdf/read-pdf';
import { kitPath } from '../../shared/domain/kit-path';
import type { PortfolioManifest } from '../../shared/portfolio/manifest';
import { FILE_NAMES } from '../../shared/portfolio/outputs';
import { headlessExport } from '../fixtures/headless-export';
import { answerDialogs, expect, test } from '../fixtures/launch';
import { shot } from '../fixtures/own-kit';
import { fonts, pageSizes } from '../fixtures/pdf-facts';
import { StudioPage } from '../pages/studio-page';

const run = promisify(execFile);
const SUMMARY = 'part4-postmortem/executive-summary.md';
/** Far more than a slide holds. */
const LONG = Array.from(
  { length: 40 },
  (_, i) => `- Point ${i + 1} of the long slide says at some length what nobody will read.`,
).join('\n');

const FILES: Readonly<Record<string, string>> = {
  'kit.yaml': 'version: 1\nname: A small kit\nauthor: Ines Okonkwo-Vale\n',
  'part2-adr-catalog/adr-001-kafka.md':
    '---\nid: ADR-001\ndate: 2023-11-10\n---\n# ADR-001: Use Kafka\n\n## Decision\n\nWe use it, Łukasz agrees; see [the slides](../part4-postmortem/executive-summary.md) and [the docs](https://kafka.apache.org/documentation).\n\n<script>alert(1)</script><img src="https://example.org/p.png" onerror="alert(2)">\n\n| a | b |\n| - | - |\n| one | two |\n',
  'part4-postmortem/diagrams/flow.mmd': '%% title: The flow\nflowchart LR\n  a["Order"] --> b["Ledger"]\n',
  [SUMMARY]: `---
id: BRIEFING-1
title: "Two slides"
owner: Ines Okonkwo-Vale
date: "2024-03-21"
audience: "the VP"
---

# Two slides

## Slide 1 — We lost 5,367,722 events in 365 min

- On 2024-03-12 we lost 5,367,722 events (IM-01).
- Ask: approve $35,333 by 2024-03-22.

\`\`\`mermaid
flowchart LR
  x["Producer"] --> y["Filter"]
\`\`\`

> Notes: Private words of the speaker, with [the decision](../part2-adr-catalog/adr-001-kafka.md).

## Slide 2 — Too much of it

${LONG}

> Notes: Second notes.
`,
};

async function smallKit(workDir: string): Promise<string> {
  const kit = join(workDir, 'small-kit');
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(kit, path)), { recursive: true });
    await writeFile(join(kit, path), text);
  }
  return kit;
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ');

test('slides, handout, page and zip: whole, safe, and the same the second time', async ({
  workDir,
  userDataDir,
}) => {
  test.setTimeout(300_000);
  const kit = await smallKit(workDir);
  const out = join(workDir, 'out');
  const first = await headlessExport(['--kit', kit, '--out', out, '--paper', 'Letter'], userDataDir);
  expect(first.code, first.stderr).toBe(0);
  expect((await readdir(out)).sort()).toEqual(Object.values(FILE_NAMES).sort());
  const bytes = async (name: string) => new Uint8Array(await readFile(join(out, name)));

  await test.step('each slide is a page of 16 to 9, with its text, its drawing as a vector, and no notes', async () => {
    const file = await bytes('briefing.pdf');
    expect(new Set(await pageSizes(file))).toEqual(new Set(['960 × 540']));
    const read = await readPdf(file);
    expect(read.outline.map(({ title, page }) => [title, page])).toEqual([
      ['1 · We lost 5,367,722 events in 365 min', 1],
      ['2 · Too much of it', 2],
    ]);
    const [one = '', ...rest] = read.pages.map(squeezed);
    expect(one).toContain('We lost 5,367,722 events in 365 min');
    expect(one).toMatch(/\$35,333 .*Ask: approve \$35,333 by 2024-03-22/);
    expect(one).toContain('Producer');
    expect(one).toContain('Source: ADR-001: Use Kafka (2024-03-21)');
    expect(one).toContain('1 of 2');
    const second = rest.join(' ');
    for (let i = 1; i <= 40; i++) expect(second).toContain(`Point ${i} of the long slide says`);
    expect(second).toContain('2 of 2, continued');
    expect(read.pages.join(' ')).not.toContain('Private words');
    expect(read.bitmaps).toBe(0);
    expect(read.metadata).toMatchObject({ Title: 'Two slides', Author: 'Ines Okonkwo-Vale' });
    expect(read.language).toBe('en');
    expect((await fonts(file)).missing).toEqual([]);
  });

  await test.step('a slide that runs over is told with its place', () => {
    expect(first.stdout).toMatch(
      new RegExp(`warning: ${SUMMARY}:\\d+ Slide 2 does not fit one page even in the smallest type`),
    );
    const line = Number(new RegExp(`${SUMMARY}:(\\d+) Slide 2`).exec(first.stdout)?.[1]);
    expect(FILES[SUMMARY]?.split('\n')[line - 1]).toBe('## Slide 2 — Too much of it');
    expect(first.stdout).not.toContain('Slide 1 does not fit');
  });

  await test.step('the handout has the notes and a picture of each slide, on the paper that was asked for', async () => {
    const file = await bytes('briefing-notes.pdf');
    expect(new Set(await pageSizes(file))).toEqual(new Set(['612 × 792']));
    const read = await readPdf(file);
    const text = squeezed(read.pages.join(' '));
    expect(text).toContain('Private words of the speaker, with the decision.');
    expect(text).toContain('Second notes.');
    expect(text).toContain('We lost 5,367,722 events in 365 min');
    expect(text).toContain('Point 40 of the long slide');
    expect(read.bitmaps).toBe(0);
    expect(read.outline).toHaveLength(2);
    expect((await fonts(file)).missing).toEqual([]);
  });

  await test.step('the page for the screen holds everything, and nothing that runs or is fetched', async () => {
    const page = new TextDecoder().decode(await bytes('portfolio.html'));
    for (const words of [
      'ADR-001: Use Kafka',
      'The flow',
      'Two slides',
      'Łukasz',
      'Private words',
      'Point 40',
    ])
      expect(page).toContain(words);
    const outside = page.replace(/<style>[\s\S]*?<\/style>/g, '');
    expect(outside).not.toMatch(/<script|onerror|<link|<iframe| src="(?!data:)/i);
    expect([...outside.matchAll(/href="(?!#)([^"]*)"/g)].map((m) => m[1])).toEqual([
      'https://kafka.apache.org/documentation',
    ]);
    expect(page).toMatch(/Content-Security-Policy" content="default-src/);
  });

  await test.step('another program unpacks the zip, and every digest is right', async () => {
    const unpacked = join(workDir, 'unpacked');
    await run('unzip', ['-q', join(out, 'portfolio.zip'), '-d', unpacked]);
    const manifest = JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8')) as PortfolioManifest;
    expect(manifest).toMatchObject({ paper: 'Letter', audience: 'committee', kit: 'A small kit' });
    expect(manifest.generator.version).toMatch(/^\d+\.\d+\.\d+/);
    const listed = [...manifest.outputs, ...manifest.sources];
    expect(manifest.outputs.map(({ path }) => path)).toEqual([
      'briefing-notes.pdf',
      'briefing.pdf',
      'portfolio.html',
      'portfolio.pdf',
    ]);
    for (const { path, sha256, bytes: size } of listed) {
      const content = await readFile(join(unpacked, path));
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
      expect(content.length).toBe(size);
    }
    const { stdout } = await run('unzip', ['-Z1', join(out, 'portfolio.zip')]);
    const names = stdout.trim().split('\n');
    expect(names.sort()).toEqual(['README.md', 'manifest.json', ...listed.map(({ path }) => path)].sort());
    for (const name of names) expect(kitPath(name), name).toMatchObject({ ok: true });
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const readme = await readFile(join(unpacked, 'README.md'), 'utf8');
    for (const { path } of manifest.outputs) expect(readme).toContain(`\`${path}\`: `);
  });

  await test.step('the same kit gives the same bytes', async () => {
    const again = join(workDir, 'again');
    const second = await headlessExport(['--kit', kit, '--out', again, '--paper', 'Letter'], userDataDir);
    expect(second.code, second.stderr).toBe(0);
    for (const name of Object.values(FILE_NAMES))
      expect((await readFile(join(again, name))).equals(await bytes(name)), name).toBe(true);
  });

  await test.step('after an edit, what is kept of the book before changes none of its bytes', async () => {
    const adr = 'part2-adr-catalog/adr-001-kafka.md';
    const more = Array.from(
      { length: 60 },
      (_, i) => `Paragraph ${i + 1}, so that what follows moves on.\n\n`,
    );
    await writeFile(join(kit, adr), `${FILES[adr]}\n${more.join('')}`);
    const edited = async (name: string, data: string) => {
      const args = ['--kit', kit, '--out', join(workDir, name), '--paper', 'Letter', '--outputs', 'pdf'];
      const { code, stderr } = await headlessExport(args, data);
      expect(code, stderr).toBe(0);
      return readFile(join(workDir, name, 'portfolio.pdf'));
    };
    const knowing = await edited('knowing', userDataDir);
    const knowingNothing = await edited('knowing-nothing', join(workDir, 'other-data'));
    expect(knowing.equals(knowingNothing)).toBe(true);
    expect(knowing.equals(await bytes('portfolio.pdf'))).toBe(false);
    await writeFile(join(kit, adr), FILES[adr] ?? '');
  });

  await test.step('only what is named is made', async () => {
    const some = join(workDir, 'some');
    const third = await headlessExport(['--kit', kit, '--out', some, '--outputs', 'html'], userDataDir);
    expect(third.code, third.stderr).toBe(0);
    expect(await readdir(some)).toEqual(['portfolio.html']);
    const wrong = await headlessExport(['--kit', kit, '--out', some, '--outputs', 'docx'], userDataDir);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('The outputs are any of pdf, briefing, html, zip');
  });
});

test('from the window: chosen files are made, listed, and opened', async ({ launch, workDir }) => {
  test.setTimeout(200_000);
  const kit = await smallKit(workDir);
  const out = join(workDir, 'window-out');
  await mkdir(out);
  const { app, window } = await launch({ args: ['--open', kit] });
  await answerDialogs(app, { open: [out] });
  await new StudioPage(window).ready();
  await window.keyboard.press('ControlOrMeta+e');
  const dialog = window.getByRole('dialog', { name: 'Export portfolio' });
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog).toContainText('window-out');
  const boxes = dialog.getByRole('group', { name: 'Files' }).getByRole('checkbox');
  await expect(boxes).toHaveCount(4);
  for (const box of await boxes.all()) await box.uncheck();
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /Briefing/ }).check();
  await dialog.getByRole('checkbox', { name: /web page/ }).check();
  await shot(window, 'outputs-chosen');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('3 files', { timeout: 120_000 });
  await shot(window, 'outputs-done');
  expect((await readdir(out)).sort()).toEqual(['briefing-notes.pdf', 'briefing.pdf', 'portfolio.html']);
  await expect(dialog.getByRole('button', { name: /^Slide 2|Slide 2 does not fit/ })).toBeVisible();

  // The system's own program would open; what it is asked for is looked at instead.
  await app.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.openPath = async (path) => {
      asked.push(path);
      return '';
    };
  });
  await dialog.getByRole('button', { name: 'Open briefing.pdf' }).click();
  await dialog.getByRole('button', { name: 'Open portfolio.html' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
    .toEqual([join(out, 'briefing.pdf'), join(out, 'portfolio.html')]);
});
