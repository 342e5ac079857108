import { createHash } from 'node:crypto';
import { closeQuietly, type FileSystem, type OpenFile } from './file-system';

/** SHA-256 as lower-case hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads an open file to its end, but never more than `limit` bytes: a file may grow while it is read. `size` is what the system told before;
 * null when the limit is passed.
 */
export async function readAll(file: OpenFile, size: number, limit: number): Promise<Uint8Array | null> {
  if (size > limit) return null;
  // One byte more than expected, so that the usual case meets the end of the file without a second buffer.
  let buffer = Buffer.allocUnsafe(Math.min(size, limit) + 1);
  let length = 0;
  for (;;) {
    if (length === buffer.length) {
      if (length > limit) return null;
      buffer = Buffer.concat([buffer, Buffer.allocUnsafe(Math.min(buffer.length, limit + 1 - length))]);
    }
    const count = await file.read(buffer, length, buffer.length - length, length);
    length += count;
    // Exactly what was told: spares the usual file a second question. Zero-sized files of some file systems do hold something.
    if (count === 0 || (length === size && size > 0))
      return length > limit ? null : buffer.subarray(0, length);
  }
}

/** Opens, reads whole and closes; for the studio's own files and for comparing a save's target. Null when larger than `limit`. */
export async function readWhole(fs: FileSystem, path: string, limit: number): Promise<Uint8Array | null> {
  const file = await fs.open(path, 'read');
  try {
    const stat = await file.stat();
    if (stat.kind !== 'file')
      throw Object.assign(new Error(`EISDIR: not a file, '${path}'`), { code: 'EISDIR' });
    return await readAll(file, stat.size, limit);
  } finally {
    await closeQuietly(file);
  }
}
