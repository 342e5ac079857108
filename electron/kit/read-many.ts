import { MAX_CHECKED_BYTES } from './file-classes';
import type { OpenKit } from './open-kit';

/** One file of a batch: its text and hash, or why there is none. */
export interface BatchFile {
  readonly path: string;
  readonly text?: string;
  readonly hash?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly line?: number };
}

/** Node has four file threads; a few more requests keep them busy while texts are decoded. */
const SIDE_BY_SIDE = 12;
/** Text of one answer, in UTF-16 units: one message must not hold up the window. */
const MAX_ANSWER = 32 * 1024 * 1024;

/**
 * Reads files for checking, in the order asked. A file over 5 MB is edited plainly and not checked; when the answer gets too long, the rest is
 * refused and has to be asked for again.
 */
export async function readMany(kit: OpenKit, paths: readonly string[]): Promise<BatchFile[]> {
  const files: BatchFile[] = new Array(paths.length);
  let next = 0;
  let total = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < paths.length; index = next++) {
      const path = paths[index] as string;
      if (total > MAX_ANSWER) {
        files[index] = {
          path,
          error: { code: 'busy', message: 'Too much text for one answer; ask again for this file.' },
        };
        continue;
      }
      const read = await kit.readText(path, MAX_CHECKED_BYTES);
      if (read.ok) {
        total += read.value.text.length;
        files[index] = { path, text: read.value.text, hash: read.value.hash };
      } else
        files[index] = { path, error: read.error.code === 'too-large' ? NOT_CHECKED : errorOf(read.error) };
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return files;
}

const NOT_CHECKED = {
  code: 'too-large',
  message: 'This text has more than 5 MB: it can be edited, but it is neither checked nor previewed.',
} as const;

function errorOf({
  code,
  message,
  line,
}: {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
}) {
  return line === undefined ? { code, message } : { code, message, line };
}
