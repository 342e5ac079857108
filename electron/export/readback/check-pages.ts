import type { PreflightLine } from '../../../shared/ipc/payloads';
import type { PortfolioPlan } from '../../../shared/portfolio/plan';
import { partHeading } from '../../../shared/portfolio/plan';
import {
  compact,
  expectedPieces,
  lostPieces,
  withoutFormulas,
} from '../../../shared/portfolio/preflight/expected-text';
import { privateComments } from '../../../shared/portfolio/preflight/private-text';
import type { Source } from '../../../shared/rubric/artifact';
import { ADDRESSES_ID } from '../addresses';
import type { PageNumbers } from '../book';
import { folio } from '../folio';
import type { ReadPage } from './read-pages';

export interface Printed {
  readonly plan: PortfolioPlan;
  readonly source: (path: string) => Source | null;
  /** Pages of all named places in the file, from 1. */
  readonly places: PageNumbers;
  /** Reasons of waivers: they are for the house. */
  readonly waivers: readonly string[];
}

/** Named per file; a page that lost its text would fill the list otherwise. */
const NAMED = 5;
/** Points per pixel of a page that was set as wide as it is. */
const SCALE = 0.75;
/** Less than this on a page beside its heads is hardly worth turning it. */
const FEW_CHARACTERS = 90;
/** So many shapes are a drawing, not the rules of a table. */
const DRAWING = 12;
/** Room at the top and bottom that belongs to heads and folios, in points. */
const HEAD = 60;
/** A remark shorter than this may stand in any text by chance. */
const TELLING = 12;

/** Compares the pages of a finished book with the sources it was made from. */
export function checkPages(pages: readonly ReadPage[], printed: Printed): PreflightLine[] {
  return [
    ...contentsLines(pages, printed),
    ...textLines(pages, printed),
    ...overflowLines(pages, printed),
    ...emptyLines(pages, printed),
  ];
}

/** Each part and artifact stands in the printed contents list with the number that is printed on its page. */
function contentsLines(pages: readonly ReadPage[], { plan, places }: Printed): PreflightLine[] {
  const first = Math.min(...plan.parts.map((part) => places.get(part.id) ?? Number.POSITIVE_INFINITY));
  const contents = pages
    .slice(1, Math.max(1, first - 1))
    .map((page) => page.compact)
    .join('');
  const lines: PreflightLine[] = [];
  let right = 0;
  const look = (title: string, id: string, path?: string) => {
    const page = places.get(id);
    if (contents.includes(compact(title) + folio(page))) right++;
    else
      lines.push({
        level: 'problem',
        message: `The contents list does not say page ${folio(page)} for "${title}"`,
        ...(path === undefined ? {} : { path }),
      });
  };
  for (const part of plan.parts) {
    look(partHeading(part), part.id);
    for (const { title, id, path } of part.artifacts) look(title, id, path);
  }
  if (lines.length === 0)
    lines.push({ level: 'ok', message: `All ${right} titles stand in the printed contents with their page` });
  return lines;
}

/** Every heading and row of a table is there, and no remark or reason that was not meant for readers. */
function textLines(pages: readonly ReadPage[], { plan, source, places, waivers }: Printed): PreflightLine[] {
  const lines: PreflightLine[] = [];
  let [headings, rows] = [0, 0];
  for (const artifact of plan.parts.flatMap((part) => part.artifacts)) {
    const file = source(artifact.path);
    const start = places.get(artifact.id);
    if (!file || start === undefined) continue;
    const end = nextStart(start, plan, places) ?? pages.length;
    const text = pages
      .slice(start - 1, end)
      .map((page) => page.compact)
      .join('');
    const expected = expectedPieces(file, artifact.blocks);
    const pieces = plan.formulas && file.format === 'md' ? expected.map(withoutFormulas) : expected;
    headings += pieces.filter(({ kind }) => kind === 'heading').length;
    rows += pieces.filter(({ kind }) => kind === 'row').length;
    const lost = lostPieces(pieces, text);
    for (const { kind, texts, line } of lost.slice(0, NAMED)) {
      const words = texts.join(' | ').slice(0, 120);
      const message = `This ${kind === 'row' ? 'row of a table' : 'heading'} is not in the PDF: ${words}`;
      lines.push({ level: 'problem', message, path: artifact.path, line });
    }
    if (lost.length > NAMED)
      lines.push({
        level: 'problem',
        message: `${lost.length - NAMED} more are not there`,
        path: artifact.path,
      });
    const visible = compact(withoutComments(file.text));
    for (const { text: remark, line } of privateComments(file)) {
      const words = compact(remark);
      if (words.length >= TELLING && text.includes(words) && !visible.includes(words))
        lines.push({
          level: 'problem',
          message: 'A remark for the house is printed',
          path: artifact.path,
          line,
        });
    }
  }
  const book = pages.map((page) => page.compact).join('');
  for (const reason of waivers) {
    const words = compact(reason);
    if (words.length >= 2 * TELLING && book.includes(words))
      lines.push({
        level: 'problem',
        message: `The reason of a waiver is printed: "${reason.slice(0, 120)}"`,
      });
  }
  if (lines.length === 0)
    lines.push({
      level: 'ok',
      message: `All ${headings} headings and ${rows} rows of tables are in the PDF, and no remark or waiver`,
    });
  return lines;
}

