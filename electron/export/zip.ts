import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { comparePaths, extension } from '../../shared/domain/kit-path';
import { crc32 } from './crc32';

/** Formats that are compressed already: packing them again costs much and gains nothing. */
const PACKED = new Set(['pdf', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'zip', 'woff2']);

/** The format counts entries with 16 bits and bytes with 32. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22];
/** 1980-01-01, 0:00: as early as the format can say. */
const [MIDNIGHT, DAY] = [0, (1 << 5) | 1];
/** Names are UTF-8. */
const UTF8 = 1 << 11;
const [STORED, DEFLATED] = [0, 8];
/** What unpacks it, and what it was made on: 2.0, Unix, so that the mode counts. */
const [VERSION, MADE_BY] = [20, (3 << 8) | 20];
const MODE = 0o100644 << 16;

interface Entry {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly content: Uint8Array;
}

/** Compresses the bytes of one file. */
export type Compress = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const deflate = promisify(deflateRaw);
/** Files beyond this are compressed beside the main thread; for smaller ones going there costs more than the work. */
const LARGE = 256 * 1024;
/** Others have their turn after so much. */
const AT_ONCE = 1024 * 1024;
/** By the engine's own code: at this level as small as others at 6. Another version of the engine may find other matches. */
export const engineDeflate: Compress = (bytes) => {
  const options = { level: 5, chunkSize: Math.max(64, Math.min(bytes.length + 64, AT_ONCE)) };
  return bytes.length > LARGE ? deflate(bytes, options) : deflateRawSync(bytes, options);
};
/** Slower, and the same bytes on every machine. */
export const portableDeflate: Compress = (bytes) => deflateSync(bytes, { level: 6 });

/** A zip whose bytes depend on its files and the compressor only: sorted names, one fixed time, fixed level and attributes. */
export async function packZip(
  files: ReadonlyMap<string, Uint8Array>,
  compress: Compress = engineDeflate,
): Promise<Uint8Array> {
  const paths = [...files.keys()].sort(comparePaths);
  if (paths.length > MOST_ENTRIES) throw new Error(`A zip holds ${MOST_ENTRIES} files at most`);
  const underWay: Promise<Entry>[] = [];
  let since = 0;
  for (const path of paths) {
    const bytes = files.get(path) as Uint8Array;
    underWay.push(packed(path, bytes, compress));
    since += bytes.length;
    if (since < AT_ONCE) continue;
    since = 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const entries = await Promise.all(underWay);
  const bodies = entries.reduce(
    (sum, { name, content }) => sum + LOCAL_SIZE + name.length + content.length,
    0,
  );
  const directory = entries.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0);
  if (bodies + directory > MOST_BYTES) throw new Error('A zip holds 4 GB at most');
  const zip = Buffer.alloc(bodies + directory + END_SIZE);
  let at = 0;
  let listed = bodies;
  for (const entry of entries) {
    const offset = at;
    at = zip.writeUInt32LE(LOCAL, at);
    at = header(zip, at, entry);
    at = put(zip, at, entry.name);
    at = put(zip, at, entry.content);
    listed = zip.writeUInt32LE(CENTRAL, listed);
    listed = zip.writeUInt16LE(MADE_BY, listed);
    listed = header(zip, listed, entry);
    // No remark, on the first disk, no attributes of other systems.
    listed += 6;
    listed = zip.writeUInt32LE(MODE >>> 0, listed);
    listed = zip.writeUInt32LE(offset, listed);
    listed = put(zip, listed, entry.name);
  }
  at = zip.writeUInt32LE(END, listed);
  at = zip.writeUInt16LE(entries.length, at + 4);
  at = zip.writeUInt16LE(entries.length, at);
  at = zip.writeUInt32LE(directory, at);
  zip.writeUInt32LE(bodies, at);
  return zip;
}

async function packed(path: string, bytes: Uint8Array, compress: Compress): Promise<Entry> {
  const name = new TextEncoder().encode(path);
  if (bytes.length > MOST_BYTES) throw new Error('A zip holds 4 GB at most');
  const made = PACKED.has(extension(path)) ? bytes : await compress(bytes);
  const better = made.length < bytes.length;
  return {
    name,
    method: better ? DEFLATED : STORED,
    crc: crc32(bytes),
    size: bytes.length,
    content: better ? made : bytes,
  };
}

/** What a file's own header and its line in the directory have in common. */
function header(zip: Buffer, from: number, { name, method, crc, size, content }: Entry): number {
  let at = from;
  for (const value of [VERSION, UTF8, method, MIDNIGHT, DAY]) at = zip.writeUInt16LE(value, at);
  for (const value of [crc, content.length, size]) at = zip.writeUInt32LE(value, at);
  at = zip.writeUInt16LE(name.length, at);
  // Nothing extra.
  return at + 2;
}

function put(zip: Buffer, at: number, bytes: Uint8Array): number {
  zip.set(bytes, at);
  return at + bytes.length;
}
