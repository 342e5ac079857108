import type { HostError } from '../../shared/ipc/contract';
import type { FileText } from '../../shared/ipc/payloads';
import { ok, type Result } from '../../shared/util/result';
import { type KitScope, openInKit } from './containment';
import { readAll, sha256 } from './content-hash';
import { decodeText, describeBadByte } from './decode-text';
import { MAX_TEXT_BYTES } from './file-classes';
import { closeQuietly, type FileSystem } from './file-system';
import { explain, fail } from './host-failure';
import type { KitBytes } from './open-kit';

/** The bytes of a file and where it really is. */
export interface ReadBytes extends KitBytes {
  readonly real: string;
  readonly mode: number;
}

/** Reads a file of the kit whole; `limit` in bytes. */
export async function readKitBytes(
  fs: FileSystem,
  scope: KitScope,
  path: string,
  limit: number = MAX_TEXT_BYTES,
): Promise<Result<ReadBytes, HostError>> {
  const opened = await openInKit(fs, scope, path);
  if (!opened.ok) return opened;
  const { file, real, size, mode } = opened.value;
  try {
    const bytes = await readAll(file, size, limit);
    if (bytes === null) return tooLarge(path, size, limit);
    return ok({ bytes, hash: sha256(bytes), real, mode });
  } catch (error) {
    return explain(error, `"${path}" could not be read`, path);
  } finally {
    await closeQuietly(file);
  }
}

function tooLarge(path: string, size: number, limit: number): Result<never, HostError> {
  const megabytes = (bytes: number): string =>
    `${(bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) ? 1 : 0)} MB`;
  return fail('too-large', `"${path}" has ${megabytes(size)}; the limit here is ${megabytes(limit)}.`, {
    file: path,
  });
}

/** Decodes what was read for an editor; a file that is not UTF-8 is refused with the line of its first bad byte. */
export function toFileText(path: string, read: ReadBytes, readOnly: boolean): Result<FileText, HostError> {
  const decoded = decodeText(read.bytes);
  if (!decoded.ok) {
    return fail('not-utf8', describeBadByte(read.bytes, decoded.error), {
      file: path,
      line: decoded.error.line,
    });
  }
  const { text, bom, lineEnd } = decoded.value;
  return ok({ text, bom, lineEnd, hash: read.hash, readOnly: readOnly || (read.mode & 0o222) === 0 });
}
