import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type PdfContents, readPdf } from '../pdf/read-pdf';
import { prepareElectron } from '../setup/electron.mjs';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { run, SetupError } from '../setup/process.mjs';

/**
 * `npm run pages`: exports the worked example and takes the pictures in `docs/pages` from the finished files. Pages are found by what stands on them,
 * so that they are the same when the book grows. Needs `pdftoppm` of poppler.
 */
const FOLDER = inRepo('docs', 'pages');
/** Dots per inch: a page is some 600 pixels wide. */
const DOTS = 74;
const SLIDE_DOTS = 62;

interface Picture {
  readonly name: string;
  readonly file: 'portfolio.pdf' | 'briefing.pdf';
  page(read: PdfContents): number;
}

/** The page of the first bookmark that begins so, and so many pages on. */
const at =
  (title: string, on = 0) =>
  ({ outline }: PdfContents) =>
    (outline.find((mark) => mark.title.startsWith(title))?.page ?? 0) + on;

/** The first page behind the lists in front that says this. */
const saying =
  (words: string) =>
  ({ pages, outline }: PdfContents) => {
    const from = outline[0]?.page ?? 1;
    const squeezed = words.replace(/\s+/g, '');
    return pages.findIndex((page, i) => i >= from && page.replace(/\s+/g, '').includes(squeezed)) + 1;
  };

const PICTURES: readonly Picture[] = [
  { name: 'cover', file: 'portfolio.pdf', page: () => 1 },
  { name: 'contents', file: 'portfolio.pdf', page: () => 2 },
  { name: 'part', file: 'portfolio.pdf', page: at('Part 2') },
  { name: 'rfc', file: 'portfolio.pdf', page: at('RFC-042: Move') },
  { name: 'chart', file: 'portfolio.pdf', page: at('Five-year cost model') },
  { name: 'figure', file: 'portfolio.pdf', page: at('Escalation ladder') },
  { name: 'table', file: 'portfolio.pdf', page: saying('Comments on RFC-042, 2023-10-16') },
  { name: 'slide', file: 'briefing.pdf', page: () => 1 },
];

async function exported(folder: string): Promise<void> {
  const electron = await prepareElectron({ headless: true, log: console.error });
  try {
    const data = `--user-data-dir=${join(folder, 'data')}`;
    const order = ['--headless-export', '--kit', repoRoot, '--out', folder, '--outputs', 'pdf,briefing'];
    const { code } = await run(
      electron.runtime.executable,
      [...electron.switches, repoRoot, data, ...order, '--overwrite'],
      { env: electron.env, onLine: () => undefined },
    );
    if (code !== 0) throw new SetupError(`The export ended with ${code}`);
  } finally {
    await electron.close();
  }
}

async function picture({ name, file }: Picture, page: number, folder: string): Promise<void> {
  const out = join(folder, name);
  const dots = String(file === 'briefing.pdf' ? SLIDE_DOTS : DOTS);
  const numbers = ['-f', String(page), '-l', String(page), '-singlefile'];
  await promisify(execFile)('pdftoppm', ['-png', '-r', dots, ...numbers, join(folder, file), out]);
  await mkdir(FOLDER, { recursive: true });
  await copyFile(`${out}.png`, join(FOLDER, `${name}.png`));
  console.log(`docs/pages/${name}.png: page ${page} of ${file}`);
}

const folder = await mkdtemp(join(tmpdir(), 'staffwright-pages-'));
try {
  await exported(folder);
  const read = new Map<string, PdfContents>();
  for (const name of ['portfolio.pdf', 'briefing.pdf'])
    read.set(name, await readPdf(await readFile(join(folder, name))));
  for (const one of PICTURES) {
    const page = one.page(read.get(one.file) as PdfContents);
    if (page < 1) throw new SetupError(`The book has no page for "${one.name}" any more`);
    await picture(one, page, folder);
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
