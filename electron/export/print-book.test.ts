import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFPage } from '@cantoo/pdf-lib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Addresses } from './addresses';
import { buildBodies } from './bodies';
import { STOP_ID } from './book';
import { planOf } from './export.test-support';
import { type Drawing, Figures } from './figures';
import { KnownLayouts } from './known-layouts';
import { Listing } from './listing';
import { openPdf } from './open-pdf';
import { Press } from './press.test-support';
import { printBook } from './print-book';
import type { SectionLayout, SectionPlace } from './section-layout';

const RFC = 'part1-design-doc/RFC-100-store.md';
const LOG = 'part2-adr-catalog/adr-001-log.md';
const CLOUD = 'part2-adr-catalog/adr-002-cloud.md';
const POSTMORTEM = 'part4-postmortem/INC-2024-0312-postmortem.md';

const words = (count: number, word: string) => `${Array.from({ length: count }, () => word).join(' ')}.\n\n`;
/** A diagram of so many CSS pixels; its text stands for it. */
const diagram = (height: number) => `\`\`\`mermaid\nflowchart LR\n  a["${height}"] --> b\n\`\`\`\n\n`;

const KIT: Readonly<Record<string, string>> = {
  [RFC]: `# RFC-100: Move the store\n\n## Summary\n\nAs [the log](../${LOG}#decision) and [the cloud](../${CLOUD}) say.\n\n${words(900, 'summary')}${diagram(700)}${words(300, 'behind')}## Plan\n\n${words(500, 'plan')}See [outside](https://example.org/standard).\n`,
  [LOG]: `# ADR-001: Use a log\n\n## Context\n\n${words(700, 'context')}## Decision\n\nSee [the store](../${RFC}#plan).\n\n${words(400, 'decision')}`,
  [CLOUD]: `# ADR-002: Run it in the cloud\n\n## Context\n\n${words(1030, 'cloud')}${diagram(300)}${words(120, 'end')}`,
  [POSTMORTEM]: `# INC-2024-0312: orders lost\n\n## Summary\n\n${words(400, 'lost')}${diagram(900)}${words(40, 'short')}${words(200, 'again')}## Lessons\n\n[Decided so](../${LOG}), see [elsewhere](https://example.org/annex).\n`,
};

/** What an edit makes of the kit: each moves something else. */
const EDITS: readonly (readonly [string, Readonly<Record<string, string | null>>])[] = [
  ['a word', { [LOG]: (KIT[LOG] ?? '').replace('See', 'Look at') }],
  ['a page more', { [RFC]: (KIT[RFC] ?? '').replace('## Plan', `${words(800, 'more')}## Plan`) }],
  ['a page less', { [LOG]: (KIT[LOG] ?? '').replace(words(700, 'context'), '') }],
  ['a figure that is higher', { [POSTMORTEM]: (KIT[POSTMORTEM] ?? '').replace('"900"', '"560"') }],
  ['a figure less', { [RFC]: (KIT[RFC] ?? '').replace(diagram(700), '') }],
  ['an artifact less', { [CLOUD]: null }],
  ['an address more', { [CLOUD]: `${KIT[CLOUD]}[And](https://example.org/more).\n` }],
];

let folder = '';
/** The kit as it is, printed with nothing kept, and the layouts that this kept. */
let first: Printed;
let measured = '';

