import { readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type FileSystem, nodeFileSystem } from '../kit/file-system';

/** How a disk takes names: as they are; one for all capitals (Windows, Mac); one for all capitals and spellings of accents, kept apart (older Macs). */
export type NameMode = 'exact' | 'case' | 'accents';

const FOLD: Readonly<Record<NameMode, (name: string) => string>> = {
  exact: (name) => name,
  case: (name) => name.toUpperCase().toLowerCase(),
  accents: (name) => name.normalize('NFD').toUpperCase().toLowerCase(),
};
const HELD = /^\/proc\/self\/fd\/\d+$/;

/** The real disk below a folder, as if it took names in another way. */
export function foldingDisk(root: string, mode: NameMode): FileSystem {
  const fold = FOLD[mode];
  const stored = (name: string): string => (mode === 'accents' ? name.normalize('NFD') : name);

  /** The entry that a path finds, spelled as it stands there; else the path a new one gets. */
  const find = (path: string): string => {
    if (
      path === root ||
      HELD.test(path) ||
      (!path.startsWith(`${root}/`) && !path.startsWith('/proc/self/fd/'))
    )
      return path;
    const folder = find(dirname(path));
    const name = basename(path);
    if (name === '.') return folder;
    let names: string[] = [];
    try {
      names = readdirSync(folder);
    } catch {
      return join(folder, name);
    }
    const wanted = fold(name);
    return join(folder, names.find((one) => fold(one) === wanted) ?? stored(name));
  };
  /** Where a rename leads: over the entry that is there, or to a new spelling of the very entry that is moved. */
  const place = (from: string, to: string): string => {
    const there = find(to);
    return there === find(from) || isSame(there, find(from))
      ? join(dirname(there), stored(basename(to)))
      : there;
  };
  return {
    ...nodeFileSystem,
    open: (path, ...rest) => nodeFileSystem.open(find(path), ...rest),
    entry: (path) => nodeFileSystem.entry(find(path)),
    realPath: (path) => nodeFileSystem.realPath(find(path)),
    linkText: (path) => nodeFileSystem.linkText(path.startsWith('/proc/') ? path : find(path)),
    names: (folder) => nodeFileSystem.names(find(folder)),
    rename: (from, to) => nodeFileSystem.rename(find(from), place(from, to)),
    link: (from, to) => nodeFileSystem.link(find(from), find(to)),
    makeLink: (text, path) => nodeFileSystem.makeLink(text, find(path)),
    copyAttributes: (from, to, path) => nodeFileSystem.copyAttributes(find(from), to, find(path)),
    remove: (path) => nodeFileSystem.remove(find(path)),
    makeFolder: (path) => nodeFileSystem.makeFolder(find(path)),
    removeFolder: (path) => nodeFileSystem.removeFolder(find(path)),
    checkWritable: (path) => nodeFileSystem.checkWritable(find(path)),
  };
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
