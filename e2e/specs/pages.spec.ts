import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readPdf } from '../../scripts/pdf/read-pdf';
import { headlessExport } from '../fixtures/headless-export';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const FILE = 'RFC-042-streaming-migration.md';
const LIST = '.staffwright/redaction.yaml';

async function shot(window: Page, name: string): Promise<void> {
  const folder = process.env['STAFFWRIGHT_SHOTS'];
  if (folder) await window.screenshot({ path: join(folder, `${name}.png`) });
}

/** Letters of a page without white space, its number, the numbers of its pages and the pages it refers to: alone, a file does not know them. */
function letters(text: string): string {
  return text
    .replace(/\d+ of \d+/g, '')
    .replace(/p\.\s*(?:\d+|––)/g, 'p.')
    .replace(/\s+/g, '');
}

async function wordsOf(pages: Locator): Promise<string[]> {
  const found: string[] = [];
  for (const page of await pages.getByRole('region', { name: /^Page \d+ of/ }).all()) {
    await page.scrollIntoViewIfNeeded();
    await expect(page.locator('p')).not.toBeEmpty({ timeout: 20_000 });
    found.push((await page.locator('p').textContent()) ?? '');
  }
  return found;
}

/** Whether some page holds this; pages behind it are not drawn. */
async function wordsUntil(pages: Locator, wanted: RegExp): Promise<boolean> {
  for (const page of await pages.getByRole('region', { name: /^Page \d+ of/ }).all()) {
    await page.scrollIntoViewIfNeeded();
    await expect(page.locator('p')).not.toBeEmpty({ timeout: 20_000 });
    if (wanted.test((await page.locator('p').textContent()) ?? '')) return true;
  }
  return false;
}

/** A part of the kit prints in seconds, and is a book like any other. */
test.beforeEach(async ({ kitDir }) => {
  for (const part of ['part2-adr-catalog', 'part3-architecture-review', 'part4-postmortem', 'senior-grade'])
    await rm(join(kitDir, 'examples', part), { recursive: true });
  await rm(join(kitDir, 'examples', 'part1-design-doc', 'diagrams'), { recursive: true, force: true });
});

test('a file is shown as the pages that the export prints of it, with what is not saved yet', async ({
  launch,
  kitDir,
  workDir,
}) => {
  test.setTimeout(240_000);
  const out = join(workDir, 'out');
  const print = ['--kit', kitDir, '--out', out, '--outputs', 'pdf'];
  expect((await headlessExport(print, join(workDir, 'other'))).code).toBe(0);
  const book = (await readPdf(await readFile(join(out, 'portfolio.pdf')))).pages.map(letters);

  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(FILE);
  await window.keyboard.press('ControlOrMeta+Alt+p');
  const pages = window.getByRole('document', { name: 'Pages' });
  await expect(pages.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  const canvas = pages.locator('canvas').first();
  // Ink is on the page: some of its pixels are neither white nor clear.
  const ink = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? {
      data: [],
    };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 255) < 120 && (data[at + 3] ?? 0) > 0) dark++;
    return dark;
  });
  expect(ink).toBeGreaterThan(1000);
  await shot(window, 'pages-light');
  const checked = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .include('[aria-label="Companion"]')
    .analyze();
  expect(checked.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  const shown = (await wordsOf(pages)).map(letters);
  const first = book.indexOf(shown[0] ?? '');
  expect(first).toBeGreaterThan(0);
  expect(shown).toEqual(book.slice(first, first + shown.length));

  await studio.replace('Late data carries a problem cost', 'Unsaved data carries a yearly cost');
  const bar = window.getByRole('toolbar', { name: 'Pages' });
  await expect(bar).toContainText('text changed since');
  await expect(bar).not.toContainText('text changed since', { timeout: 60_000 });
  const done = bar.getByRole('button', { name: 'Print the Pages Anew' });
  await expect(done).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => wordsUntil(pages, /Unsaved\s+data\s+carries/)).toBe(true);

  // As redacted, the same pages have the pseudonyms; the editor keeps its words.
  await mkdir(dirname(join(kitDir, LIST)), { recursive: true });
  await writeFile(join(kitDir, LIST), 'version: 1\nterms:\n  - original: Kafka\n    pseudonym: Logbook\n');
  await bar.getByRole('button', { name: 'As redacted' }).click();
  await expect(bar.getByRole('button', { name: 'As redacted' })).toHaveAttribute('aria-pressed', 'true');
  await expect(done).toBeHidden();
  await expect(done).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => wordsUntil(pages, /Logbook/)).toBe(true);
  // Pages are drawn as they come near; the last of the old ones may still stand for a moment.
  const left = async () => /.{0,60}Kafka.{0,60}/s.exec((await wordsOf(pages)).join(' '))?.[0] ?? null;
  await expect.poll(left).toBeNull();
  await shot(window, 'pages-redacted');
});

test('printing can be cancelled, and the whole portfolio opens at the file', async ({ launch, kitDir }) => {
  test.setTimeout(240_000);
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('problem-brief.md');
  await window.keyboard.press('ControlOrMeta+Alt+p');
  const bar = window.getByRole('toolbar', { name: 'Pages' });
  const pages = window.getByRole('document', { name: 'Pages' });
  await expect(pages.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await bar.getByRole('button', { name: 'Whole portfolio' }).click();
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar.getByRole('button', { name: 'Print the Pages Anew' })).toBeVisible({ timeout: 30_000 });
  // What was there stays.
  await expect(pages.locator('canvas').first()).toBeVisible();
  await bar.getByRole('button', { name: 'Print the Pages Anew' }).click();
  await expect(bar).toContainText(/\d{2,3} pages/, { timeout: 120_000 });
  await expect(pages.getByText(/problem-brief\.md/).first()).toBeAttached({ timeout: 20_000 });
  expect(await pages.evaluate((element) => element.scrollTop)).toBeGreaterThan(1500);
  await shot(window, 'pages-portfolio');
  await window.keyboard.press('ControlOrMeta+Alt+p');
  await expect(studio.preview).toBeVisible();
});
