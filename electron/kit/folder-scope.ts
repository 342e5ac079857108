import { basename, join } from 'node:path';
import { foldedPath } from '../../shared/domain/kit-path';
import { MANIFEST_FILE, type Manifest, readManifest } from '../../shared/domain/manifest';
import type { KitNotice } from '../../shared/ipc/payloads';
import { isInside, type KitScope } from './containment';
import { readAll } from './content-hash';
import { decodeText, describeBadByte } from './decode-text';
import { closeQuietly, errorCode, type FileSystem } from './file-system';

/** What a folder says about itself before anything in it is looked at. */
export interface FolderScope {
  readonly scope: KitScope;
  readonly name: string;
  readonly manifestText: string | null;
  readonly manifest: Manifest | null;
  /** Folders to look at, as kit paths; `''` is the root. */
  readonly tops: readonly string[];
  readonly notices: readonly KitNotice[];
}

const MAX_MANIFEST_BYTES = 1024 * 1024;

/** Reads `kit.yaml` of a real folder, if there is one, and resolves which folders it names. */
export async function readFolderScope(fs: FileSystem, root: string): Promise<FolderScope> {
  const notices: KitNotice[] = [];
  const note = (message: string, line?: number): void => {
    notices.push({ message, path: MANIFEST_FILE, ...(line === undefined ? {} : { line }) });
  };
  const text = await manifestText(fs, root, note);
  const reading = text === null ? null : readManifest(text);
  for (const problem of reading?.problems ?? []) note(`${problem.message}.`, problem.line);
  const manifest = reading?.manifest ?? null;
  if (reading && !manifest) note('Because of this the whole folder is taken as the kit.');
  const name = manifest?.name ?? (basename(root) || root);
  const whole: FolderScope = {
    scope: { root, folders: null },
    name,
    manifestText: text,
    manifest,
    tops: [''],
    notices,
  };
  if (!manifest?.folders) return whole;
  const real: string[] = [];
  const tops: string[] = [];
  for (const folder of manifest.folders) {
    const expected = join(root, ...folder.split('/'));
    const found = await realFolder(fs, expected);
    if (found === null) note(`The folder "${folder}" is not there.`);
    // A linked folder would be entered by its name but belong elsewhere: the same rule as for links found on the way.
    else if (found !== expected && !isSameSpelling(found, expected)) {
      note(
        isInside(root, found)
          ? `"${folder}" is a link to another folder of the kit; name that one.`
          : `"${folder}" is a link that leaves the kit; it is not followed.`,
      );
    } else {
      real.push(found);
      tops.push(folder);
    }
  }
  return { ...whole, scope: { root, folders: real }, tops: withoutNested(tops) };
}

/** Disks that fold case give a folder back as it is spelled there. */
function isSameSpelling(a: string, b: string): boolean {
  return foldedPath(a) === foldedPath(b);
}

function withoutNested(folders: readonly string[]): string[] {
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
}

async function realFolder(fs: FileSystem, path: string): Promise<string | null> {
  try {
    const real = await fs.realPath(path);
    return (await fs.entry(real)).kind === 'folder' ? real : null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

async function manifestText(
  fs: FileSystem,
  root: string,
  note: (message: string) => void,
): Promise<string | null> {
  const path = join(root, MANIFEST_FILE);
  try {
    const entry = await fs.entry(path);
    if (entry.kind !== 'file') {
      note('kit.yaml is no ordinary file and is not read.');
      return null;
    }
    const file = await fs.open(path, 'read');
    try {
      const bytes = await readAll(file, entry.size, MAX_MANIFEST_BYTES);
      if (bytes === null) {
        note('kit.yaml is too large to be a manifest.');
        return null;
      }
      const decoded = decodeText(bytes);
      if (decoded.ok) return decoded.value.text;
      note(describeBadByte(bytes, decoded.error));
      return null;
    } finally {
      await closeQuietly(file);
    }
  } catch (error) {
    if (errorCode(error) === null) throw error;
    if (errorCode(error) !== 'ENOENT') note('kit.yaml cannot be read.');
    return null;
  }
}
