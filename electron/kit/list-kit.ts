import { join, relative, sep } from 'node:path';
import { comparePaths, foldedPath, kitPath } from '../../shared/domain/kit-path';
import { MANIFEST_FILE } from '../../shared/domain/manifest';
import type { KitNotice, ListedFile } from '../../shared/ipc/payloads';
import { visibleName } from '../../shared/util/visible-name';
import { belongsToKit, isSkippedName, type KitScope, openInKit } from './containment';
import { classifyByHead, classifyByName, HEAD_BYTES, stateReason } from './file-classes';
import { closeQuietly, errorCode, type FileStat, type FileSystem } from './file-system';
import { isTemporaryName } from './temporary-name';

export const KIT_LIMITS = { files: 20_000, folders: 20_000, depth: 32, notices: 1000 } as const;

/** A file with what a later listing compares to see whether it is the same. */
export interface FoundFile extends ListedFile {
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

export interface FolderWalk {
  /** Sorted by path. */
  readonly files: readonly FoundFile[];
  /** Sorted by path. */
  readonly folders: readonly string[];
  /** Folders below that are kits of their own, since they have a `kit.yaml`; they are not entered. Sorted by path. */
  readonly kits: readonly string[];
  readonly notices: readonly KitNotice[];
  /** Real folders that hold temporaries of ours, with their names. */
  readonly temporaries: ReadonlyMap<string, readonly string[]>;
}

/** How many folders, and how many entries of one, are looked at side by side: more does not help Node's four file threads. */
const BREADTH = 16;

/**
 * Lists what belongs to a kit, level by level, so that the limits cut at the same place on every run. Links are resolved but linked folders
 * are not entered: their files are listed where they really are, and loops cannot occur. Nothing but regular files is ever opened.
 */
export async function walkKit(
  fs: FileSystem,
  scope: KitScope,
  tops: readonly string[],
  rootFiles: readonly string[],
): Promise<FolderWalk> {
  const walk = new Walk(fs, scope);
  for (const name of rootFiles) await walk.lookAt('', name);
  let level = [...tops].sort(comparePaths);
  // The root itself is no folder to be listed.
  for (const folder of level) if (folder !== '') walk.folders.push(folder);
  while (level.length > 0) {
    const next: string[] = [];
    for (let at = 0; at < level.length && !walk.full; at += BREADTH) {
      const found = await Promise.all(level.slice(at, at + BREADTH).map((folder) => walk.enter(folder)));
      for (const one of found) next.push(...one);
    }
    level = walk.full ? [] : next.sort(comparePaths);
  }
  return walk.result();
}

class Walk {
  readonly files: FoundFile[] = [];
  readonly folders: string[] = [];
  private readonly kits = new Set<string>();
  private readonly notices: KitNotice[] = [];
  private readonly temporaries = new Map<string, string[]>();
  full = false;

  constructor(
    private readonly fs: FileSystem,
    private readonly scope: KitScope,
  ) {}

  /** Looks at all entries of a folder and returns its sub-folders. */
  async enter(folder: string): Promise<string[]> {
    const real = this.real(folder);
    let names: string[];
    try {
      names = (await this.fs.names(real)).sort(comparePaths);
    } catch (error) {
      if (errorCode(error) === null) throw error;
      this.notice('This folder cannot be read; what is in it is missing here.', folder);
      return [];
    }
    if (folder !== '' && names.includes(MANIFEST_FILE)) {
      this.kits.add(folder);
      return [];
    }
    const subfolders: string[] = [];
    const shown = names.filter((name) => {
      if (isTemporaryName(name)) this.temporaries.set(real, [...(this.temporaries.get(real) ?? []), name]);
      return !isSkippedName(name);
    });
    for (let at = 0; at < shown.length && !this.full; at += 64) {
      const found = await Promise.all(shown.slice(at, at + 64).map((name) => this.lookAt(folder, name)));
      for (const sub of found) if (sub !== null) subfolders.push(sub);
    }
    return subfolders;
  }

  /** Lists one entry; returns its path when it is a folder to enter. */
  async lookAt(folder: string, name: string): Promise<string | null> {
    const path = folder === '' ? name : `${folder}/${name}`;
    const checked = kitPath(path);
    if (!checked.ok) {
      const where = folder === '' ? '' : ` in ${folder}`;
      this.notice(`"${visibleName(name)}"${where} is left out: ${checked.error.toLowerCase()}.`);
      return null;
    }
    const real = this.real(path);
    try {
      const entry = await this.fs.entry(real);
      switch (entry.kind) {
        case 'folder':
          return this.folder(path);
        case 'file':
          this.file(path, entry, await this.stateOf(path, entry.size));
          return null;
        case 'link':
          await this.link(path, real, entry);
          return null;
        case 'special':
          this.file(path, entry, 'special');
          return null;
      }
    } catch (error) {
      if (errorCode(error) === null) throw error;
      // Deleted meanwhile; or a name that is not UTF-8 on disk, which Node cannot spell.
      if (name.includes('\ufffd')) this.notice(`"${visibleName(name)}" is left out: its name is not UTF-8.`);
      return null;
    }
  }

