import { compact } from '../../../shared/portfolio/preflight/expected-text';
import { openPdf, type Pdf } from '../open-pdf';
import { type PageContent, pageContent } from './pdf-text';

/** A page of a finished file as a reader finds it. */
export interface ReadPage extends PageContent {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** All its text as {@link compact} gives it, in the order of the content. */
  readonly compact: string;
}

/** Pages that are read in one go; then others have their turn, since nobody waits for this on the screen. */
const AT_ONCE = 8;

/** `proceed` throws when the job was cancelled. */
export async function readPages(pdf: Pdf, proceed: () => void = () => undefined): Promise<ReadPage[]> {
  const document = await openPdf(pdf);
  const read: ReadPage[] = [];
  for (const page of document.getPages()) {
    if (read.length % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    proceed();
    const { runs, paints } = pageContent(document, page);
    const { width, height } = page.getSize();
    read.push({ runs, paints, width, height, compact: compact(runs.map((run) => run.text).join('')) });
  }
  return read;
}
