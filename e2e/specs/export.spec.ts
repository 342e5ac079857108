import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { readPdf } from '../../scripts/pdf/read-pdf';
import type { PortfolioManifest } from '../../shared/portfolio/manifest';
import { FILE_NAMES } from '../../shared/portfolio/outputs';
import { type HeadlessRun, headlessExport } from '../fixtures/headless-export';
import { answerDialogs, expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ALL_FILES = Object.values(FILE_NAMES).sort();
/** Text as it is compared: line ends and the breaks of a layout do not count. */
const plain = (text: string) => text.replace(/[\s\u00ad]+/g, '').normalize('NFC');

/** The whole kit as an export without a window makes it: once for all stories of this file, since it takes the longest of all. */
interface WholeBook {
  readonly run: HeadlessRun;
  readonly out: string;
}
let made: { readonly folder: string; readonly book: Promise<WholeBook> } | null = null;

async function wholeBook(kitDir: string): Promise<WholeBook> {
  if (!made) {
    const folder = await mkdtemp(join(tmpdir(), 'staffwright-e2e-book-'));
    const out = join(folder, 'out');
    const data = join(folder, 'user-data');
    const book = headlessExport(['--kit', kitDir, '--out', out], data).then((run) => ({ run, out }));
    made = { folder, book };
  }
  return made.book;
}

test.afterAll(async () => {
  if (made) await rm(made.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

test.describe('an export without a window', () => {
  test.describe.configure({ timeout: 400_000 });

  test('holds every artifact and tells true page numbers', async ({ kitDir, userDataDir }) => {
    const { run: first, out } = await wholeBook(kitDir);
    expect(first.stderr).not.toContain('MaxListenersExceededWarning');
    expect(first.code, first.stderr).toBe(0);
    expect((await readdir(out)).sort()).toEqual(ALL_FILES);
    const [pdf, zip] = [
      await readFile(join(out, 'portfolio.pdf')),
      await readFile(join(out, 'portfolio.zip')),
    ];
    const read = await readPdf(pdf);

    // What the studio says it printed, read from the zip: sources, and the README's list of titles.
    const entries = await unzip(zip);
    const manifest = JSON.parse(text(entries, 'manifest.json')) as PortfolioManifest;
    const titles = [...text(entries, 'README.md').matchAll(/^ {2}- (.+) \(`kit\/(.+)`\)$/gm)].map((m) => ({
      title: m[1] as string,
      path: m[2] as string,
    }));
    expect(titles.length).toBeGreaterThan(20);

    await test.step('the text holds every title, at the page its bookmark leads to', () => {
      const artifacts = read.outline.filter((mark) => mark.level === 1);
      expect(artifacts.map((mark) => mark.title)).toEqual(titles.map(({ title }) => title));
      for (const [i, mark] of artifacts.entries()) {
        const page = read.pages[(mark.page ?? 0) - 1] ?? '';
        expect(plain(page)).toContain(plain(mark.title));
        expect(plain(page)).toContain(plain(titles[i]?.path ?? '-'));
      }
    });

    await test.step('every bookmark leads to the page where its heading stands', () => {
      expect(read.outline.filter((mark) => mark.level === 0).map((mark) => mark.title)).toEqual([
        'Part 1 · Design doc',
        'Part 2 · ADR catalog',
        'Part 3 · Architecture review',
        'Part 4 · Postmortem',
      ]);
      const astray = read.outline.filter(({ title, level, page }) => {
        const words = level === 0 ? title.replace(/^Part \d · /, '') : title;
        return !plain(read.pages[(page ?? 0) - 1] ?? '').includes(plain(words));
      });
      expect(astray).toEqual([]);
      const rfc = text(entries, 'kit/examples/part1-design-doc/RFC-042-streaming-migration.md');
      const headings = [...rfc.replace(/```[\s\S]*?```/g, '').matchAll(/^##{1,2} (.+)$/gm)].length;
      const from = read.outline.findIndex((mark) => mark.title.startsWith('RFC-042: Move'));
      const next = read.outline.findIndex((mark, i) => i > from && mark.level <= 1);
      expect(next - from - 1).toBe(headings);
    });

    await test.step('every line of the contents list names the page of its heading', () => {
      const end = (read.outline[0]?.page ?? 1) - 1;
      const printed = read.pages
        .slice(1, end)
        .map((page) => page.replace(/\s*Promotion portfolio\s*\d+ of \d+$/, ''));
      const contents = plain(printed.join(' ').replace(/^Contents/, ''));
      // The list is the outline with some headings left out, then the figures and tables: it must be used up to its last digit.
      let at = 0;
      let listed = 0;
      for (const { title, level, page } of read.outline) {
        const line = plain(title) + (read.labels[(page ?? 0) - 1] ?? '');
        if (contents.startsWith(line, at)) {
          at += line.length;
          listed++;
        } else if (level <= 1) {
          expect(contents.slice(at, at + line.length)).toBe(line);
        }
      }
      let rest = contents.slice(at);
      for (const [kind, word, after] of [
        ['figure', 'Figures', 'Tables'],
        ['table', 'Tables', ''],
      ] as const) {
        expect(rest.slice(0, word.length)).toBe(word);
        rest = rest.slice(word.length);
        const places = [...read.destinations].filter(([name]) =>
          new RegExp(`^${kind}-\\d+$`).test(name),
        ).length;
        for (let number = 1; number <= places; number++) {
          // Number, title, page; behind it the next number, the next list, or nothing.
          const page = read.labels[(read.destinations.get(`${kind}-${number}`) ?? 0) - 1] ?? '-';
          const next = number < places ? `${page}${number + 1}` : `${page}${after}`;
          expect(rest.slice(0, String(number).length)).toBe(String(number));
          const end = rest.indexOf(next, String(number).length + 1);
          expect(end, `${kind} ${number} on page ${page}: ${rest.slice(0, 120)}`).toBeGreaterThan(0);
          rest = rest.slice(end + page.length);
        }
      }
      expect(rest).toBe('');
      expect(listed).toBeGreaterThan(titles.length + 50);
    });

    await test.step('pages are labelled without the cover, drawings are vectors', () => {
      expect(read.labels[0]).toBe('Cover');
      expect(read.labels.slice(1)).toEqual(read.labels.slice(1).map((_, i) => String(i + 1)));
      expect(read.pages[1]).toContain(`1 of ${read.pages.length - 1}`);
      expect(read.bitmaps).toBe(0);
      expect(read.metadata['Title']).toBe('Promotion portfolio');
    });

    await test.step('every glyph has its character, so that the text can be searched and copied', () => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these stand for glyphs that lost their character.
      expect(read.pages.flatMap((page, i) => (/[\0-\x08\ufffd]/.test(page) ? [i + 1] : []))).toEqual([]);
    });

    await test.step('no page is empty', () => {
      expect(read.pages.flatMap((page, i) => (page.length < 120 && i > 0 ? [i + 1] : []))).toEqual([]);
    });

    await test.step('the zip holds the PDF and the sources that its manifest names', () => {
      expect(sha256(entries.get('portfolio.pdf') as Uint8Array)).toBe(sha256(pdf));
      const named = [...manifest.outputs, ...manifest.sources];
      for (const { path, sha256: digest, bytes } of named) {
        const entry = entries.get(path);
        expect(entry?.length, path).toBe(bytes);
        expect(sha256(entry as Uint8Array), path).toBe(digest);
      }
      expect(entries.size).toBe(named.length + 2);
      expect([...entries.keys()].filter((path) => /templates\/|senior-grade\//.test(path))).toEqual([]);
    });

    await test.step('existing files are refused and stay', async () => {
      const refused = await headlessExport(['--kit', kitDir, '--out', out], userDataDir);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(join(out, 'portfolio.pdf'));
      expect(sha256(await readFile(join(out, 'portfolio.pdf')))).toBe(sha256(pdf));
    });
  });

  test('a missing parent folder, a folder without artifacts and no folder at all are told plainly', async ({
    kitDir,
    workDir,
    userDataDir,
  }) => {
    const missing = join(workDir, 'no', 'such', 'folder');
    const parent = await headlessExport(['--kit', kitDir, '--out', missing], userDataDir);
    expect(parent.code).toBe(2);
    expect(parent.stderr).toContain(`The folder ${join(workDir, 'no', 'such')} does not exist`);
    expect(existsSync(join(workDir, 'no'))).toBe(false);

    const empty = join(workDir, 'empty');
    await mkdir(empty);
    const nothing = await headlessExport(['--kit', empty, '--out', join(workDir, 'out')], userDataDir);
    expect(nothing.code).toBe(2);
    expect(nothing.stderr.trim()).not.toBe('');
    expect(existsSync(join(workDir, 'out', 'portfolio.pdf'))).toBe(false);

    const unsaid = await headlessExport(['--kit', kitDir], userDataDir);
    expect(unsaid.code).toBe(2);
    expect(unsaid.stderr).toContain('--out');
  });

  test('a diagram that cannot be drawn is named with its line, the rest is printed', async ({
    kitDir,
    workDir,
    userDataDir,
  }) => {
    const small = join(workDir, 'small');
    await cp(join(kitDir, 'examples', 'part2-adr-catalog'), join(small, 'part2-adr-catalog'), {
      recursive: true,
      filter: (path) => !/\.(?:yaml|json|mmd)$/.test(path),
    });
    const adr = join(small, 'part2-adr-catalog', 'adr-001-kafka.md');
    const before = await readFile(adr, 'utf8');
    await writeFile(adr, `${before.trimEnd()}\n\n\`\`\`mermaid\nflowchart LR\n  a --> --> b\n\`\`\`\n`);
    const line = before.trimEnd().split('\n').length + 4;
    const out = join(workDir, 'out');
    const run = await headlessExport(['--kit', small, '--out', out], userDataDir);
    // The files are there; what is wrong in them is said by code, by line and in the manifest.
    expect(run.code, run.stderr).toBe(3);
    const { faults } = JSON.parse(
      text(await unzip(await readFile(join(out, 'portfolio.zip'))), 'manifest.json'),
    ) as PortfolioManifest;
    expect(faults).toMatchObject([{ path: 'part2-adr-catalog/adr-001-kafka.md', line }]);
    expect(run.stdout).toMatch(
      new RegExp(`problem: part2-adr-catalog/adr-001-kafka\\.md:${line} A diagram could not be drawn`),
    );
    const { pages } = await readPdf(await readFile(join(out, 'portfolio.pdf')));
    expect(pages.join(' ')).toContain('This diagram could not be drawn');
    await rm(out, { recursive: true });
  });
});

test('from the window: progress, cancel leaves nothing, then the very bytes of an export without one', async ({
  launch,
  kitDir,
  workDir,
}) => {
  test.setTimeout(400_000);
  const out = join(workDir, 'window-out');
  await mkdir(out);
  const { app, window } = await launch({ args: ['--open', kitDir] });
  await answerDialogs(app, { open: [out] });
  await new StudioPage(window).ready();
  await window.keyboard.press('ControlOrMeta+e');
  const dialog = window.getByRole('dialog', { name: 'Export portfolio' });
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog).toContainText('window-out');

  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(
    dialog
      .getByRole('listitem')
      .filter({ hasText: /print|draw|lay/i })
      .first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeVisible({ timeout: 60_000 });
  expect(await readdir(out)).toEqual([]);

  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText(/\d+ pages/, { timeout: 240_000 });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'portfolio.zip' })).toBeVisible();
  expect((await readdir(out)).sort()).toEqual(ALL_FILES);
  // Another time, another folder, another way: whatever the files depend on, it is none of these.
  const book = await wholeBook(kitDir);
  for (const name of ALL_FILES)
    expect(sha256(await readFile(join(out, name))), name).toBe(sha256(await readFile(join(book.out, name))));
});

function text(entries: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(entries.get(path));
}

async function unzip(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const archive = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (zip ? resolve(zip) : reject(error)));
  });
  await new Promise<void>((resolve, reject) => {
    archive.on('entry', (entry: Entry) => {
      archive.openReadStream(entry, async (error, stream) => {
        if (!stream) return reject(error);
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        files.set(entry.fileName, Buffer.concat(chunks));
        archive.readEntry();
      });
    });
    archive.once('end', resolve);
    archive.once('error', reject);
    archive.readEntry();
  });
  return files;
}