  private folder(path: string): string | null {
    if (path.split('/').length >= KIT_LIMITS.depth) {
      this.notice(`What is deeper than ${KIT_LIMITS.depth} folders is left out.`, path);
      return null;
    }
    if (this.folders.length >= KIT_LIMITS.folders) return this.stop('folders', KIT_LIMITS.folders);
    this.folders.push(path);
    return path;
  }

  private async link(path: string, real: string, entry: FileStat): Promise<void> {
    let target: string;
    let stat: FileStat;
    try {
      target = await this.fs.realPath(real);
      stat = await this.fs.entry(target);
    } catch (error) {
      if (errorCode(error) === null) throw error;
      this.file(path, { ...entry, size: 0 }, 'unreadable', 'A link that leads nowhere');
      return;
    }
    if (!belongsToKit(this.scope, target)) this.file(path, { ...entry, size: 0 }, 'link-outside');
    else if (stat.kind === 'folder') {
      this.notice('This link to another folder of the kit is not entered; its files are listed there.', path);
    } else if (stat.kind === 'file') this.file(path, stat, await this.stateOf(path, stat.size));
    else this.file(path, { ...entry, size: 0 }, 'special');
  }

  private file(path: string, stat: FileStat, state: ListedFile['state'], why?: string): void {
    if (this.files.length >= KIT_LIMITS.files) {
      this.stop('files', KIT_LIMITS.files);
      return;
    }
    const reason = why ?? stateReason(state, stat.size);
    this.files.push({
      path,
      size: stat.size,
      state,
      readOnly: (stat.mode & 0o222) === 0,
      modifiedMs: stat.modifiedMs,
      ...(reason === undefined ? {} : { reason }),
    });
  }

  private async stateOf(path: string, size: number): Promise<ListedFile['state']> {
    const byName = classifyByName(path, size);
    if (byName !== 'unknown') return byName;
    try {
      const opened = await openInKit(this.fs, this.scope, path);
      if (!opened.ok) return 'unreadable';
      const { file } = opened.value;
      try {
        const head = Buffer.alloc(HEAD_BYTES);
        const count = await file.read(head, 0, HEAD_BYTES, 0);
        return classifyByHead(head.subarray(0, count), count === size);
      } finally {
        await closeQuietly(file);
      }
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return 'unreadable';
    }
  }

  private stop(what: string, limit: number): null {
    if (!this.full) {
      this.notice(
        `The folder holds more than ${limit.toLocaleString('en-US')} ${what}; the rest is left out. Name the folders that belong to the kit in kit.yaml.`,
      );
    }
    this.full = true;
    return null;
  }

  private notice(message: string, path?: string): void {
    if (this.notices.length < KIT_LIMITS.notices) this.notices.push({ message, ...(path ? { path } : {}) });
  }

  private real(path: string): string {
    return path === '' ? this.scope.root : join(this.scope.root, ...path.split('/'));
  }

  result(): FolderWalk {
    const byPath = (a: { path: string }, b: { path: string }): number => comparePaths(a.path, b.path);
    this.files.sort(byPath);
    const kits = [...this.kits].sort(comparePaths);
    const folders = [...new Set(this.folders)].filter((folder) => !this.kits.has(folder)).sort(comparePaths);
    this.noticeCollisions([...folders, ...this.files.map((file) => file.path)]);
    return { files: this.files, folders, kits, notices: this.notices, temporaries: this.temporaries };
  }

  /** Names that are one and the same on a disk that folds case or normalises: such a kit cannot be copied there whole. */
  private noticeCollisions(paths: readonly string[]): void {
    const seen = new Map<string, string>();
    for (const path of paths) {
      const folded = foldedPath(path);
      const other = seen.get(folded);
      if (other === undefined) seen.set(folded, path);
      else {
        this.notice(
          `"${other}" and "${path}" differ only in case or spelling of accents; on some disks they are one file.`,
          path,
        );
      }
    }
  }
}

/** A real path as a kit path, or null when it is not under the root. */
export function toKitPath(scope: KitScope, real: string): string | null {
  const way = relative(scope.root, real);
  if (way === '' || way.split(sep)[0] === '..') return null;
  return way.split(sep).join('/');
}
