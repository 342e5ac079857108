import { type FileSystem, nodeFileSystem, type OpenFile } from './file-system';

export interface Failure {
  /** The operation that fails, counted from 1 over everything the file system is asked. */
  readonly at: number;
  readonly code: string;
  /** Every later operation fails too, as on a disk that is gone. */
  readonly forEver?: boolean;
}

/** The real disk, of which one operation fails. `calls` lists what was asked, in order. */
export interface FailingFileSystem {
  readonly fs: FileSystem;
  readonly calls: string[];
}

export function failing(
  failure: Failure | null,
  options: { readonly shortWrites?: boolean } = {},
): FailingFileSystem {
  const calls: string[] = [];
  const step = (name: string): void => {
    calls.push(name);
    if (!failure) return;
    const hit = failure.forEver ? calls.length >= failure.at : calls.length === failure.at;
    if (hit) throw Object.assign(new Error(`${failure.code}: made to fail, ${name}`), { code: failure.code });
  };
  const asked = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    step(name);
    return work();
  };
  const wrapFile = (file: OpenFile): OpenFile => ({
    descriptor: file.descriptor,
    stat: () => asked('file.stat', () => file.stat()),
    read: (...args) => asked('file.read', () => file.read(...args)),
    write: async (from, offset, length, position) => {
      try {
        step('file.write');
      } catch (error) {
        // A disk that fills up takes a part first.
        await file.write(from, offset, Math.floor(length / 2), position);
        throw error;
      }
      return file.write(from, offset, options.shortWrites ? Math.ceil(length / 2) : length, position);
    },
    changeMode: (mode) => asked('file.changeMode', () => file.changeMode(mode)),
    changeOwner: (uid, gid) => asked('file.changeOwner', () => file.changeOwner(uid, gid)),
    truncate: (length) => asked('file.truncate', () => file.truncate(length)),
    flush: () => asked('file.flush', () => file.flush()),
    close: async () => {
      // A descriptor is free even when closing reports an error, as POSIX has it.
      await file.close();
      step('file.close');
    },
  });
  const fs: FileSystem = {
    open: async (path, mode, permissions) => {
      step(`open ${mode}`);
      return wrapFile(await nodeFileSystem.open(path, mode, permissions));
    },
    entry: (path) => asked('entry', () => nodeFileSystem.entry(path)),
    realPath: (path) => asked('realPath', () => nodeFileSystem.realPath(path)),
    linkText: (path) => asked('linkText', () => nodeFileSystem.linkText(path)),
    names: (folder) => asked('names', () => nodeFileSystem.names(folder)),
    rename: (from, to) => asked('rename', () => nodeFileSystem.rename(from, to)),
    link: (from, to) => asked('link', () => nodeFileSystem.link(from, to)),
    makeLink: (text, path) => asked('makeLink', () => nodeFileSystem.makeLink(text, path)),
    copyAttributes: (from, to, path) =>
      asked('copyAttributes', () => nodeFileSystem.copyAttributes(from, to, path)),
    remove: (path) => asked('remove', () => nodeFileSystem.remove(path)),
    makeFolder: (path) => asked('makeFolder', () => nodeFileSystem.makeFolder(path)),
    removeFolder: (path) => asked('removeFolder', () => nodeFileSystem.removeFolder(path)),
    checkWritable: (path) => asked('checkWritable', () => nodeFileSystem.checkWritable(path)),
  };
  return { fs, calls };
}
