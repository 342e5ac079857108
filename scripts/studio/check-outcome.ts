import type { CheckCache } from './kept/kept-checks';
import type { StartHelper } from './many-kits';

/** What a command leaves: its exit code (0 clean, 1 musts fail, 2 could not run). */
export type ExitCode = 0 | 1 | 2;

export interface CheckOptions {
  /** Ends a watch, whose exit code is that of the last check. */
  readonly stop?: AbortSignal;
  /** Starts a second thread for a folder of many kits; without it one does all. */
  readonly startHelper?: StartHelper;
  /** Where results are kept between runs; without it each check starts anew. */
  readonly cache?: CheckCache | null;
}

export function unknownKind(kind: string, known: readonly string[]): string {
  return `There is no kind "${kind}". Kinds: ${known.join(', ')}.\n`;
}

export function nothingFound(root: string): string {
  return `No artifact was found in ${root}: no file name or content there is one that Staffwright knows.\n`;
}
