import '../../platform-gaps';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { watched } from '../../workers/worker-bugs';

/** A page's size in CSS pixels at its natural size. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels of a PDF point. */
const PIXELS = 96 / 72;

let worker: PDFWorker | null = null;

/** The thread that reads PDFs: started with the first one, shared by all. */
function reader(): PDFWorker {
  worker ??= new PDFWorker({
    port: watched(
      new Worker(new URL('./pages.worker.ts', import.meta.url), {
        type: 'module',
        name: 'pages',
      }),
    ) as never,
  });
  return worker;
}

/** An open PDF whose pages are drawn onto canvases. */
export class PdfPages {
  private constructor(private readonly document: PDFDocumentProxy) {}

  /** Opens the PDF. The engine runs no script and no WebAssembly here: pages of ours need neither. */
  static async open(base64: string): Promise<PdfPages> {
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const document = await getDocument({
      data,
      worker: reader(),
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
    }).promise;
    return new PdfPages(document);
  }

  get count(): number {
    return this.document.numPages;
  }

  async size(number: number): Promise<PageSize> {
    const { width, height } = (await this.document.getPage(number)).getViewport({ scale: PIXELS });
    return { width, height };
  }

  /** Draws a page as wide as asked, in device pixels, so that it is sharp. Rejects when it was given up. */
  draw(number: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void> {
    return this.document.getPage(number).then((page) => {
      signal.throwIfAborted();
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: width / natural.width });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const task = page.render({ canvas, viewport });
      signal.addEventListener('abort', () => task.cancel(), { once: true });
      return task.promise;
    });
  }

  /** The words of a page, for those who hear it. */
  async words(number: number): Promise<string> {
    const reader = (await this.document.getPage(number)).streamTextContent({}).getReader();
    let words = '';
    // Read piece by piece: the oldest engine cannot loop over a stream, which the library's own `getTextContent` does.
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return words;
      for (const item of value.items) if ('str' in item) words += item.str + (item.hasEOL ? '\n' : '');
    }
  }

  close(): void {
    void this.document.loadingTask.destroy();
  }
}
