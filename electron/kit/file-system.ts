import { type BigIntStats, constants } from 'node:fs';
import * as node from 'node:fs/promises';
import { copyAttributes } from './file-attributes';

/** What the file layer needs to know about a directory entry. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  /** Bytes. */
  readonly size: number;
  /** Permission bits only (`0o7777`). */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly modifiedMs: number;
  /** Device and inode: two names with the same identity are the same file. */
  readonly identity: string;
}

/** An open file. Offsets and lengths in bytes. */
export interface OpenFile {
  /** The descriptor, for paths through `/proc/self/fd` where the system has it. */
  readonly descriptor: number;
  stat(): Promise<FileStat>;
  /** Reads up to `length` bytes into `into` at `offset`; 0 at the end of the file. */
  read(into: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  /** Writes up to `length` bytes and says how many: fewer than asked is no error. */
  write(from: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  changeMode(mode: number): Promise<void>;
  changeOwner(uid: number, gid: number): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Returns when the system says that the bytes are on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** How {@link FileSystem.open} opens. `read` and `folder` never wait on a FIFO and never follow a link at the end of the path. */
export type OpenMode = 'read' | 'folder' | 'create-new' | 'read-write';

/**
 * The file operations that kits, journal and settings are built on: a seam, so that each of them can be made to fail in tests. Failures are
 * Node's errors with a `code`. Paths are absolute.
 */
export interface FileSystem {
  open(path: string, mode: OpenMode, permissions?: number): Promise<OpenFile>;
  /** About the entry itself, links not followed. */
  entry(path: string): Promise<FileStat>;
  realPath(path: string): Promise<string>;
  /** The text of a symbolic link, not resolved. */
  linkText(path: string): Promise<string>;
  /** Names in a folder, unordered. */
  names(folder: string): Promise<string[]>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for the same file; fails when `to` exists. */
  link(from: string, to: string): Promise<void>;
  /** A symbolic link with this text, wherever that leads; fails when the name is taken. */
  makeLink(text: string, path: string): Promise<void>;
  /**
   * Gives a new, empty file the extended attributes and access rules of another. Mode and owner may change with them. Fails with ENOTSUP where
   * the file has what could not be copied; does nothing on systems that offer no way.
   */
  copyAttributes(from: string, to: OpenFile, toPath: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Fails with EACCES or EROFS when this user may not write to the file. */
  checkWritable(path: string): Promise<void>;
}

// Absent on Windows, where opening follows no POSIX links anyway and the identity check that comes after decides.
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
const NO_WAIT = constants.O_NONBLOCK ?? 0;
const FOLDER = constants.O_DIRECTORY ?? 0;

const FLAGS: Readonly<Record<OpenMode, number>> = {
  read: constants.O_RDONLY | NO_FOLLOW | NO_WAIT,
  folder: constants.O_RDONLY | NO_FOLLOW | FOLDER,
  'create-new': constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW,
  'read-write': constants.O_RDWR | NO_FOLLOW | NO_WAIT,
};

/** The machine's own disk. */
export const nodeFileSystem: FileSystem = {
  open: async (path, mode, permissions) => opened(await node.open(path, FLAGS[mode], permissions)),
  entry: async (path) => toStat(await node.lstat(path, { bigint: true })),
  realPath: (path) => node.realpath(path),
  linkText: (path) => node.readlink(path),
  names: (folder) => node.readdir(folder),
  rename: (from, to) => node.rename(from, to),
  link: (from, to) => node.link(from, to),
  makeLink: (text, path) => node.symlink(text, path),
  copyAttributes: async (from, to, toPath) => {
    const source = await node.open(from, FLAGS.read);
    try {
      await copyAttributes({ path: from, descriptor: source.fd }, { path: toPath, file: to });
    } finally {
      await source.close().catch(() => {});
    }
  },
  remove: (path) => node.unlink(path),
  makeFolder: async (path) => {
    await node.mkdir(path);
  },
  removeFolder: (path) => node.rmdir(path),
  checkWritable: (path) => node.access(path, constants.W_OK),
};

function opened(handle: node.FileHandle): OpenFile {
  return {
    descriptor: handle.fd,
    stat: async () => toStat(await handle.stat({ bigint: true })),
    read: async (into, offset, length, position) =>
      (await handle.read(into, offset, length, position)).bytesRead,
    write: async (from, offset, length, position) =>
      (await handle.write(from, offset, length, position)).bytesWritten,
    changeMode: (mode) => handle.chmod(mode),
    changeOwner: (uid, gid) => handle.chown(uid, gid),
    truncate: (length) => handle.truncate(length),
    flush: () => handle.sync(),
    close: () => handle.close(),
  };
}

function toStat(stats: BigIntStats): FileStat {
  return {
    kind: stats.isFile()
      ? 'file'
      : stats.isDirectory()
        ? 'folder'
        : stats.isSymbolicLink()
          ? 'link'
          : 'special',
    size: Number(stats.size),
    mode: Number(stats.mode) & 0o7777,
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    modifiedMs: Number(stats.mtimeMs),
    identity: `${stats.dev}:${stats.ino}`,
  };
}

/** The `code` of a failed file operation (`ENOENT`, `EACCES` …), or null when something else was thrown. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Closes without caring: used where the outcome is decided already. A handle is closed even when closing reports an error. */
export async function closeQuietly(file: OpenFile): Promise<void> {
  try {
    await file.close();
  } catch {
    // The bytes were read, or flushed before; nothing depends on this.
  }
}
