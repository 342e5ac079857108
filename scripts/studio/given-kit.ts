import { createHash } from 'node:crypto';
import { nodeFileSystem } from '../../electron/kit/file-system';
import { type OpenedFolder, openKitFolder } from '../../electron/kit/folder-kit';
import type { OpenKit } from '../../electron/kit/open-kit';

/** One file of a kit as a check session is given it. */
export interface GivenFile {
  readonly path: string;
  /** Null for what is no text. */
  readonly text: string | null;
  /** Why it could not be read as text, when it should have been. */
  readonly unreadable: string | null;
  /** Tells the two above: equal digests, equal verdicts. */
  readonly digest: string;
}

/** Everything that the verdicts on a kit depend on, besides the program: the session is told nothing else. */
export interface GivenKit {
  readonly kit: OpenKit;
  /** The kit's folder, absolute, links resolved. */
  readonly root: string;
  readonly name: string;
  readonly files: readonly GivenFile[];
}

/** Files that are read at the same time; they are taken in the order of their paths. */
const SIDE_BY_SIDE = 16;

/** Opens a folder, which may hold kits of their own below; null when it is no kit, which was then complained about. */
export async function openForCheck(
  root: string,
  complain: (text: string) => void,
): Promise<OpenedFolder | null> {
  const opened = await openKitFolder(root, { fs: nodeFileSystem, readOnly: true, holdsKits: true });
  if (opened.ok) return opened.value;
  complain(`${opened.error.message}\n`);
  return null;
}

/** Reads every readable file of a folder. What cannot be read is complained about and the rest goes on. */
export async function readGivenKit(
  { kit, listing }: OpenedFolder,
  complain: (text: string) => void,
): Promise<GivenKit> {
  for (const notice of listing.notices)
    complain(
      `${notice.path ? `${notice.path}${notice.line ? `:${notice.line}` : ''}: ` : ''}${notice.message}\n`,
    );
  return { kit, root: kit.root, name: kit.name, files: await readFiles(kit, listing.files, complain) };
}

/** The kit after some of its files changed on disk: those are read anew. */
export async function readChanges(
  given: GivenKit,
  paths: ReadonlySet<string>,
  complain: (text: string) => void,
): Promise<GivenKit> {
  const before = new Map(given.files.map((file) => [file.path, file]));
  const { files: listed } = await given.kit.list();
  const changed = listed.filter(({ path }) => paths.has(path));
  for (const file of await readFiles(given.kit, changed, complain)) before.set(file.path, file);
  const there = new Set(listed.map(({ path }) => path));
  const files = [...before.values()].filter(({ path }) => !paths.has(path) || there.has(path));
  return { ...given, files };
}

type Listed = OpenedFolder['listing']['files'][number];

async function readFiles(
  kit: OpenKit,
  listed: readonly Listed[],
  complain: (text: string) => void,
): Promise<readonly GivenFile[]> {
  const files: GivenFile[] = [];
  for (let at = 0; at < listed.length; at += SIDE_BY_SIDE) {
    const some = listed.slice(at, at + SIDE_BY_SIDE);
    const texts = await Promise.all(
      some.map((file) => (file.state === 'text' ? kit.readText(file.path) : Promise.resolve(null))),
    );
    some.forEach((file, i) => {
      files.push(givenFile(file, texts[i] ?? null, complain));
    });
  }
  return files;
}

function givenFile(
  file: Listed,
  text: Awaited<ReturnType<OpenKit['readText']>> | null,
  complain: (text: string) => void,
): GivenFile {
  const { path } = file;
  if (text?.ok) return { path, text: text.value.text, unreadable: null, digest: text.value.hash };
  if (text) {
    complain(`${path}${text.error.line ? `:${text.error.line}` : ''}: ${text.error.message}\n`);
    return unread(path, text.error.message);
  }
  if (file.state === 'not-utf8' || file.state === 'unreadable' || file.state === 'link-outside')
    complain(`${path}: ${file.reason ?? 'cannot be read'}\n`);
  const known = file.state === 'image' || file.state === 'binary';
  return unread(path, known ? null : (file.reason ?? null));
}

function unread(path: string, unreadable: string | null): GivenFile {
  const digest = createHash('sha256')
    .update(JSON.stringify([null, unreadable]))
    .digest('hex');
  return { path, text: null, unreadable, digest };
}
