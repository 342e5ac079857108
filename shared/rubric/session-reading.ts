import { atOnce, type Steps } from '../util/steps';
import { EditedFiles } from './edited-files';
import { KeptTrees } from './kept-trees';
import { ReadingUnderway } from './reading-underway';
import {
  isLong,
  type ParsedFile,
  type Reading,
  readInSteps,
  type SessionFile,
  type SessionFiles,
  shedTrees,
} from './session-file';

/** Takes note of a file that was read, and of what it said before if it was read before. */
export type WhenRead = (file: SessionFile, before: ParsedFile | null) => void;

/**
 * The files of a session that are still to be read, and their reading: a long one is put down for short ones, trees are let go when there are
 * too many, and a file somebody writes in is read by what of it stayed.
 */
export class SessionReading {
  private readonly outstanding = new Set<string>();
  private readonly trees: KeptTrees;
  private readonly edited = new EditedFiles();
  private readonly underway = new ReadingUnderway();

  constructor(
    private readonly files: SessionFiles,
    private readonly surroundings: Reading,
    private readonly whenRead: WhenRead,
    keptText?: number,
  ) {
    this.trees = new KeptTrees(keptText);
  }

  /** How many files are still to be read. */
  get count(): number {
    return this.outstanding.size;
  }

  want(path: string): void {
    this.outstanding.add(path);
  }

  /** Takes a file off the list: it is known what it says. */
  skip(path: string): void {
    this.outstanding.delete(path);
  }

  /** Lets go what is held of a file. */
  forget(path: string): void {
    this.skip(path);
    this.trees.drop(path);
    this.edited.drop(path);
    if (this.underway.path === path) this.underway.drop();
  }

  /** Lets the reading go that was put down or done for {@link again}. */
  drop(): void {
    this.underway.drop();
  }

  /** The file to read next: a long one that was put down waits for all that are read in one step. */
  next(): string | null {
    const { path: started } = this.underway;
    for (const path of this.outstanding) {
      if (started === null || !this.outstanding.has(started)) return path;
      if (path !== started && !isLong(this.files.get(path)?.text ?? null)) return path;
    }
    return this.outstanding.size > 0 ? started : null;
  }

  /** Does a step of the reading of a file; answers whether it was the last. */
  step(path: string): boolean {
    const file = this.files.get(path);
    if (!file) {
      this.outstanding.delete(path);
      return true;
    }
    const before = file.parsed;
    // A text that is the first this session has is not being written in, whatever an earlier session knew.
    const start = () => this.read(file, before !== null && file.version > 1);
    // A short one goes between the steps of a long one, which goes on afterwards.
    const now = isLong(file.text) ? this.underway.step(file, start) : atOnce(start());
    if (!now) return false;
    if (this.underway.path === path) this.underway.drop();
    this.outstanding.delete(path);
    file.parsed = this.trees.keep(path, file.text?.length ?? 0) ? now : shedTrees(now);
    this.whenRead(file, before);
    return true;
  }

  /** What a file's latest text says; read now if that is outstanding, or was let go. */
  latest(path: string): ParsedFile | null {
    while (this.outstanding.has(path)) this.step(path);
    const file = this.files.get(path);
    return file?.parsed?.shed ? atOnce(this.read(file, false)) : (file?.parsed ?? null);
  }

  /** Does a step of the reading of a file whose trees were let go; null while there are more to do. */
  again(file: SessionFile): ParsedFile | null {
    return this.underway.step(file, () => this.read(file, false));
  }

  /** Reads a file; `again` when it was read before, so that somebody seems to write in it. */
  private *read(file: SessionFile, again: boolean): Steps<ParsedFile> {
    const before = this.edited.get(file.path) ?? file.parsed?.source ?? null;
    const parsed = yield* readInSteps(file, this.surroundings, again || before ? { before } : null);
    if (again && parsed.source && parsed.source !== before) this.edited.keep(file.path, parsed.source);
    return parsed;
  }
}
