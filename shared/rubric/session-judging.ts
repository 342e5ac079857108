import { type Judging, judgeFile } from './judge-file';
import type { SessionFile, SessionFiles } from './session-file';
import type { SessionReading } from './session-reading';

/** What is yielded between the steps of one file. */
export const WITHIN = '';

/** The files of a session that are still to be judged, and their judgement. */
export class SessionJudging {
  private readonly outstanding = new Set<string>();

  constructor(
    private readonly files: SessionFiles,
    private readonly reading: SessionReading,
  ) {}

  /** How many files are still to be judged. */
  get count(): number {
    return this.outstanding.size;
  }

  want(path: string): void {
    this.outstanding.add(path);
  }

  /** Has a file judged after all others: it was just read. */
  wantLast(path: string): void {
    this.outstanding.delete(path);
    this.outstanding.add(path);
  }

  forget(path: string): void {
    this.outstanding.delete(path);
  }

  /** The file to judge next, or null when all are judged. */
  next(): string | null {
    const { value, done } = this.outstanding.values().next();
    return done ? null : value;
  }

  /**
   * Judges one file, yielding {@link WITHIN} after each criterion; answers whether it has a new report. Given up when newer texts came in
   * between; what is decided by then stays decided.
   */
  *judge(path: string, judging: Judging, interrupted: () => boolean): Generator<string, boolean> {
    const file = this.files.get(path);
    if (!file?.parsed) {
      this.outstanding.delete(path);
      return false;
    }
    const { shed } = file.parsed;
    const read = shed ? yield* this.readAgain(file, interrupted) : file;
    if (!read) return false;
    const steps = judgeFile(read, judging);
    let step = steps.next();
    while (!step.done) {
      yield WITHIN;
      if (interrupted()) return false;
      step = steps.next();
    }
    if (shed) this.reading.drop();
    this.outstanding.delete(path);
    file.report = step.value;
    return true;
  }

  /** The file with the trees that were let go; null when newer texts came in between. */
  private *readAgain(file: SessionFile, interrupted: () => boolean): Generator<string, SessionFile | null> {
    let parsed = this.reading.again(file);
    for (; !parsed; parsed = this.reading.again(file)) {
      yield WITHIN;
      if (interrupted()) return null;
    }
    return { ...file, parsed };
  }
}
