import { nodeFileSystem } from '../../electron/kit/file-system';
import { type OpenedFolder, openKitFolder } from '../../electron/kit/folder-kit';
import type { OpenKit } from '../../electron/kit/open-kit';
import type { CheckSession } from '../../shared/rubric/session';
import { newCheckSession } from '../../shared/studio';

export interface LoadedKit {
  readonly kit: OpenKit;
  readonly session: CheckSession;
  /** Reads some files of the kit anew into the session; those that are gone leave it. */
  refresh(paths: readonly string[]): Promise<void>;
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

/** Opens a folder and gives every readable file to a check session; null when it is no kit, which was then complained about. */
export async function loadKit(root: string, complain: (text: string) => void): Promise<LoadedKit | null> {
  const opened = await openForCheck(root, complain);
  return opened && readIntoSession(opened, complain);
}

/** Gives every readable file of a folder to a check session. What cannot be read is complained about and the rest goes on. */
export async function readIntoSession(
  { kit, listing }: OpenedFolder,
  complain: (text: string) => void,
): Promise<LoadedKit> {
  for (const notice of listing.notices)
    complain(
      `${notice.path ? `${notice.path}${notice.line ? `:${notice.line}` : ''}: ` : ''}${notice.message}\n`,
    );
  const session = newCheckSession(kit.name, { now: () => performance.now() });
  type Listed = (typeof listing.files)[number];
  type Read = Awaited<ReturnType<OpenKit['readText']>>;
  const read = (file: Listed): Promise<Read | null> =>
    file.state === 'text' ? kit.readText(file.path) : Promise.resolve(null);
  const take = (file: Listed, text: Read | null): void => {
    if (text === null) {
      const known = file.state === 'image' || file.state === 'binary';
      session.setFile(file.path, null, known ? null : (file.reason ?? null));
      if (file.state === 'not-utf8' || file.state === 'unreadable' || file.state === 'link-outside')
        complain(`${file.path}: ${file.reason ?? 'cannot be read'}\n`);
      return;
    }
    if (text.ok) session.setFile(file.path, text.value.text);
    else {
      session.setFile(file.path, null, text.error.message);
      complain(`${file.path}${text.error.line ? `:${text.error.line}` : ''}: ${text.error.message}\n`);
    }
  };
  for (let at = 0; at < listing.files.length; at += SIDE_BY_SIDE) {
    const files = listing.files.slice(at, at + SIDE_BY_SIDE);
    const texts = await Promise.all(files.map(read));
    files.forEach((file, i) => {
      take(file, texts[i] ?? null);
    });
  }
  const refresh = async (paths: readonly string[]): Promise<void> => {
    const files = new Map((await kit.list()).files.map((file) => [file.path, file]));
    for (const path of paths) {
      const file = files.get(path);
      if (file) take(file, await read(file));
      else session.removeFile(path);
    }
  };
  return { kit, session, refresh };
}