beforeAll(async () => {
  measured = await mkdtemp(join(tmpdir(), 'staffwright-measured-'));
  first = await print(KIT, measured);
});
afterAll(() => rm(measured, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-book-'));
  await cp(measured, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Printed {
  readonly digest: string;
  /** Prints of the whole book, and all prints but that of the heads. */
  readonly whole: number;
  readonly prints: number;
}

/** Prints a kit with the layouts that are kept in a folder, and keeps those that it measured. */
async function print(kit: Readonly<Record<string, string>>, kept: string | KnownLayouts): Promise<Printed> {
  const { plan, bodies, lists } = await bookOf(kit);
  const known = typeof kept === 'string' ? new KnownLayouts('look', kept) : kept;
  await known.load();
  const press = new Press();
  const steps = { proceed: () => undefined, onPrint: () => undefined };
  const { pdf } = await printBook(press, plan, bodies, lists, 'A4', steps, known);
  await known.save();
  const documents = press.documents.slice(0, -1);
  return {
    digest: createHash('sha256').update(pdf).digest('hex'),
    whole: documents.filter((text) => !text.includes(`id="${STOP_ID}"`)).length,
    prints: documents.length,
  };
}

async function bookOf(kit: Readonly<Record<string, string>>) {
  const { plan, source } = planOf(kit);
  const sources = Object.values(kit).flatMap((text) =>
    [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, each = '']) => each),
  );
  const drawings = new Map(sources.map((text): [string, Drawing] => [text, drawing(text)]));
  const figures = new Figures(drawings, 'A4');
  const tables = new Listing('table');
  const addresses = new Addresses();
  const bodies = await buildBodies({
    plan,
    source,
    image: () => null,
    figures,
    tables,
    addresses,
    onArtifact: () => undefined,
  });
  const lists = { figures: figures.listed, tables: tables.entries, addresses: addresses.entries };
  return { plan, bodies, lists };
}

function drawing(text: string): Drawing {
  const height = Number(/"(\d+)"/.exec(text)?.[1]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${height}" viewBox="0 0 300 ${height}"><text>${height}</text></svg>`;
  return { ok: true, picture: { svg, width: 300, height } };
}

const edited = (change: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(
    Object.entries({ ...KIT, ...change }).filter((file): file is [string, string] => file[1] !== null),
  );
/** What may be wrong with layouts that are kept. */
const WRONG: readonly (readonly [string, (layout: SectionLayout) => SectionLayout])[] = [
  ['too many pages', (layout) => ({ ...layout, pages: layout.pages + 1 })],
  ['places too low', (layout) => placed(layout, ([id, page, drop]) => [id, page, (drop ?? 0) + 130])],
  [
    'a place on another page',
    (layout) => placed(layout, ([id, page, drop], i) => [id, page + (i === 1 ? 1 : 0), drop]),
  ],
  ['a place less', (layout) => ({ ...layout, places: layout.places.slice(0, -1) })],
];

function placed(
  { pages, places }: SectionLayout,
  to: (place: SectionPlace, index: number) => SectionPlace,
): SectionLayout {
  return { pages, places: places.map(to) };
}

describe('the bytes of a book do not hang on what is kept of earlier ones', () => {
  test('again, nothing is measured and the book is printed once', async () => {
    expect(first.prints).toBeGreaterThan(3);
    expect(await print(KIT, folder)).toEqual({ digest: first.digest, whole: 1, prints: 1 });
  });

  test.each(EDITS)('again after an edit: %s', async (_, change) => {
    const kit = edited(change);
    const again = await print(kit, folder);
    const fresh = await print(kit, new KnownLayouts('look', null));
    expect(again.digest).toBe(fresh.digest);
    expect(again.digest).not.toBe(first.digest);
    expect(again.whole).toBeLessThanOrEqual(fresh.whole);
    // And back: what was kept of the first state still holds.
    expect(await print(KIT, folder)).toEqual({ digest: first.digest, whole: 1, prints: 1 });
  });

  test.each(WRONG)('what is kept and does not hold: %s', async (_, spoil) => {
    const kept = new Spoiled(folder, spoil);
    const printed = await print(KIT, kept);
    expect(kept.spoiled).toBeGreaterThan(0);
    expect(printed.digest).toBe(first.digest);
    expect(printed.whole).toBeGreaterThan(1);
    // It is kept no longer: the next book measures anew, the one behind it knows again.
    expect((await print(KIT, folder)).prints).toBe(first.prints);
    expect(await print(KIT, folder)).toEqual({ digest: first.digest, whole: 1, prints: 1 });
  });
});

/** Layouts of a folder of which those that were read are wrong. */
class Spoiled extends KnownLayouts {
  spoiled = 0;
  private readonly fresh = new Set<string>();

  constructor(
    folder: string,
    private readonly spoil: (layout: SectionLayout) => SectionLayout,
  ) {
    super('look', folder);
  }

  override get(key: string): SectionLayout | null {
    const layout = super.get(key);
    if (layout === null || this.fresh.has(key)) return layout;
    this.spoiled++;
    return this.spoil(layout);
  }

  override set(key: string, layout: SectionLayout): void {
    this.fresh.add(key);
    super.set(key, layout);
  }
}

/** How many other pages are laid over a page. */
const layers = (page: PDFPage) => page.node.normalizedEntries().XObject.keys().length;

describe('a book that is too long for one print', () => {
  const steps = (told: number[][] = []) => ({
    proceed: () => undefined,
    onPrint: (done: number, total: number) => void told.push([done, total]),
  });
  const PIECES = { whole: 1_000, piece: 6_000, heads: 3 };

  test('has the pages, places and bookmarks of one that is printed at once', async () => {
    const { plan, bodies, lists } = await bookOf(KIT);
    const known = () => new KnownLayouts('look', null);
    const whole = await printBook(new Press(), plan, bodies, lists, 'A4', steps(), known());
    const press = new Press();
    const told: number[][] = [];
    const joined = await printBook(press, plan, bodies, lists, 'A4', steps(told), known(), PIECES);
    expect(joined.pages).toBe(whole.pages);
    expect(joined.numbers).toEqual(whole.numbers);
    expect(joined.bookmarks).toEqual(whole.bookmarks);
    const heads = press.documents.filter((text) => text.includes('class="sheet"'));
    expect(heads.map((text) => text.split('class="sheet"').length - 1)).toEqual([
      ...Array.from({ length: Math.floor(whole.pages / 3) }, () => 3),
      ...(whole.pages % 3 > 0 ? [whole.pages % 3] : []),
    ]);
    // Every page but the cover has its own head laid over it.
    expect((await openPdf(joined.pdf)).getPages().map(layers)).toEqual(
      (await openPdf(whole.pdf)).getPages().map(layers),
    );
    const pieces = press.documents.slice(0, -heads.length);
    expect(pieces.length).toBeGreaterThan(6);
    expect(Math.max(...pieces.map((text) => text.length))).toBeLessThan(20_000);
    // Every link of the pieces that make up the book finds a place in its piece.
    const count = (told.at(-1)?.[1] ?? 0) / 4;
    expect(count).toBeGreaterThan(2);
    for (const text of pieces.slice(-count)) {
      const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const linked = [...text.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
      expect(linked.filter((id) => !ids.has(id))).toEqual([]);
    }
    // Progress never goes back.
    const shares = told.map(([done = 0, total = 1]) => done / total);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThan(1);
  });

  test('is the same again, with what was kept', async () => {
    const { plan, bodies, lists } = await bookOf(KIT);
    const known = new KnownLayouts('look', null);
    const run = () => printBook(new Press(), plan, bodies, lists, 'A4', steps(), known, PIECES);
    const [one, two] = [await run(), await run()];
    expect(Buffer.from(two.pdf).equals(Buffer.from(one.pdf))).toBe(true);
  });
});
