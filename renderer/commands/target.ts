import type { Finding } from '../../shared/rubric/finding';

/** What a command is asked to act on, where that is not what the cursor is at: the file or finding whose menu was opened. */
export interface Target {
  readonly path?: string;
  readonly finding?: Finding;
}

export const NO_TARGET: Target = {};
