import type { OpenFile } from '../file-system';
import { readAt } from './archive-file';

/** What the end of a zip says about its directory. Offsets and sizes in bytes. */
export interface EndRecord {
  readonly entries: number;
  readonly directory: number;
  readonly directoryEnd: number;
}

/** Every sentence about a whole zip that is not as it should be ends with what helps. */
const GET_AGAIN = 'Get the zip again, or unpack it with a tool of your own and open the folder.';

export const NO_ZIP = 'This file is no zip. Choose the zip of a kit, or open the kit’s folder.';
export const TRUNCATED = `The end of this zip is missing: it was not downloaded or copied whole. ${GET_AGAIN}`;
export const SPLIT = `This zip is one of several parts. ${GET_AGAIN}`;
export const BROKEN = `The list of contents in this zip is broken. ${GET_AGAIN}`;
export const CONTRADICTS = `This zip says two different things about what it holds. ${GET_AGAIN}`;
export const AMBIGUOUS = `This zip has two ends, so that its contents can be read in two ways. ${GET_AGAIN}`;
export const FOREIGN_BYTES = `This zip holds bytes that belong to none of its files. ${GET_AGAIN}`;

const END = { signature: 0x06054b50, size: 22 };
const LOCATOR = { signature: 0x07064b50, size: 20 };
const END_64 = { signature: 0x06064b50, size: 56 };
const FIRST_FILE = 0x04034b50;
const MOST_COMMENT = 0xffff;

/**
 * Reads the end of a zip and holds it against itself: one end, one part, a directory that stands right before it, and nothing said twice in two
 * ways. The library reads entries from here on; where programs differ in what they take for the end, one zip is several. Else what is wrong.
 */
export async function readEnd(file: OpenFile, size: number): Promise<EndRecord | string> {
  const start = Math.max(0, size - END.size - MOST_COMMENT);
  const tail = await readAt(file, start, size - start);
  const found = endsIn(tail, (missing) => missing === 0);
  const [at] = found;
  if (at === undefined) {
    if (endsIn(tail, (missing) => missing < 0).length > 0) return FOREIGN_BYTES;
    return (await beginsAsZip(file)) ? TRUNCATED : NO_ZIP;
  }
  if (found.length > 1) return AMBIGUOUS;
  const end = start + at;
  const told = {
    disks: [tail.readUInt16LE(at + 4), tail.readUInt16LE(at + 6)],
    entries: [tail.readUInt16LE(at + 8), tail.readUInt16LE(at + 10)],
    size: tail.readUInt32LE(at + 12),
    directory: tail.readUInt32LE(at + 16),
  };
  const large = await readLargeEnd(file, end);
  if (typeof large === 'string') return large;
  if (large === null) {
    if (told.disks.some((disk) => disk !== 0)) return SPLIT;
    return checked(told.entries, told.size, told.directory, end);
  }
  const agree =
    told.disks.every((disk) => disk === 0 || disk === 0xffff) &&
    told.entries.every((count) => count === large.entries || count === 0xffff) &&
    (told.size === large.size || told.size === 0xffffffff) &&
    (told.directory === large.directory || told.directory === 0xffffffff);
  return agree ? checked([large.entries], large.size, large.directory, large.at) : CONTRADICTS;
}

/** Where records of an end may stand, by how many bytes of their remark are missing in the file. */
function endsIn(tail: Buffer, fits: (missing: number) => boolean): number[] {
  const places: number[] = [];
  for (let at = tail.length - END.size; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END.signature) continue;
    if (fits(at + END.size + tail.readUInt16LE(at + 20) - tail.length)) places.push(at);
  }
  return places;
}

async function beginsAsZip(file: OpenFile): Promise<boolean> {
  const head = await readAt(file, 0, 4);
  return head.length === 4 && head.readUInt32LE(0) === FIRST_FILE;
}

interface LargeEnd {
  readonly at: number;
  readonly entries: number;
  readonly size: number;
  readonly directory: number;
}

/** The record of 64 bits before an end; null without one. */
async function readLargeEnd(file: OpenFile, end: number): Promise<LargeEnd | null | string> {
  if (end < LOCATOR.size) return null;
  const locator = await readAt(file, end - LOCATOR.size, LOCATOR.size);
  if (locator.readUInt32LE(0) !== LOCATOR.signature) return null;
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1) return SPLIT;
  const at = Number(locator.readBigUInt64LE(8));
  // Nothing between it and its locator: neither a second record nor room for one.
  if (at + END_64.size !== end - LOCATOR.size) return CONTRADICTS;
  const record = await readAt(file, at, END_64.size);
  if (record.length < END_64.size || record.readUInt32LE(0) !== END_64.signature) return BROKEN;
  if (Number(record.readBigUInt64LE(4)) !== END_64.size - 12) return BROKEN;
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0) return SPLIT;
  const [here, entries, size, directory] = [24, 32, 40, 48].map((offset) =>
    Number(record.readBigUInt64LE(offset)),
  ) as [number, number, number, number];
  return here === entries ? { at, entries, size, directory } : SPLIT;
}

function checked(
  entries: readonly number[],
  size: number,
  directory: number,
  end: number,
): EndRecord | string {
  const [count = 0] = entries;
  if (entries.some((other) => other !== count)) return SPLIT;
  // A directory that ends elsewhere leaves room for a second one that other programs find.
  if (directory + size > end) return BROKEN;
  if (directory + size < end) return FOREIGN_BYTES;
  return { entries: count, directory, directoryEnd: end };
}
