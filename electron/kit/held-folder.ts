import { join } from 'node:path';
import { descriptorPath } from './containment';
import { closeQuietly, type FileSystem, type OpenFile } from './file-system';

/**
 * A folder that writes go through. Between a check and a write somebody may swap a folder for a link; on Linux all names are therefore
 * reached through the open descriptor (`/proc/self/fd/…`), which stays with the folder that was checked. Elsewhere {@link confirm} compares
 * again just before the rename.
 */
export interface HeldFolder {
  /** Absolute path with links resolved, for messages. */
  readonly path: string;
  /** The path to use for an entry of this folder. */
  at(name: string): string;
  /** Throws when the folder is no longer the one that was checked. */
  confirm(): Promise<void>;
  /** Makes a rename in this folder last through a power cut. Windows cannot; there it does nothing. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Takes hold of a folder. `allowed` is asked about where the folder really is; a refusal throws an error with code `ELOOP`, as the system does
 * for a link in the way.
 */
export async function holdFolder(
  fs: FileSystem,
  path: string,
  allowed: (real: string) => boolean = () => true,
): Promise<HeldFolder> {
  if (process.platform === 'win32') return byPath(fs, path, allowed);
  const folder = await fs.open(path, 'folder');
  try {
    const told = await descriptorPath(fs, folder);
    if (told === null) return await byPath(fs, path, allowed, folder);
    if (!allowed(told)) throw moved(path);
    return {
      path,
      at: (name) => `/proc/self/fd/${folder.descriptor}/${name}`,
      confirm: async () => {},
      flush: () => folder.flush(),
      close: () => closeQuietly(folder),
    };
  } catch (error) {
    await closeQuietly(folder);
    throw error;
  }
}

async function byPath(
  fs: FileSystem,
  path: string,
  allowed: (real: string) => boolean,
  folder?: OpenFile,
): Promise<HeldFolder> {
  const { identity } = folder ? await folder.stat() : await fs.entry(path);
  const confirm = async (): Promise<void> => {
    const real = await fs.realPath(path);
    if (real !== path || !allowed(real) || (await fs.entry(path)).identity !== identity) throw moved(path);
  };
  await confirm();
  return {
    path,
    at: (name) => join(path, name),
    confirm,
    flush: async () => folder?.flush(),
    close: async () => {
      if (folder) await closeQuietly(folder);
    },
  };
}

function moved(path: string): Error {
  return Object.assign(new Error(`ELOOP: the folder was replaced, '${path}'`), { code: 'ELOOP' });
}
