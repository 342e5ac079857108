import { basename, dirname, join } from 'node:path';
import { foldedPath } from '../../shared/domain/kit-path';
import type { HostError } from '../../shared/ipc/contract';
import { ok, type Result } from '../../shared/util/result';
import { type WriteFailure, writeAtomically } from './atomic-write';
import type { Backups } from './backups';
import { absolutePath, belongsToKit, checkKitPath, type KitScope } from './containment';
import { sha256 } from './content-hash';
import { MAX_TEXT_BYTES } from './file-classes';
import { errorCode, type FileSystem } from './file-system';
import { type HeldFolder, holdFolder } from './held-folder';
import { explain, fail } from './host-failure';
import { isReplaceImpossible, writeInPlace } from './in-place-write';
import { restoreLineEnds } from './line-ends';
import type { Written } from './open-kit';
import { readKitBytes } from './read-text';

export interface SaveOrder {
  readonly fs: FileSystem;
  readonly scope: KitScope;
  readonly path: string;
  readonly text: string;
  /** Where old bytes go when a file can only be overwritten; without it such a save is refused. */
  readonly backups?: Backups | undefined;
  /** Told the hash just before the disk gets it, so that a watcher can tell our own writes from others'. */
  readonly announce: (realPath: string, hash: string) => void;
}

const BOM = '\ufeff';

/**
 * Replaces the text of an existing file. The bytes on disk give the form: byte order mark and line ends are put back, so that only what was
 * edited changes. A link inside the kit stays a link; the file it leads to is replaced.
 */
export async function saveText(
  order: SaveOrder & { readonly baseHash: string },
): Promise<Result<Written, HostError>> {
  const { fs, scope, path, baseHash } = order;
  const what = `"${path}" could not be saved`;
  const current = await readKitBytes(fs, scope, path);
  if (!current.ok) return current.error.code === 'not-found' ? goneMeanwhile(path) : current;
  if ((current.value.mode & 0o222) === 0) return readOnlyFile(path);
  const base = Buffer.from(current.value.bytes).toString('utf8');
  const bom = base.startsWith(BOM);
  const encoded = encode(path, (bom ? BOM : '') + restoreLineEnds(order.text, bom ? base.slice(1) : base));
  if (!encoded.ok) return encoded;
  const bytes = encoded.value;
  const hash = sha256(bytes);
  // The second one: an earlier save that the disk did not confirm may have left exactly this text there.
  const expected = [baseHash, hash];
  if (!expected.includes(current.value.hash)) return changedMeanwhile(path);
  let folder: HeldFolder | null = null;
  try {
    await fs.checkWritable(current.value.real);
    folder = await holdFolder(fs, dirname(current.value.real), (real) => holdsKitFiles(scope, real));
    order.announce(current.value.real, hash);
    const name = basename(current.value.real);
    let written = await writeAtomically(fs, { folder, name, bytes, expected });
    if (!written.ok && order.backups && isReplaceImpossible(written.error)) {
      written = await writeInPlace(fs, { folder, name, bytes, expected }, order.backups);
    }
    return written.ok ? ok({ hash: written.value }) : told(written.error, what, path);
  } catch (error) {
    return explain(error, what, path);
  } finally {
    await folder?.close();
  }
}

/** Writes a new file, making the folders it needs. Nothing that exists is touched, however its name is spelled. */
export async function createText(order: SaveOrder): Promise<Result<Written, HostError>> {
  const { fs, scope, path } = order;
  const what = `"${path}" could not be created`;
  const checked = checkKitPath(path);
  if (!checked.ok) return checked;
  if (!belongsToKit(scope, absolutePath(scope, path))) {
    return fail('outside-kit', `"${path}" is not in one of the folders that kit.yaml names.`, { file: path });
  }
  const encoded = encode(path, order.text);
  if (!encoded.ok) return encoded;
  let folder: HeldFolder | null = null;
  try {
    const place = await makeFolders(fs, scope, path);
    if (!place.ok) return place;
    folder = await holdFolder(fs, place.value, (real) => holdsKitFiles(scope, real));
    const name = basename(path);
    const taken = await takenName(fs, folder.at('.'), name);
    if (taken !== null) return alreadyThere(path, taken);
    const bytes = encoded.value;
    order.announce(join(folder.path, name), sha256(bytes));
    const written = await writeAtomically(fs, { folder, name, bytes, expected: 'nothing' });
    if (written.ok) return ok({ hash: written.value });
    return written.error.kind === 'changed' ? alreadyThere(path, name) : told(written.error, what, path);
  } catch (error) {
    return explain(error, what, path);
  } finally {
    await folder?.close();
  }
}

