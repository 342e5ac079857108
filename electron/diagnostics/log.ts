import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type LogDetails, type LogEvent, type LogLevel, logLine } from './log-line';

/** The newest file; older ones have a number. */
export const LOG_NAME = 'staffwright.log';
/** Bytes after which a file is done, and how many older ones are kept. */
const FULL = 256 * 1024;
const OLDER = 3;
/** What goes wrong over and over does not fill the disk. */
const MOST_LINES = 2000;

/**
 * What happened to the program, for whoever looks for a bug: on this machine only, and never a word of a text. Lines are on the disk when `note`
 * returns, because the next thing may be the end. A disk that refuses costs the line, nothing else.
 */
export class Log {
  private lines = 0;

  constructor(
    readonly folder: string,
    private readonly now: () => number,
  ) {}

  note(level: LogLevel, event: LogEvent, details: LogDetails = {}): void {
    if (++this.lines > MOST_LINES) return;
    const line = `${logLine(this.now(), level, event, details)}\n`;
    try {
      this.makeRoom(line.length);
      appendFileSync(this.file(0), line, { mode: 0o600 });
    } catch {
      // There is nowhere to say so.
    }
  }

  /** The last lines, oldest first, also of earlier starts. */
  tail(count: number): string[] {
    const lines: string[] = [];
    for (let age = 0; age <= OLDER && lines.length < count; age++) {
      lines.unshift(...this.linesOf(age));
    }
    return lines.slice(-count);
  }

  /** The newest file; there after the first line. */
  file(age = 0): string {
    return join(this.folder, age === 0 ? LOG_NAME : LOG_NAME.replace('.log', `.${age}.log`));
  }

  private makeRoom(more: number): void {
    const size = statSync(this.file(), { throwIfNoEntry: false })?.size;
    if (size === undefined) mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    if (size === undefined || size + more <= FULL) return;
    for (let age = OLDER; age > 0; age--) {
      if (statSync(this.file(age - 1), { throwIfNoEntry: false }))
        renameSync(this.file(age - 1), this.file(age));
    }
  }

  private linesOf(age: number): string[] {
    try {
      return readFileSync(this.file(age), 'utf8').split('\n').filter(Boolean);
    } catch {
      return [];
    }
  }
}
