import { join } from 'node:path';
import { MAX_TEXT } from '../../shared/ipc/payloads';
import type { TextEdit } from '../../shared/text/edits/edit';
import { err, ok, type Result } from '../../shared/util/result';
import { sha256 } from '../kit/content-hash';
import { errorCode, type FileSystem } from '../kit/file-system';
import { appendToOwnFile, readOwnFile, removeOwnFile, setAside, writeOwnFile } from '../kit/own-file';
import { removeStaleTemporaries } from '../kit/temporary-name';
import { Turns } from '../kit/turns';
import { fits, lengthAfter, packFrame, packStep, unpackJournal } from './frame';

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

/** What was typed since the state of the text that `frame` names. */
export interface TypedText {
  readonly path: string;
  readonly baseHash: string | null;
  readonly frame: string;
  /** Of the text before, in UTF-16 units. */
  readonly length: number;
  readonly edits: readonly TextEdit[];
}

/** What stands in the file of a text that this process wrote. */
interface Standing {
  /** Sum of the last frame or step. */
  readonly sum: string;
  readonly baseHash: string | null;
  readonly length: number;
  /** Bytes: of the file, and of its frame. */
  readonly size: number;
  readonly frameSize: number;
  readonly steps: number;
}

const ENDING = '.journal';

/** After this many steps, or when they are longer than the text and this many bytes, the whole text is asked for again. */
const MOST_STEPS = 500;
const MOST_STEP_BYTES = 256 * 1024;

/**
 * Unsaved texts, so that nothing typed is lost to a crash. One file per document, outside the kit. A whole text is written like every file of
 * ours, wholly or not at all; what is typed then is added behind it. When `put` or `change` resolves, it is on the disk. An entry goes only when
 * it is dropped after a verified save.
 */
export class Journal {
  private readonly turns = new Turns();
  private readonly standing = new Map<string, Standing>();
  /** Long texts on their way, by file. */
  private readonly pieces = new Map<string, string>();

  /** `folder` is the user's data folder for journals; `now` gives the time, in milliseconds since 1970. */
  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly now: () => number,
  ) {}

  /** Takes a piece of a long text. The one at 0 starts anew; one that does not follow the last is left out, and the text is refused at its end. */
  piece(kitId: string, path: string, at: number, text: string): void {
    const file = this.file(kitId, path);
    const before = at === 0 ? '' : (this.pieces.get(file) ?? '');
    if (before.length === at && at + text.length <= MAX_TEXT) this.pieces.set(file, before + text);
  }

  /**
   * Keeps the latest text of a document and names it. `after` is the length of the pieces that come in front of `text`. Throws the file system's
   * error: then an earlier text of it still stands.
   */
  async put(
    kitId: string,
    entry: Omit<UnsavedText, 'savedAt'> & { readonly after?: number },
  ): Promise<string> {
    const { path, baseHash, after = 0 } = entry;
    const file = this.file(kitId, path);
    const before = after === 0 ? '' : (this.pieces.get(file) ?? '');
    this.pieces.delete(file);
    if (before.length !== after) throw new Error('A piece of the text is missing');
    const text = before + entry.text;
    return this.turns.take(file, async () => {
      const { bytes, sum } = packFrame({ version: 1, kitId, path, baseHash, savedAt: this.time() }, text);
      this.standing.delete(file);
      await writeOwnFile(this.fs, file, bytes);
      const size = bytes.length;
      this.standing.set(file, { sum, baseHash, length: text.length, size, frameSize: size, steps: 0 });
      return sum;
    });
  }

  /**
   * Adds what was typed to the text that stands, and names the new state. Null when another state stands than the one it was typed into, or when
   * so much was added that the whole text is wanted. Throws the file system's error: then the text stands without it, or with it.
   */
  async change(kitId: string, { path, baseHash, frame, length, edits }: TypedText): Promise<string | null> {
    const file = this.file(kitId, path);
    return this.turns.take(file, async () => {
      const before = this.standing.get(file);
      if (!before || before.sum !== frame || before.baseHash !== baseHash || before.length !== length)
        return null;
      const added = before.size - before.frameSize;
      if (before.steps >= MOST_STEPS || added > Math.max(MOST_STEP_BYTES, before.frameSize)) return null;
      const after = lengthAfter(edits, length);
      if (!fits(edits, length) || after > MAX_TEXT) return null;
      const step = packStep(frame, { savedAt: this.time(), before: length, after, edits: [...edits] });
      // Until it is known what stands: after a failure only a whole text is taken.
      this.standing.delete(file);
      if (!(await appendToOwnFile(this.fs, file, before.size, step.bytes))) return null;
      const size = before.size + step.bytes.length;
      this.standing.set(file, { ...before, sum: step.sum, length: after, size, steps: before.steps + 1 });
      return step.sum;
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
    this.pieces.delete(file);
    await this.turns.take(file, () => {
      this.standing.delete(file);
      return removeOwnFile(this.fs, file);
    });
  }

  /** Resolves when nothing is being written. */
  idle(): Promise<void> {
    return this.turns.idle();
  }

  private async read(kitId: string, file: string): Promise<Result<UnsavedText, 'gone' | 'broken'>> {
    const bytes = await readOwnFile(this.fs, file);
    if (bytes === null) return err('gone');
    const frame = unpackJournal(bytes);
    if (!frame || frame.header.kitId !== kitId) return err('broken');
    const { path, baseHash, savedAt } = frame.header;
    return ok({ path, text: frame.text, baseHash, savedAt });
  }

  private time(): string {
    return new Date(this.now()).toISOString();
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
