import { PDFDocument } from '@cantoo/pdf-lib';
import { compact } from '../../../shared/portfolio/preflight/expected-text';
import { type PageContent, pageContent } from './pdf-text';

/** A page of a finished file as a reader finds it. */
export interface ReadPage extends PageContent {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** All its text as {@link compact} gives it, in the order of the content. */
  readonly compact: string;
}

export async function readPages(pdf: Uint8Array): Promise<ReadPage[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((page) => {
    const { runs, paints } = pageContent(document, page);
    const { width, height } = page.getSize();
    return { runs, paints, width, height, compact: compact(runs.map((run) => run.text).join('')) };
  });
}
