import type { Steps } from '../util/steps';
import type { ParsedFile, SessionFile } from './session-file';

/** Starts to read a file. */
export type StartReading = () => Steps<ParsedFile>;

/**
 * The reading of one file that was put down between two steps. It is taken up where it was left, unless the file has another text by then or is
 * read for another reason.
 */
export class ReadingUnderway {
  private steps: Steps<ParsedFile> | null = null;
  private entry: SessionFile | null = null;
  private version = 0;
  private done: ParsedFile | null = null;

  /** The file that is being read, or null. */
  get path(): string | null {
    return this.entry?.path ?? null;
  }

  /** Does one step. Null while there are more to do. */
  step(entry: SessionFile, start: StartReading): ParsedFile | null {
    if (this.entry !== entry || this.version !== entry.version) {
      this.entry = entry;
      this.version = entry.version;
      this.steps = start();
      this.done = null;
    }
    if (this.done) return this.done;
    const step = this.steps?.next();
    if (step?.done) this.done = step.value;
    return this.done;
  }

  /** Lets the reading go, finished or not. */
  drop(): void {
    this.entry = null;
    this.steps = null;
    this.done = null;
  }
}
