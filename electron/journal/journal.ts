import { join } from 'node:path';
import type { JournalHeader } from '../../shared/settings/stored';
import { err, ok, type Result } from '../../shared/util/result';
import { sha256 } from '../kit/content-hash';
import { errorCode, type FileSystem } from '../kit/file-system';
import { readOwnFile, removeOwnFile, setAside, writeOwnFile } from '../kit/own-file';
import { removeStaleTemporaries } from '../kit/temporary-name';
import { Turns } from '../kit/turns';
import { packFrame, unpackFrame } from './frame';

/** A text that was typed and not saved. */
export interface UnsavedText {
  /** Kit path. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes the text is based on; null for a document that has no file yet. */
  readonly baseHash: string | null;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

const ENDING = '.journal';

/**
 * Unsaved texts, so that nothing typed is lost to a crash. One file per document, outside the kit, written like every file of ours: when `put`
 * resolves, the text is on the disk. An entry goes only when it is dropped after a verified save.
 */
export class Journal {
  private readonly turns = new Turns();

  /** `folder` is the user's data folder for journals; `now` gives the time, in milliseconds since 1970. */
  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly now: () => number,
  ) {}

  /** Keeps the latest text of a document. Throws the file system's error: then an earlier text of it still stands. */
  async put(kitId: string, entry: Omit<UnsavedText, 'savedAt'>): Promise<void> {
    const file = this.file(kitId, entry.path);
    await this.turns.take(file, async () => {
      const header: JournalHeader = {
        version: 1,
        kitId,
        path: entry.path,
        baseHash: entry.baseHash,
        savedAt: new Date(this.now()).toISOString(),
      };
      await writeOwnFile(this.fs, file, packFrame(header, entry.text));
    });
  }

  /** All unsaved texts of a kit, sorted by path. A file whose checksum does not hold is kept aside and left out. */
  async list(kitId: string): Promise<readonly UnsavedText[]> {
    const folder = join(this.folder, kitId);
    const names = await this.names(folder);
    await removeStaleTemporaries(this.fs, names, (name) => join(folder, name));
    const entries: UnsavedText[] = [];
    for (const name of names) {
      if (!name.endsWith(ENDING)) continue;
      const entry = await this.read(kitId, join(folder, name));
      if (entry.ok) entries.push(entry.value);
      else if (entry.error === 'broken') await setAside(this.fs, join(folder, name));
    }
    return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Forgets the text of a document; one that is not there is no error. */
  async drop(kitId: string, path: string): Promise<void> {
    const file = this.file(kitId, path);
    await this.turns.take(file, () => removeOwnFile(this.fs, file));
  }

  /** Resolves when nothing is being written. */
  idle(): Promise<void> {
    return this.turns.idle();
  }

  private async read(kitId: string, file: string): Promise<Result<UnsavedText, 'gone' | 'broken'>> {
    const bytes = await readOwnFile(this.fs, file);
    if (bytes === null) return err('gone');
    const frame = unpackFrame(bytes);
    if (!frame || frame.header.kitId !== kitId) return err('broken');
    const { path, baseHash, savedAt } = frame.header;
    return ok({ path, text: frame.text, baseHash, savedAt });
  }

  private async names(folder: string): Promise<string[]> {
    try {
      return await this.fs.names(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** Named by hash: a kit path may be longer than a file name may be, and differ from another only in case. */
  private file(kitId: string, path: string): string {
    return join(this.folder, kitId, `${sha256(path).slice(0, 40)}${ENDING}`);
  }
}