/** True for a real folder that may hold files of the kit: the root (for `kit.yaml`) or one that belongs to it. */
export function holdsKitFiles(scope: KitScope, real: string): boolean {
  return real === scope.root || belongsToKit(scope, real);
}

/** The real folder for a new file; folders on the way are made one by one, each in the one before it and checked where it really is. */
export async function makeFolders(
  fs: FileSystem,
  scope: KitScope,
  path: string,
): Promise<Result<string, HostError>> {
  let real = scope.root;
  for (const segment of path.split('/').slice(0, -1)) {
    const held = await holdFolder(fs, real, (folder) => holdsKitFiles(scope, folder));
    try {
      const spelled = await takenName(fs, held.at('.'), segment);
      if (spelled !== null && spelled !== segment) return alreadyThere(path, spelled);
      if (spelled === null) {
        await held.confirm();
        await fs.makeFolder(held.at(segment));
        await held.flush();
      }
      real = await fs.realPath(held.at(segment));
    } finally {
      await held.close();
    }
    if (!belongsToKit(scope, real)) {
      return fail('outside-kit', `"${path}" would be written outside the kit, through a link.`, {
        file: path,
      });
    }
  }
  return ok(real);
}

/** The entry of a folder that is this name on some disk (case and normal form folded), or null. */
export async function takenName(fs: FileSystem, folder: string, name: string): Promise<string | null> {
  const folded = foldedPath(name);
  const names = await fs.names(folder);
  return names.find((other) => other === name) ?? names.find((other) => foldedPath(other) === folded) ?? null;
}

/** UTF-8, or the reason why the text has none: half a character (a lone surrogate) would be replaced silently. */
function encode(path: string, text: string): Result<Uint8Array, HostError> {
  const broken = /\p{Surrogate}/u.exec(text);
  if (broken) {
    const line = text.slice(0, broken.index).split('\n').length;
    return fail(
      'bad-request',
      `Line ${line} holds half of a character (a lone surrogate), which no UTF-8 file can hold. Delete it and save again.`,
      { file: path, line },
    );
  }
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MAX_TEXT_BYTES) {
    return fail('too-large', `"${path}" would have more than 50 MB, which the studio could not open again.`, {
      file: path,
    });
  }
  return ok(bytes);
}

export function told(failure: WriteFailure, what: string, path: string): Result<never, HostError> {
  if (failure.kind === 'changed') return changedMeanwhile(path);
  if (failure.replaced && errorCode(failure.error) !== null) {
    return fail(
      'io',
      `The new text of "${path}" is in place, but the disk did not confirm that it will last (${errorCode(failure.error)}). Save again.`,
      { file: path },
    );
  }
  return explain(failure.error, what, path);
}

function changedMeanwhile(path: string): Result<never, HostError> {
  return fail(
    'changed-on-disk',
    `"${path}" was changed by another program after it was read here. Nothing was overwritten.`,
    { file: path },
  );
}

function goneMeanwhile(path: string): Result<never, HostError> {
  return fail(
    'not-found',
    `"${path}" is not there any more; it was deleted or renamed by another program. Your text is kept.`,
    { file: path },
  );
}

function readOnlyFile(path: string): Result<never, HostError> {
  return fail(
    'read-only',
    `"${path}" is write-protected. Your text is kept; allow writing to the file, or save it under another name.`,
    { file: path },
  );
}

export function alreadyThere(path: string, name: string): Result<never, HostError> {
  const spelling = path.split('/').includes(name) ? '' : ` "${name}" is the same name on many disks.`;
  return fail(
    'exists',
    `"${path}" cannot be created: the name is taken.${spelling} Nothing was overwritten.`,
    { file: path },
  );
}
