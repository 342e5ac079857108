import type { Entry } from 'yauzl';
import { bytesInWords } from '../../../shared/util/bytes-in-words';
import { shownName } from './entry-name';
import { type ArchiveLimits, SMALL } from './limits';

/** A file or folder that a zip lists. Sizes and offsets in bytes. */
export interface ArchiveEntry {
  /** Below the folder that the zip is unpacked to. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly deflated: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Bits of the general flags. */
const ENCRYPTED = 0x0001;
const PATCH = 0x0020;
const STRONGLY_ENCRYPTED = 0x0040;
const HIDDEN_DIRECTORY = 0x2000;

export const STORED = 0;
export const DEFLATED = 8;
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
};

const KIND = 0o170000;
const FILE = 0o100000;
const FOLDER = 0o040000;
const KINDS: ReadonlyMap<number, string> = new Map([
  [0o120000, 'a link'],
  [0o060000, 'a device'],
  [0o020000, 'a device'],
  [0o010000, 'a pipe'],
  [0o140000, 'a socket'],
]);
const DOS_FOLDER = 0x10;
/** Extra fields that say where a link leads or which device a file is. */
const PKWARE_UNIX = 0x000d;
const ASI_UNIX = 0x756e;

/** What of an entry stands against unpacking it, whatever is in it; null when nothing does. */
export function entryProblem(entry: Entry, path: string, isFolder: boolean): string | null {
  const named = `"${shownName(path)}" in this zip`;
  const flags = entry.generalPurposeBitFlag;
  if (flags & (ENCRYPTED | STRONGLY_ENCRYPTED | HIDDEN_DIRECTORY)) {
    return `${named} is encrypted, and the studio asks for no passwords. Unpack the zip with a tool of your own and open the folder.`;
  }
  const method = entry.compressionMethod;
  if (flags & PATCH || (method !== STORED && method !== DEFLATED)) {
    const how = flags & PATCH ? 'as a patch' : `by ${METHODS[method] ?? `method ${method}`}`;
    return `${named} is packed ${how}, which the studio does not read. Pack the zip anew with the usual method, Deflate.`;
  }
  const kind = kindOf(entry);
  if (kind !== null) {
    return `${named} is ${kind}, and a kit holds files and folders only. Put the file itself in its place and pack the zip anew.`;
  }
  const mode = (entry.externalFileAttributes >>> 16) & KIND;
  const saysFolder = mode === FOLDER || (mode === 0 && (entry.externalFileAttributes & DOS_FOLDER) !== 0);
  if (saysFolder && !isFolder) {
    return `${named} is a file by its name and a folder by its attributes. Pack the zip anew.`;
  }
  if (isFolder && entry.uncompressedSize > 0) {
    return `${named} is a folder and has content of its own. Pack the zip anew.`;
  }
  return null;
}

/** A word for what is neither a file nor a folder; null for those. */
function kindOf({ externalFileAttributes, extraFields }: Entry): string | null {
  const kind = (externalFileAttributes >>> 16) & KIND;
  if (kind !== 0 && kind !== FILE && kind !== FOLDER) return KINDS.get(kind) ?? 'no ordinary file';
  for (const { id, data } of extraFields) {
    // Twelve bytes of times and owners; what follows names the target of a link, or a device.
    if (id === PKWARE_UNIX && data.length > 12) return 'a link or a device';
    if (id !== ASI_UNIX || data.length < 14) continue;
    const told = data.readUInt16LE(4) & KIND;
    if (told !== 0 && told !== FILE && told !== FOLDER) return KINDS.get(told) ?? 'no ordinary file';
    if (data.length > 14) return 'a link';
  }
  return null;
}

/** What is too much about what is to be unpacked; null when nothing is. */
export function sizeProblem(entries: readonly ArchiveEntry[], limits: ArchiveLimits): string | null {
  let total = 0;
  for (const { path, size, packed } of entries) {
    const named = `"${shownName(path)}" in this zip`;
    if (size > limits.entry) {
      return `${named} holds ${bytesInWords(size)}, and ${bytesInWords(limits.entry)} are the limit for a file. Leave it out or make it smaller, and pack the zip anew.`;
    }
    if (size > SMALL && size > packed * limits.ratio) {
      return `${named} would become ${bytesInWords(size)} from ${bytesInWords(packed)}, more than ${limits.ratio} times as much: that is how zips are made that fill a disk. If you trust it, unpack it with a tool of your own and open the folder.`;
    }
    // Whatever packs it, content that cannot be packed grows by a few bytes; the rest is read into memory for nothing.
    if (packed > size * 1.01 + SMALL) {
      return `${named} takes ${bytesInWords(packed)} and holds ${bytesInWords(size)}: the rest belongs to nothing. Pack the zip anew.`;
    }
    total += size;
  }
  if (total > limits.total) {
    return `This zip holds ${bytesInWords(total)} of files, and ${bytesInWords(limits.total)} are the limit. Leave out what does not belong to the kit, or unpack it with a tool of your own and open the folder.`;
  }
  return null;
}
