import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A bookmark as a viewer shows it. */
export interface OutlineEntry {
  readonly title: string;
  /** 0 for the top. */
  readonly level: number;
  /** From 1; null when it leads nowhere. */
  readonly page: number | null;
}

/** What a reader of a PDF gets, taken out by another library than the one that wrote it. */
export interface PdfContents {
  /** Text of each page in the order of its content, runs of blanks as one. */
  readonly pages: readonly string[];
  /** The number or name printed on each page's tab; its position where the file gives no labels. */
  readonly labels: readonly string[];
  readonly outline: readonly OutlineEntry[];
  /** Named destinations with their pages, from 1. */
  readonly destinations: ReadonlyMap<string, number>;
  /** Title, Author, CreationDate and the like as the file says them. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly language: string | null;
  /** How many bitmaps are painted, over all pages; vector drawings are none. */
  readonly bitmaps: number;
}

/** Reads a PDF for checks and stories; development only, no part of the application. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  // A copy: the library takes its buffer over.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  try {
    const pages: string[] = [];
    let bitmaps = 0;
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(joined(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))));
      const { fnArray } = await page.getOperatorList();
      bitmaps += fnArray.filter((op) => BITMAP_OPERATORS.has(op)).length;
      page.cleanup();
    }
    const { info } = await file.getMetadata();
    return {
      pages,
      labels: (await file.getPageLabels()) ?? pages.map((_, i) => String(i + 1)),
      outline: await outlineOf(file),
      destinations: await destinationsOf(file),
      metadata: Object.fromEntries(
        Object.entries(info as Record<string, unknown>).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      ),
      language: (info as { readonly Language?: string }).Language ?? null,
      bitmaps,
    };
  } finally {
    await task.destroy();
  }
}

const BITMAP_OPERATORS = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]);

function joined(runs: readonly string[]): string {
  return runs.join('').replace(/\s+/g, ' ').trim();
}

async function outlineOf(file: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const out: OutlineEntry[] = [];
  type Items = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
  const walk = async (items: Items, level: number): Promise<void> => {
    for (const { title, dest, items: inner } of items ?? []) {
      const target = typeof dest === 'string' ? await file.getDestination(dest) : dest;
      out.push({ title, level, page: await pageOf(file, target) });
      await walk(inner, level + 1);
    }
  };
  await walk(await file.getOutline(), 0);
  return out;
}

async function destinationsOf(file: PDFDocumentProxy): Promise<Map<string, number>> {
  const out = new Map<string, number>();
  for (const [name, target] of Object.entries(await file.getDestinations())) {
    const page = await pageOf(file, target);
    if (page !== null) out.set(name, page);
  }
  return out;
}

async function pageOf(file: PDFDocumentProxy, target: readonly unknown[] | null): Promise<number | null> {
  const ref = target?.[0];
  if (typeof ref === 'number') return ref + 1;
  if (typeof ref !== 'object' || ref === null) return null;
  return (await file.getPageIndex(ref as { num: number; gen: number })) + 1;
}
