import { isAbsolute, join, relative, sep } from 'node:path';
import { kitPath } from '../../shared/domain/kit-path';
import { MANIFEST_FILE } from '../../shared/domain/manifest';
import type { HostError } from '../../shared/ipc/contract';
import { OWN_FILES } from '../../shared/rubric/own-files';
import { ok, type Result } from '../../shared/util/result';
import { closeQuietly, errorCode, type FileSystem, type OpenFile } from './file-system';
import { explain, fail } from './host-failure';

/** True when `path` is `root` or lies under it. Both absolute and with links resolved; compared by segment, never by prefix. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (!isAbsolute(way) && way.split(sep)[0] !== '..');
}

/**
 * Names no kit shows, reads or writes, {@link OWN_FILES} apart, which are the only hidden ones, by exact path: hidden files (`.git`, editors' and
 * our own temporaries) and `node_modules`. A page that could write `.git/hooks` could run programs.
 */
export function isSkippedName(name: string): boolean {
  return name.startsWith('.') || name.toLowerCase() === 'node_modules';
}

/** True for the folders that {@link OWN_FILES} are in. */
function isOwnFolder(path: string): boolean {
  return OWN_FILES.some((file) => file.startsWith(`${path}/`));
}

/** True when a path, as kit paths are written, goes through a skipped name; the studio's own files do not count as skipped. */
export function isSkippedPath(path: string): boolean {
  return !OWN_FILES.includes(path) && path.split('/').some(isSkippedName);
}

/** Which real paths belong to a kit. */
export interface KitScope {
  /** Absolute, links resolved. */
  readonly root: string;
  /** Real folders that belong to the kit; null means all of the root. */
  readonly folders: readonly string[] | null;
}

/** True for a real path (links resolved) that belongs to the kit: inside, not skipped, and in one of the manifest's folders if it names any. */
export function belongsToKit(scope: KitScope, real: string): boolean {
  if (!isInside(scope.root, real)) return false;
  const segments = relative(scope.root, real).split(sep).filter(Boolean);
  const path = segments.join('/');
  if (OWN_FILES.includes(path) || isOwnFolder(path)) return true;
  if (isSkippedPath(path)) return false;
  if (!scope.folders || (segments.length === 1 && segments[0] === MANIFEST_FILE)) return true;
  return scope.folders.some((folder) => isInside(folder, real));
}

/** The absolute path a checked kit path stands for, links not resolved. */
export function absolutePath(scope: KitScope, path: string): string {
  return join(scope.root, ...path.split('/'));
}

const NOT_IN_KIT = 'does not belong to this kit';

/** Checks a path by its text alone: the rules of POSIX and Windows together, and no skipped name. */
export function checkKitPath(path: string): Result<string, HostError> {
  const checked = kitPath(path);
  if (!checked.ok) return fail('outside-kit', `This path cannot be used: ${checked.error}.`);
  if (isSkippedPath(path)) {
    return fail('outside-kit', `"${path}" ${NOT_IN_KIT}: hidden files and node_modules are left alone.`, {
      file: path,
    });
  }
  return ok(path);
}

/** Resolves all links of an existing kit path and checks where it leads. */
export async function resolveInKit(
  fs: FileSystem,
  scope: KitScope,
  path: string,
): Promise<Result<string, HostError>> {
  const checked = checkKitPath(path);
  if (!checked.ok) return checked;
  let real: string;
  try {
    real = await fs.realPath(absolutePath(scope, path));
  } catch (error) {
    return explain(error, `"${path}" could not be opened`, path);
  }
  if (belongsToKit(scope, real)) return ok(real);
  const why =
    real === absolutePath(scope, path) ? 'it lies outside its folders' : 'it is a link that leaves it';
  return fail('outside-kit', `"${path}" ${NOT_IN_KIT}: ${why}.`, { file: path });
}

/** A file of the kit, open for reading and proven to be inside it. The caller closes it. */
export interface ContainedFile {
  readonly file: OpenFile;
  /** Real absolute path. */
  readonly real: string;
  readonly size: number;
  readonly mode: number;
}

/**
 * Opens a file for reading so that check and use are one: links are resolved, the entry must be a regular file before it is opened (a FIFO
 * would hang, a device could do anything), the open follows no link, and what was opened is compared with what was checked.
 */
export async function openInKit(
  fs: FileSystem,
  scope: KitScope,
  path: string,
): Promise<Result<ContainedFile, HostError>> {
  const resolved = await resolveInKit(fs, scope, path);
  if (!resolved.ok) return resolved;
  const real = resolved.value;
  let file: OpenFile | null = null;
  try {
    const before = await fs.entry(real);
    if (before.kind === 'folder')
      return fail('not-found', `"${path}" is a folder, not a file.`, { file: path });
    if (before.kind !== 'file') {
      return fail('outside-kit', `"${path}" is no ordinary file and is not opened.`, { file: path });
    }
    file = await fs.open(real, 'read');
    const opened = await file.stat();
    if (opened.kind === 'file' && (await isStillThere(fs, scope, file, real, opened.identity))) {
      const contained = { file, real, size: opened.size, mode: opened.mode };
      file = null;
      return ok(contained);
    }
    return fail('outside-kit', `"${path}" was replaced while it was being opened; try again.`, {
      file: path,
    });
  } catch (error) {
    return explain(error, `"${path}" could not be opened`, path);
  } finally {
    if (file) await closeQuietly(file);
  }
}

/**
 * True when the open descriptor is a file of the kit. Linux tells where a descriptor leads, which no swapping of folders can fake; elsewhere
 * the path is resolved again and must still lead to the same file.
 */
async function isStillThere(
  fs: FileSystem,
  scope: KitScope,
  file: OpenFile,
  real: string,
  identity: string,
): Promise<boolean> {
  const told = await descriptorPath(fs, file);
  if (told !== null) return belongsToKit(scope, told);
  const again = await fs.entry(real);
  return again.identity === identity && (await fs.realPath(real)) === real;
}

/** Where an open descriptor leads, or null where the system does not tell. A deleted file keeps its last place, with a suffix. */
export async function descriptorPath(fs: FileSystem, file: OpenFile): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    return await fs.linkText(`/proc/self/fd/${file.descriptor}`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
