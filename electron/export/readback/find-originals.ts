import { unzipSync } from 'fflate';
import { extension } from '../../../shared/domain/kit-path';
import { writingOf } from '../../../shared/portfolio/redaction/redact-kit';
import type { Redactor, Writing } from '../../../shared/portfolio/redaction/redactor';
import { openPdf } from '../open-pdf';
import { latin1 } from './latin1';
import { pdfTexts } from './pdf-strings';
import { textRuns } from './pdf-text';

/** Something that was to be hidden and stands in an output all the same. */
export interface Leak {
  /** The file of the output, and where in it: `portfolio.zip, kit/notes.md`, `portfolio.pdf, page 7`. */
  readonly where: string;
  /** What stands there. */
  readonly found: string;
  /** The entry of the list it belongs to. */
  readonly original: string;
}

/** Leaks beyond this tell nothing new. */
const MOST = 20;

/**
 * Reads finished outputs as whoever gets them might, with all means: text of pages, metadata, names and bytes of zip entries, what pictures hold
 * beside their pixels. Answers what of the originals is left.
 */
export async function findOriginals(
  outputs: ReadonlyMap<string, Uint8Array>,
  redactor: Redactor,
): Promise<Leak[]> {
  const search = new Search(redactor);
  for (const [name, bytes] of outputs) {
    search.text(name, 'the file name', name, 'path');
    await search.file(name, bytes);
    if (search.leaks.length >= MOST) break;
  }
  return search.leaks.slice(0, MOST);
}

class Search {
  readonly leaks: Leak[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly redactor: Redactor) {}

  async file(name: string, bytes: Uint8Array, within = ''): Promise<void> {
    const ending = extension(name);
    const where = within === '' ? name : `${within}, ${name}`;
    if (ending === 'pdf') await this.pdf(where, bytes);
    else if (ending === 'zip' || ending === 'docx') {
      for (const [entry, content] of Object.entries(unzipSync(bytes))) {
        this.text(where, `the name of ${entry}`, entry, 'path');
        // The outputs themselves are read on their own.
        await this.file(entry, content, where);
      }
    } else if (/^(?:png|jpe?g|gif|webp)$/.test(ending)) {
      this.text(where, 'beside its pixels', readableParts(bytes), 'prose');
    } else this.text(where, '', withoutDigests(new TextDecoder().decode(bytes)), writingOf(name));
  }

  text(where: string, place: string, text: string, writing: Writing): void {
    for (const hit of this.redactor.hits(text, writing)) {
      const found = text.slice(hit.from, hit.to);
      const original = this.redactor.entries[hit.entry]?.original ?? '';
      const at = [where, place].filter(Boolean).join(', ');
      if (this.seen.has(`${at} ${original}`)) continue;
      this.seen.add(`${at} ${original}`);
      this.leaks.push({ where: at, found, original });
    }
  }

  private async pdf(where: string, bytes: Uint8Array): Promise<void> {
    const document = await openPdf(bytes);
    for (const [index, page] of document.getPages().entries()) {
      const runs = textRuns(document, page).map((run) => run.text);
      const place = `page ${index + 1}`;
      // Words may be cut into runs, and runs may follow each other without a blank: a name is found either way.
      this.text(where, place, runs.join(' '), 'prose');
      this.text(where, place, runs.join(''), 'prose');
    }
    for (const { where: place, text } of pdfTexts(document)) this.text(where, place, text, 'prose');
  }
}

/** Runs of letters in bytes, as tools for pictures would show them. */
function readableParts(bytes: Uint8Array): string {
  const runs = latin1(bytes).match(/[\x20-\x7e\n\xa0-\xff]{6,}/g) ?? [];
  return runs.map((run) => Buffer.from(run, 'latin1').toString('utf8')).join('\n\n');
}

/** Checksums are no words, whatever letters they happen to hold. */
function withoutDigests(text: string): string {
  return text.replace(/\b[0-9a-f]{64}\b/g, '').replace(/data:[a-z/+]+;base64,[A-Za-z0-9+/=]+/g, '');
}
