import { createHash, randomUUID } from 'node:crypto';
import type { BrowserWindow, Session } from 'electron';
import { pageAddress } from '../windows/app-scheme';
import { notFound, pageResponse } from '../windows/page-response';
import { secureSession } from '../windows/secure-session';
import { createWindow } from '../windows/window-factory';
import { holdsFormula, isForFormulas, type PrintFonts } from './print-fonts';

/** Documents longer than this are laid out in a page of their own. */
const LARGE = 1_000_000;

/** Style sheets by name, as `app://print/<name>` serves them. */
export type StyleSheets = Readonly<Record<string, string>>;

/**
 * Prints documents of ours in a hidden page: script disabled, no bridge, a session of its own that reaches nothing but the texts and fonts given
 * here. One printer serves several prints of an export; dispose it when done.
 */
export class Printer {
  private window: BrowserWindow | null = null;
  private readonly session: Session;
  private document = '';
  /** Stands for all that decides beside a document how it is laid out: engine, style sheets, faces. */
  readonly look: string;

  constructor(styles: StyleSheets, fonts: PrintFonts) {
    const look = createHash('sha256').update(`${process.versions['chrome']}\n${process.platform}\n`);
    look.update(`${JSON.stringify(styles)}\n${fonts.css}\n${fonts.formulas}\n`);
    for (const [name, bytes] of fonts.files) look.update(`${name}\n`).update(bytes);
    this.look = look.digest('hex');
    this.session = secureSession(`print-${randomUUID()}`, (url) => {
      if (url.host !== 'print') return notFound();
      const name = url.pathname.slice(1);
      if (name === 'document.html')
        return pageResponse('print', withFonts(this.document, fonts), 'text/html; charset=utf-8');
      if (name === 'fonts.css')
        return pageResponse('print', `${fonts.css}\n${fonts.formulas}`, 'text/css; charset=utf-8');
      const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
      if (style !== undefined) return pageResponse('print', style, 'text/css; charset=utf-8');
      const font = fonts.files.get(name.replace(/^fonts\//, ''));
      return font && name.startsWith('fonts/') ? pageResponse('print', font, 'font/woff2') : notFound();
    });
  }

  /**
   * The PDF of a document. Page size and margins are the document's own (`@page`). Tags are written by engines that know how; what is laid over
   * other pages goes without.
   */
  async print(document: string, options: { readonly tags?: boolean } = {}): Promise<Uint8Array> {
    this.document = document;
    const tags = options.tags ?? true;
    // Tags have numbers that count on in a page's process: they must not hang on what was printed there before.
    if (tags) this.dispose();
    this.window ??= createWindow({ purpose: 'print', session: this.session });
    const { window } = this;
    await window.loadURL(pageAddress('print', 'document.html'));
    const pdf = await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: false,
      generateTaggedPDF: tags,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    this.document = '';
    // The layout of a book would stay beside the next one until that page's process gets round to it; the process itself goes at once.
    if (document.length > LARGE) this.dispose();
    return pdf;
  }

  dispose(): void {
    if (this.window && !this.window.isDestroyed()) this.window.destroy();
    this.window = null;
  }
}

/**
 * The document with every face asked for ahead of its text. A face that is asked for when text first needs it may come after the page counts as loaded:
 * the letters are then printed as nothing.
 */
function withFonts(document: string, fonts: PrintFonts): string {
  const formulas = holdsFormula(document);
  const names = [...fonts.files.keys()].filter((name) => formulas || !isForFormulas(name));
  const links = names.map(
    (name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="app://print/fonts/${name}">`,
  );
  return document.replace('<head>', `<head>${links.join('')}`);
}
