/// <reference path="./yauzl.d.ts" />
import yauzl, { type Entry } from 'yauzl';
import type { HostError } from '../../../shared/ipc/contract';
import { ok, type Result } from '../../../shared/util/result';
import { closeQuietly, errorCode, type FileSystem, type OpenFile } from '../file-system';
import { explain, fail } from '../host-failure';
import { ArchiveReader } from './archive-file';
import { BROKEN, CONTRADICTS, FOREIGN_BYTES, NO_ZIP, readEnd } from './end-record';
import { type ArchiveEntry, DEFLATED, entryProblem, sizeProblem } from './entry-checks';
import { entryName, shownName } from './entry-name';
import { type KitPart, kitIn } from './kit-in-archive';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits';
import { type Extent, extentOf } from './local-header';
import { collision } from './one-name-each';

/** An entry with the place of its content in the zip. */
export interface PlacedEntry extends ArchiveEntry {
  readonly extent: Extent;
}

/** A zip that was looked through from end to end, and holds a kit. Nothing of its content was read yet. */
export interface InspectedArchive {
  readonly file: OpenFile;
  readonly kit: KitPart<PlacedEntry>;
}

export interface InspectOptions {
  readonly fs: FileSystem;
  readonly limits?: ArchiveLimits;
}

/**
 * Opens a zip and looks at all that it says of itself, before anything is unpacked: its end, its list of contents, what stands before each
 * content, names, kinds, sizes, and that no two contents share bytes (requirement D4). `use` gets it while it is open; it opened once, so what was
 * looked at is what is read. `path` is absolute.
 */
export async function withArchive<T>(
  path: string,
  { fs, limits = ARCHIVE_LIMITS }: InspectOptions,
  use: (archive: InspectedArchive) => Promise<Result<T, HostError>>,
): Promise<Result<T, HostError>> {
  let file: OpenFile | null = null;
  try {
    const real = await fs.realPath(path);
    // Looked at before it is opened: a pipe would hang.
    if ((await fs.entry(real)).kind !== 'file') return fail('not-a-kit', NO_ZIP);
    file = await fs.open(real, 'read');
    const { kind, size } = await file.stat();
    if (kind !== 'file') return fail('not-a-kit', NO_ZIP);
    const kit = await kitOf(file, size, limits);
    if (!kit.ok) return kit;
    return await use({ file, kit: kit.value });
  } catch (error) {
    return explain(error, 'The zip could not be read');
  } finally {
    if (file) await closeQuietly(file);
  }
}

async function kitOf(
  file: OpenFile,
  size: number,
  limits: ArchiveLimits,
): Promise<Result<KitPart<PlacedEntry>, HostError>> {
  const end = await readEnd(file, size);
  if (typeof end === 'string') return fail('not-a-kit', end);
  if (end.entries > limits.entries) {
    const [count, most] = [end.entries, limits.entries].map((number) => number.toLocaleString('en-US'));
    return fail(
      'too-large',
      `This zip holds ${count} files and folders, and ${most} are the limit. Leave out what does not belong to the kit (node_modules, .git), or unpack it with a tool of your own and open the folder.`,
    );
  }
  const listed = await listedIn(file, size, end.directoryEnd, limits);
  if (typeof listed === 'string') return fail('not-a-kit', listed);
  const clash = collision(listed) ?? overlap(listed, end.directory);
  if (clash !== null) return fail('not-a-kit', clash);
  const kit = kitIn(listed.filter(({ path }) => path !== ''));
  if (typeof kit === 'string') return fail('not-a-kit', kit);
  const excess = sizeProblem([...kit.files.values()], limits);
  return excess === null ? ok(kit) : fail('too-large', excess);
}

/** All entries in the order of the list; else what is wrong with the first that is. */
async function listedIn(
  file: OpenFile,
  size: number,
  directoryEnd: number,
  limits: ArchiveLimits,
): Promise<PlacedEntry[] | string> {
  const placed: PlacedEntry[] = [];
  try {
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await yauzl.fromRandomAccessReaderPromise(new ArchiveReader(file), size, options);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      const name = entryName(entry, limits);
      if (typeof name === 'string') return name;
      const problem = entryProblem(entry, name.path, name.isFolder);
      if (problem !== null) return problem;
    }
    // More or less than the list is long: what follows would be found by other programs.
    if (zip.readEntryCursor !== directoryEnd) return CONTRADICTS;
    for (const entry of entries) {
      const name = entryName(entry, limits);
      if (typeof name === 'string') return name;
      const extent = await extentOf(file, entry, await zip.readLocalFileHeaderPromise(entry));
      if (extent === null) return doubtful(name.path);
      const { crc32: crc, compressedSize: packed, uncompressedSize, compressionMethod } = entry;
      const deflated = compressionMethod === DEFLATED;
      placed.push({ ...name, deflated, crc, packed, size: uncompressedSize, extent });
    }
    return placed;
  } catch (error) {
    // The library tells in words of its own what a zip lacks; a disk that fails has a code.
    if (errorCode(error) !== null || !(error instanceof Error)) throw error;
    return BROKEN;
  }
}

function doubtful(path: string): string {
  return `This zip says two different things about "${shownName(path)}". Get the zip again, or unpack it with a tool of your own and open the folder.`;
}

/** Whether contents share bytes, or leave some to nobody: the one is how small zips become endless, the other hides files. */
function overlap(entries: readonly PlacedEntry[], directory: number): string | null {
  let free = 0;
  for (const { path, extent } of [...entries].sort((a, b) => a.extent.from - b.extent.from)) {
    if (extent.from < free) {
      return `"${shownName(path)}" in this zip shares bytes with another file: that is how zips are made that fill a disk. If you trust it, unpack it with a tool of your own and open the folder.`;
    }
    if (extent.from > free) return FOREIGN_BYTES;
    free = extent.to;
  }
  if (free > directory) return BROKEN;
  return free < directory ? FOREIGN_BYTES : null;
}