/** Nothing reaches over the edge of the sheet, and the book was not shrunk to make something fit. */
function overflowLines(pages: readonly ReadPage[], { plan, places }: Printed): PreflightLine[] {
  const lines: PreflightLine[] = [];
  const scales = new Map<string, number>();
  for (const [index, { runs, width, height }] of pages.entries()) {
    for (const run of runs) {
      const scale = run.scale.toFixed(3);
      scales.set(scale, (scales.get(scale) ?? 0) + run.text.length);
    }
    const out = runs.find(
      ({ x, lastX, y, size, text }) =>
        text.trim() !== '' && (x < 0 || lastX + size * 0.3 > width || y < 0 || y > height),
    );
    if (!out) continue;
    const path = artifactAt(index + 1, plan, places);
    lines.push({
      level: 'problem',
      message: `Text reaches over the edge of page ${folio(index + 1)}: "${out.text.trim().slice(0, 60)}"`,
      ...(path === undefined ? {} : { path }),
    });
  }
  const usual = Number([...scales].sort((a, b) => b[1] - a[1])[0]?.[0] ?? SCALE);
  if (usual < SCALE * 0.985)
    lines.push({
      level: 'problem',
      message: `The whole book is set ${Math.round((1 - usual / SCALE) * 100)} % smaller than meant, since something is wider than the page`,
    });
  if (lines.length === 0) lines.push({ level: 'ok', message: 'Nothing reaches over the edge of a page' });
  return lines;
}

/** Pages with next to nothing on them: most readers take them for a mistake. */
function emptyLines(pages: readonly ReadPage[], { plan, places }: Printed): PreflightLine[] {
  const openers = new Set(plan.parts.map((part) => places.get(part.id)));
  // Lists in front of the parts and behind them are as long as they are.
  const first = Math.min(...[...openers].map((page) => page ?? Number.POSITIVE_INFINITY));
  const end = places.get(ADDRESSES_ID) ?? Number.POSITIVE_INFINITY;
  const lines: PreflightLine[] = [];
  for (const [index, { runs, paints, height }] of pages.entries()) {
    const page = index + 1;
    if (page < first || page >= end || openers.has(page) || paints >= DRAWING) continue;
    const body = runs.filter(({ y }) => y > HEAD && y < height - HEAD);
    const characters = body.reduce((sum, run) => sum + compact(run.text).length, 0);
    if (characters >= FEW_CHARACTERS) continue;
    const path = artifactAt(page, plan, places);
    lines.push({
      level: 'warning',
      message: `Page ${folio(page)} is nearly empty`,
      ...(path === undefined ? {} : { path }),
    });
  }
  return lines;
}

/** The page on which what comes after an artifact begins; that page is still looked at, since both may share it. */
function nextStart(start: number, plan: PortfolioPlan, places: PageNumbers): number | null {
  let next: number | null = null;
  for (const id of plan.parts.flatMap((part) => [part.id, ...part.artifacts.map((a) => a.id)])) {
    const page = places.get(id);
    if (page !== undefined && page > start && (next === null || page < next)) next = page;
  }
  return next;
}

function artifactAt(page: number, plan: PortfolioPlan, places: PageNumbers): string | undefined {
  let found: string | undefined;
  for (const { id, path } of plan.parts.flatMap((part) => part.artifacts)) {
    if ((places.get(id) ?? Number.POSITIVE_INFINITY) <= page) found = path;
  }
  return found;
}

function withoutComments(text: string): string {
  return text.replace(/<!--(?:(?!-->)[\s\S])*-->/g, '');
}
