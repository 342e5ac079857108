import { basename, dirname, join } from 'node:path';
import { asKitPath, folderOf } from '../../shared/domain/kit-path';
import type { HostError } from '../../shared/ipc/contract';
import { ok, type Result } from '../../shared/util/result';
import { writeFully } from './atomic-write';
import { errorCode, type FileSystem } from './file-system';
import { holdFolder } from './held-folder';
import { explain, fail } from './host-failure';
import { targetState } from './new-folder';
import type { OpenKit } from './open-kit';
import { releaseTemporary, takeTemporaryName } from './temporary-name';

/** What a new packet starts with: the whole worked example to rewrite, or the templates and an empty folder per part. */
export type StarterContent = 'blank' | 'example';

export interface StarterOrder {
  readonly fs: FileSystem;
  /** The kit that ships with the studio. */
  readonly starter: OpenKit;
  /** Absolute folder; not there yet, or empty. */
  readonly target: string;
  readonly content: StarterContent;
}

interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Fills a new or empty folder with a copy of the starter kit. Everything is written beside the target first and moved into place in one step,
 * so that a failure or a full disk leaves the target as it was.
 */
export async function createFromStarter(
  order: StarterOrder,
): Promise<Result<Record<never, never>, HostError>> {
  const { fs, target } = order;
  const what = 'The new packet could not be created';
  let temporary: string | null = null;
  try {
    const state = await targetState(fs, target);
    if (state === 'taken') {
      return fail(
        'exists',
        'This folder is not empty. Choose an empty folder, or make a new one, so that nothing is overwritten.',
      );
    }
    const plan = await contentOf(order);
    if (!plan.ok) return plan;
    const parent = await fs.realPath(dirname(target));
    const name = takeTemporaryName();
    temporary = name;
    await writeTree(fs, join(parent, name), plan.value);
    // Windows does not rename over a folder, not even an empty one.
    if (state === 'empty') await fs.removeFolder(target);
    await fs.rename(join(parent, name), join(parent, basename(target)));
    const folder = await holdFolder(fs, parent);
    try {
      await folder.flush();
    } finally {
      await folder.close();
    }
    releaseTemporary(name);
    temporary = null;
    return ok({});
  } catch (error) {
    return explain(error, what);
  } finally {
    if (temporary !== null) {
      await removeTree(fs, join(dirname(target), temporary));
      releaseTemporary(temporary);
    }
  }
}

interface Plan {
  readonly folders: readonly string[];
  readonly files: readonly NewFile[];
}

async function contentOf({ starter, content, target }: StarterOrder): Promise<Result<Plan, HostError>> {
  const listing = await starter.list();
  const files: NewFile[] = [];
  for (const { path, state } of listing.files) {
    if (content === 'blank' && !path.startsWith('templates/')) continue;
    if (state === 'link-outside' || state === 'special' || state === 'unreadable') continue;
    const read = await starter.readBytes(path);
    if (!read.ok) return read;
    files.push({ path, bytes: read.value.bytes });
  }
  if (content === 'example') return ok({ folders: listing.folders, files });
  const parts = listing.folders
    .filter((folder) => folderOf(folder) === 'examples')
    .map((folder) => folder.slice('examples/'.length));
  const folders = [...parts, ...listing.folders.filter((folder) => folder.split('/')[0] === 'templates')];
  return ok({ folders, files: [...files, blankManifest(basename(target), [...parts, 'templates'])] });
}

/** The manifest of a blank packet, named after its folder. JSON strings are YAML strings. */
function blankManifest(name: string, folders: readonly string[]): NewFile {
  const lines = [
    '# What belongs to this packet. Only the folders named here are looked at.',
    'version: 1',
    `name: ${JSON.stringify(name)}`,
    'folders:',
    ...folders.map((folder) => `  - ${folder}`),
    '',
  ];
  return { path: 'kit.yaml', bytes: Buffer.from(lines.join('\n'), 'utf8') };
}

async function writeTree(fs: FileSystem, root: string, { folders, files }: Plan): Promise<void> {
  await fs.makeFolder(root);
  const made = new Set(['']);
  const make = async (folder: string): Promise<void> => {
    if (made.has(folder)) return;
    await make(folderOf(folder));
    await fs.makeFolder(join(root, ...asKitPath(folder).split('/')));
    made.add(folder);
  };
  for (const folder of folders) await make(folder);
  for (const { path, bytes } of files) {
    await make(folderOf(path));
    const file = await fs.open(join(root, ...asKitPath(path).split('/')), 'create-new', 0o666);
    try {
      await writeFully(file, bytes);
      await file.flush();
    } finally {
      await file.close();
    }
  }
}

/** Removes a half-made copy. Only what is in it by our own hand: links are removed, never followed. */
async function removeTree(fs: FileSystem, folder: string): Promise<void> {
  try {
    for (const name of await fs.names(folder)) {
      const path = join(folder, name);
      if ((await fs.entry(path)).kind === 'folder') await removeTree(fs, path);
      else await fs.remove(path);
    }
    await fs.removeFolder(folder);
  } catch (error) {
    // Never there, or the disk failed again; its name tells what it is.
    if (errorCode(error) === null) throw error;
  }
}
