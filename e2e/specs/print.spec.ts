import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PdfContents, readPdf } from '../../scripts/pdf/read-pdf';
import {
  CODE_LINE,
  makeHardKit,
  NODES,
  NOWHERE,
  PARTIES,
  ROWS,
  rowText,
  SCRIPTS,
} from '../fixtures/hard-kit';
import { headlessExport } from '../fixtures/headless-export';
import { expect, test } from '../fixtures/launch';
import { fonts, pageSizes, smallestText } from '../fixtures/pdf-facts';

const SIZES = { A4: '595 × 842', Letter: '612 × 792' } as const;
/** Type below this is not printed; a hundredth is lost where sizes are rounded. */
const LEAST_POINTS = 6.99;

/** Text as it is compared: blanks and the breaks of a layout do not count. */
const plain = (text: string) => text.replace(/[\s\u00ad]+/g, '');
const count = (text: string, part: string) => text.split(part).length - 1;

/** The pages of the file, from 1, that hold this text. */
function pagesWith(read: PdfContents, text: string): number[] {
  return read.pages.flatMap((page, i) => (plain(page).includes(plain(text)) ? [i + 1] : []));
}

for (const paper of ['A4', 'Letter'] as const) {
  test(`what is hard to print is printed whole, on ${paper}`, async ({ workDir, userDataDir }) => {
    test.setTimeout(240_000);
    const kit = join(workDir, 'hard');
    const out = join(workDir, 'out');
    await makeHardKit(kit);
    const run = await headlessExport(
      ['--kit', kit, '--out', out, '--paper', paper, '--outputs', 'pdf'],
      userDataDir,
    );
    // A character that no font has is a fault of the book, so the code says more than that the files are there.
    expect(run.code, run.stderr).toBe(3);
    const pdf = await readFile(join(out, 'portfolio.pdf'));
    const read = await readPdf(pdf);
    const whole = plain(read.pages.join(' '));
    const opening = (title: string) => read.outline.find((mark) => mark.title.startsWith(title))?.page ?? 0;
    const label = (page: number) => read.labels[page - 1] ?? '';

    await test.step('every page is of the paper, every font is in the file, nothing is a bitmap', async () => {
      expect([...new Set(await pageSizes(pdf))]).toEqual([SIZES[paper]]);
      const { embedded, missing } = await fonts(pdf);
      expect(missing).toEqual([]);
      for (const face of ['Inter', 'SourceSerif4', 'IBMPlexMono'])
        expect(
          embedded.some((name) => name.includes(face)),
          face,
        ).toBe(true);
      expect(read.bitmaps).toBe(0);
    });

    await test.step('each row of the long table stands there once, under a head on every page', () => {
      const lost = Array.from({ length: ROWS }, (_, i) => rowText(i + 1)).filter(
        (text) => count(whole, text) !== 1,
      );
      expect(lost).toEqual([]);
      const first = pagesWith(read, rowText(1))[0] ?? 0;
      const last = pagesWith(read, rowText(ROWS))[0] ?? 0;
      expect(last - first).toBeGreaterThan(2);
      for (let page = first; page <= last; page++) {
        expect(count(plain(read.pages[page - 1] ?? ''), 'Entryseen'), `page ${page}`).toBe(1);
      }
    });

    await test.step('the large diagram is whole, and no type of it is under 7 points', async () => {
      const from = opening('ADR-902');
      const to = opening('ADR-903') - 1;
      const pages = plain(read.pages.slice(from - 1, to).join(' '));
      const lost = Array.from({ length: NODES }, (_, i) => `Station ${i + 1} of the line`).filter(
        (text) => !pages.includes(plain(text)),
      );
      expect(lost).toEqual([]);
      for (let page = from; page <= to; page++) {
        expect(await smallestText(pdf, page), `page ${page}`).toBeGreaterThanOrEqual(LEAST_POINTS);
      }
      expect(pages).toContain(plain('Figure 1 · Sixty stations'));
    });

    await test.step('a diagram that cannot be read on one page is cut into sheets with marks that agree', async () => {
      const from = opening('ADR-906');
      const to = (read.destinations.get('addresses') ?? 0) - 1;
      const pages = read.pages.slice(from - 1, to).join(' ');
      const total = Number(/sheet 1 of (\d+)/.exec(pages)?.[1]);
      expect(total).toBeGreaterThan(1);
      for (let sheet = 1; sheet <= total; sheet++) expect(pages).toContain(`sheet ${sheet} of ${total}`);
      for (let join = 1; join < total; join++) expect(count(pages, `A${join}`), `A${join}`).toBe(4);
      for (let party = 1; party <= PARTIES; party++)
        expect(plain(pages)).toContain(plain(`Party ${party} of the deal`));
      for (let page = from; page <= to; page++) {
        expect(await smallestText(pdf, page), `page ${page}`).toBeGreaterThanOrEqual(LEAST_POINTS);
      }
    });

    await test.step('figures and tables are listed with their pages', () => {
      const contents = plain(read.pages[1] ?? '');
      const figure = read.destinations.get('figure-1') ?? 0;
      const table = read.destinations.get('table-1') ?? 0;
      expect(figure).toBeGreaterThan(1);
      expect(contents).toContain(plain(`Figures 1 Sixty stations ${label(figure)}`));
      expect(contents).toContain(plain(`Tables 1 Rows ${label(table)}`));
    });

    await test.step('a line of code that is wider than the page is broken, and loses and gains no sign', () => {
      expect(CODE_LINE).toHaveLength(120);
      expect(whole).toContain(plain(`short --line ${CODE_LINE} A claim`));
    });

    await test.step('what no font can draw is named with its place; nothing else is missing', () => {
      const written = [...plain(Object.values(SCRIPTS).join('')), NOWHERE];
      const drawn = new Set([...whole.normalize('NFKC')]);
      const silent = written.filter((character) => {
        const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
        return !drawn.has(character) && !run.stdout.includes(code);
      });
      expect(silent).toEqual([]);
      expect(run.stdout).toMatch(/problem: part2-adr-catalog\/adr-904-scripts\.md:\d+ No font .*U\+F1234/);
    });

    await test.step('a reference says the page it leads to, an address outside is listed with its page', () => {
      const from = opening('ADR-902');
      expect(plain(read.pages[from - 1] ?? '')).toContain(
        plain(`the table, p. ${label(opening('ADR-901'))}`),
      );
      const list = plain(read.pages[(read.destinations.get('addresses') ?? 0) - 1] ?? '');
      expect(list).toContain(plain(`1 https://example.org/standard p. ${label(from)}`));
      expect(list).toContain(plain(`2 https://example.org/annex p. ${label(from)}`));
      expect(count(whole, plain('https://example.org/standard'))).toBe(1);
    });

    await test.step('running heads name artifact and section; an empty file and a note are said', () => {
      const second = read.pages[opening('ADR-901')] ?? '';
      expect(second).toContain('ADR catalog · ADR-901: A long table');
      expect(plain(second)).toContain('Rows');
      expect(second).toContain(`${label(opening('ADR-901') + 1)} of ${read.pages.length - 1}`);
      expect(read.pages[opening('adr-905') - 1]).toContain('This file is empty.');
      // The note stands at the end, and says on which page its mention does.
      expect(whole).toMatch(/Thenoteoftheclaim\.\W{0,3}p\.\d+/);
    });
  });
}
