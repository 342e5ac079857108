import { inflateRaw } from 'node:zlib';
import { crc32 } from '../../export/crc32';
import { errorCode, type OpenFile } from '../file-system';
import { readAt } from './archive-file';
import { shownName } from './entry-name';
import type { PlacedEntry } from './inspect';

/**
 * The content of an entry, or in words why it cannot be had. Never more bytes than its size are made, whatever the packed ones would unfold to;
 * they must be exactly so many, with its checksum, from exactly the bytes that are its own.
 */
export async function readEntry(file: OpenFile, entry: PlacedEntry): Promise<Uint8Array | string> {
  const packed = await readAt(file, entry.extent.content, entry.packed);
  if (packed.length < entry.packed) return damaged(entry, 'its end is missing');
  const bytes = entry.deflated ? await inflated(packed, entry.size) : packed;
  if (typeof bytes === 'string') return damaged(entry, bytes);
  if (bytes.length !== entry.size) {
    return damaged(entry, `its length is ${bytes.length} instead of ${entry.size}`);
  }
  return crc32(bytes) === entry.crc ? bytes : damaged(entry, 'its checksum is another one');
}

function damaged({ path }: PlacedEntry, how: string): string {
  return `"${shownName(path)}" in this zip is damaged: ${how}. Nothing was unpacked. Get the zip again, or ask who made it.`;
}

/** Unfolds deflated bytes to at most `size`; else what is wrong with them. */
async function inflated(packed: Buffer, size: number): Promise<Uint8Array | string> {
  // Both, with `info`: the types know the plain answer only.
  type Told = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
  const options = { maxOutputLength: Math.max(1, size), info: true };
  try {
    const { buffer, engine } = await new Promise<Told>((resolve, reject) => {
      inflateRaw(packed, options, (error, told) => {
        if (error) reject(error);
        else resolve(told as unknown as Told);
      });
    });
    return engine.bytesWritten === packed.length ? buffer : 'bytes follow its end';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') return `it unfolds to more than its ${size} bytes`;
    if (code?.startsWith('Z_')) return 'it cannot be unfolded';
    throw error;
  }
}
