import { fileName, folderOf } from '../../../shared/domain/kit-path';
import type { HostError } from '../../../shared/ipc/contract';
import { ok, type Result } from '../../../shared/util/result';
import { writeFully } from '../atomic-write';
import { isInside } from '../containment';
import { closeQuietly, type FileSystem } from '../file-system';
import { type HeldFolder, holdFolder } from '../held-folder';
import { explain, fail } from '../host-failure';
import { shownName } from './entry-name';
import type { InspectedArchive, PlacedEntry } from './inspect';
import { readEntry } from './read-entry';

/** `done` and `total` in bytes; `label` is the path of the file that is written, empty at the end. */
export interface UnpackProgress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

export interface WriteOrder {
  readonly fs: FileSystem;
  readonly onProgress: (progress: UnpackProgress) => void;
  readonly signal: AbortSignal;
}

type Written = Promise<Result<Record<never, never>, HostError>>;

/** Where folders that are reached from `root` may really be. */
export const insideOf =
  (root: string) =>
  (real: string): boolean =>
    isInside(root, real);

/** Fills the folder `name`, which is there and empty, with the kit in a zip. Each folder is reached from the one it is in, and each file is new. */
export async function writeKit(
  { fs, onProgress, signal }: WriteOrder,
  { file, kit }: InspectedArchive,
  parent: HeldFolder,
  name: string,
): Written {
  const total = [...kit.files.values()].reduce((sum, { size }) => sum + size, 0);
  const allowed = insideOf(parent.path);
  const inFolder = contentsOf(kit);
  let done = 0;
  const writeEntry = async (folder: HeldFolder, path: string, entry: PlacedEntry): Written => {
    if (signal.aborted) return cancelled();
    onProgress({ done, total, label: path });
    const bytes = await readEntry(file, entry);
    if (typeof bytes === 'string') return fail('io', bytes);
    done += bytes.length;
    return told(path, () => writeNew(fs, folder.at(fileName(path)), bytes));
  };
  const fill = async (above: HeldFolder, own: string, path: string): Written => {
    const held = await holdFolder(fs, above.at(own), allowed);
    try {
      const { files, folders } = inFolder.get(path) ?? NOTHING;
      for (const [inside, entry] of files) {
        const written = await writeEntry(held, inside, entry);
        if (!written.ok) return written;
      }
      for (const inside of folders) {
        const made = await told(inside, () => fs.makeFolder(held.at(fileName(inside))));
        if (!made.ok) return made;
        const filled = await fill(held, fileName(inside), inside);
        if (!filled.ok) return filled;
      }
      await held.flush();
      return ok({});
    } finally {
      await held.close();
    }
  };
  const filled = await fill(parent, name, '');
  if (!filled.ok) return filled;
  onProgress({ done, total, label: '' });
  return signal.aborted ? cancelled() : filled;
}

function cancelled(): Result<never, HostError> {
  return fail('cancelled', 'Unpacking was cancelled. Nothing was unpacked.');
}

interface Contents {
  readonly files: [path: string, entry: PlacedEntry][];
  readonly folders: string[];
}

const NOTHING: Contents = { files: [], folders: [] };

/** What goes into each folder of the kit, by the folder's path; the kit's own is empty. */
function contentsOf({ files, folders }: InspectedArchive['kit']): ReadonlyMap<string, Contents> {
  const all = new Map<string, Contents>();
  for (const folder of ['', ...folders]) all.set(folder, { files: [], folders: [] });
  for (const folder of folders) all.get(folderOf(folder))?.folders.push(folder);
  for (const [path, entry] of files) all.get(folderOf(path))?.files.push([path, entry]);
  return all;
}

/** A new file with the permissions of any other that the user makes: nothing in a kit is a program, whatever the zip says. */
async function writeNew(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'create-new', 0o666);
  try {
    await writeFully(file, bytes);
    await file.flush();
  } catch (error) {
    await closeQuietly(file);
    throw error;
  }
  // A network disk may tell here that it is full.
  await file.close();
}

/** A failure of the disk, told with the file or folder it was about. */
async function told(path: string, work: () => Promise<void>): Written {
  try {
    await work();
    return ok({});
  } catch (error) {
    return explain(error, `"${shownName(path)}" could not be unpacked`);
  }
}
