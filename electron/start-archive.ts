import { errorCode, type FileSystem } from './kit/file-system';

/**
 * The zip that a start of the program named, absolute and with links resolved; null for anything but an existing file whose name ends as that of a
 * zip. What is in it is looked at when somebody opens it; `path` is untrusted.
 */
export async function startArchive(fs: FileSystem, path: unknown): Promise<string | null> {
  if (typeof path !== 'string' || path.length > 4096 || path.includes('\0')) return null;
  if (!/\.zip$/i.test(path)) return null;
  try {
    const real = await fs.realPath(path);
    return (await fs.entry(real)).kind === 'file' ? real : null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}
