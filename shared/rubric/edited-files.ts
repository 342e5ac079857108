import type { Source } from './artifact';

/** How many files that were edited last keep what the next edit need not read again. */
const MOST_FILES = 8;
/** How much text they may hold together, in UTF-16 units: kept pieces take as much memory as the trees of a text once more. */
const MOST_TEXT = 5 * 1024 * 1024;

/** The files that are being edited, as they were read last. Whoever types goes on in the same few; the others are read as a whole. */
export class EditedFiles {
  /** The one edited last comes last. */
  private readonly sources = new Map<string, Source>();

  get(path: string): Source | null {
    return this.sources.get(path) ?? null;
  }

  keep(path: string, source: Source): void {
    this.sources.delete(path);
    this.sources.set(path, source);
    let total = 0;
    for (const { text } of this.sources.values()) total += text.length;
    for (const [oldest, { text }] of this.sources) {
      if (this.sources.size <= MOST_FILES && total <= MOST_TEXT) break;
      total -= text.length;
      this.drop(oldest);
    }
  }

  drop(path: string): void {
    const source = this.sources.get(path);
    this.sources.delete(path);
    // The document may live on among the trees of the session, without what only the next edit needs.
    if (source?.format === 'md') source.markdown.pieces?.clear();
  }
}
