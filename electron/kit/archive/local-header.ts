/// <reference path="./yauzl.d.ts" />
import yauzl, { type Entry, type LocalFileHeader } from 'yauzl';
import type { OpenFile } from '../file-system';
import { readAt } from './archive-file';
import { DEFLATED } from './entry-checks';

/** Where the content of an entry lies. Offsets in bytes. */
export interface Extent {
  readonly from: number;
  readonly content: number;
  readonly to: number;
}

/** Sizes and checksum stand behind the content, and not before it. */
const BEHIND = 0x0008;
/** How hard it was tried to pack an entry: this alone may differ in what is said twice. */
const LEVEL = 0x0006;
const LARGE = 0x0001;
const UNTOLD = 0xffffffff;
const DESCRIPTOR = 0x08074b50;

/**
 * Where an entry lies, or null when what stands before its content is not what the list of contents says of it (requirement D4: both headers
 * equal). Other programs go by the one or the other; a zip in which they differ is two zips.
 */
export async function extentOf(file: OpenFile, entry: Entry, local: LocalFileHeader): Promise<Extent | null> {
  if (!local.fileName.equals(entry.fileName)) return null;
  if (local.compressionMethod !== entry.compressionMethod) return null;
  if ((local.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & ~LEVEL) return null;
  const behind = (local.generalPurposeBitFlag & BEHIND) !== 0;
  const told = sizesOf(local);
  if (told === null) return null;
  const same = (value: number, expected: number): boolean => value === expected || (behind && value === 0);
  if (!same(local.crc32, entry.crc32)) return null;
  if (!same(told.packed, entry.compressedSize) || !same(told.size, entry.uncompressedSize)) return null;
  if (entry.compressionMethod !== DEFLATED && entry.compressedSize !== entry.uncompressedSize) return null;
  const from = entry.relativeOffsetOfLocalHeader;
  const end = local.fileDataStart + entry.compressedSize;
  const length = behind ? await descriptorLength(file, entry, end) : 0;
  return length === null ? null : { from, content: local.fileDataStart, to: end + length };
}

interface Sizes {
  readonly packed: number;
  readonly size: number;
}

/** The sizes before a content, of 64 bits where it says so; null when it says so and does not tell them. */
function sizesOf(local: LocalFileHeader): Sizes | null {
  const { compressedSize: packed, uncompressedSize: size } = local;
  if (packed !== UNTOLD && size !== UNTOLD) return { packed, size };
  try {
    const large = yauzl.parseExtraFields(local.extraField).find(({ id }) => id === LARGE)?.data;
    // Before a content both stand there, whichever of them is wanted.
    if (large === undefined || large.length < 16) return null;
    return {
      size: size === UNTOLD ? Number(large.readBigUInt64LE(0)) : size,
      packed: packed === UNTOLD ? Number(large.readBigUInt64LE(8)) : packed,
    };
  } catch {
    return null;
  }
}

/** How many bytes behind a content tell its checksum and sizes once more; null when they tell others. */
async function descriptorLength(file: OpenFile, entry: Entry, at: number): Promise<number | null> {
  const bytes = await readAt(file, at, 24);
  const { crc32, compressedSize, uncompressedSize } = entry;
  for (const signed of [4, 0]) {
    if (signed > 0 && (bytes.length < 4 || bytes.readUInt32LE(0) !== DESCRIPTOR)) continue;
    if (bytes.length < signed + 12 || bytes.readUInt32LE(signed) !== crc32) continue;
    const sizes = signed + 4;
    if (bytes.readUInt32LE(sizes) === compressedSize && bytes.readUInt32LE(sizes + 4) === uncompressedSize) {
      return sizes + 8;
    }
    if (bytes.length < sizes + 16) continue;
    const [packed, size] = [bytes.readBigUInt64LE(sizes), bytes.readBigUInt64LE(sizes + 8)];
    if (packed === BigInt(compressedSize) && size === BigInt(uncompressedSize)) return sizes + 16;
  }
  return null;
}
