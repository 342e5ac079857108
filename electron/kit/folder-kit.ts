import { fileName, foldedPath, folderOf } from '../../shared/domain/kit-path';
import type { Manifest } from '../../shared/domain/manifest';
import type { HostError } from '../../shared/ipc/contract';
import type {
  AssetReceipt,
  FilePart,
  FileText,
  KitChange,
  KitListing,
  ListedFile,
} from '../../shared/ipc/payloads';
import { ok, type Result } from '../../shared/util/result';
import type { Backups } from './backups';
import { isInside, type KitScope, resolveInKit } from './containment';
import { type Deleted, deleteEntry, restoreEntry, type Trash } from './deleted-entries';
import { isKitFormat } from './file-classes';
import { readKitPart } from './file-parts';
import { errorCode, type FileSystem } from './file-system';
import { type FolderScope, readFolderScope } from './folder-scope';
import { holdFolder } from './held-folder';
import { removeHeld } from './held-tree';
import { explain, fail } from './host-failure';
import { kitIdOf } from './kit-id';
import { kitsBelowNotice, onlyKits } from './kits-below';
import { type FolderWalk, type FoundFile, KIT_LIMITS, toKitPath, walkKit } from './list-kit';
import { mendTornFiles } from './mend-torn-files';
import { duplicateFile, type EntryOrder, makeKitFolder, moveEntry, writeNewFile } from './move-entry';
import type { KitBytes, KitChangeListener, OpenKit, Written } from './open-kit';
import { ownFilesOf } from './own-files';
import { readKitBytes, toFileText } from './read-text';
import { saveAsset } from './save-asset';
import { createText, saveText } from './save-text';
import { removeStaleTemporaries } from './temporary-name';
import { Turns } from './turns';
import { type KitWatcher, watchKit } from './watch-kit';

export interface OpenOptions {
  readonly fs: FileSystem;
  /** Nothing is ever written: for the worked example. */
  readonly readOnly?: boolean;
  /** For files that can only be overwritten, not replaced; without it saving such a file is refused. */
  readonly backups?: Backups;
  /** For checking kits one by one: a folder that holds other kits and nothing of its own opens too, and nothing is said about them. */
  readonly holdsKits?: boolean;
}

/** A kit together with its first listing, so that opening looks at the disk once. */
export interface OpenedFolder {
  readonly kit: OpenKit;
  readonly listing: KitListing;
  /** Folders below that are kits of their own and no part of this one, as kit paths. */
  readonly kits: readonly string[];
}

/**
 * Opens a folder as a kit. A folder that is not there, is empty, or holds nothing an artifact could be written in is refused with a reason; a
 * broken `kit.yaml` or an unreadable part of it is a notice in the listing.
 */
export async function openKitFolder(
  folder: string,
  options: OpenOptions,
): Promise<Result<OpenedFolder, HostError>> {
  const { fs } = options;
  let root: string;
  try {
    root = await fs.realPath(folder);
    if ((await fs.entry(root)).kind !== 'folder') {
      return fail('not-a-kit', 'This is a file. A kit is a folder; open the folder it is in.');
    }
    if ((await fs.names(root)).length === 0) {
      return fail('empty-folder', 'This folder is empty. Start a new packet in it, or open another folder.');
    }
  } catch (error) {
    return explain(error, 'The folder could not be opened');
  }
  const described = await readFolderScope(fs, root);
  const readOnly = options.readOnly ?? false;
  const mended =
    options.backups && !readOnly ? await mendTornFiles(fs, described.scope, options.backups) : [];
  const kit = new FolderKit(fs, described, readOnly, options);
  const walk = await kit.walk();
  const bare = !described.manifest && !walk.files.some((file) => isKitFormat(file.path));
  if (bare && walk.kits.length > 0 && !options.holdsKits) return fail('not-a-kit', onlyKits(walk.kits));
  if (bare && walk.kits.length === 0) {
    return fail(
      'not-a-kit',
      'This folder holds no Markdown, YAML, JSON or Mermaid file, so there is nothing to write or check in it.',
    );
  }
  if (!kit.readOnly) await removeLeftovers(fs, described.scope, walk);
  return ok({
    kit,
    listing: kit.toListing({ ...described, notices: [...mended, ...described.notices] }, walk),
    kits: walk.kits,
  });
}

async function removeLeftovers(fs: FileSystem, scope: KitScope, walk: FolderWalk): Promise<void> {
  for (const [real, names] of walk.temporaries) {
    const allowed = (told: string): boolean => isInside(scope.root, told);
    try {
      const folder = await holdFolder(fs, real, allowed);
      try {
        await removeStaleTemporaries(fs, names, folder.at, (name) => removeHeld(fs, folder, name, allowed));
      } finally {
        await folder.close();
      }
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }
}

/** Said while changes of others are found by looking (requirement F4). */
const LOOKS = {
  message:
    'The system refuses to watch this folder (a limit is reached, or the disk cannot tell), so it is looked at every few seconds. Changes of others show later; every save still compares first.',
};

class FolderKit implements OpenKit {
  readonly id: string;
  readonly root: string;
  readonly name: string;
  readonly manifestText: string | null;
  readonly manifest: Manifest | null;
  private readonly turns = new Turns();
  /** Texts found not to be UTF-8 when they were read, so that listings say so without reading everything. */
  private readonly notUtf8 = new Map<string, string>();
  /** Hash of what this kit last read or wrote, by kit path: how the watcher knows its own echo. */
  private readonly known = new Map<string, string>();
  private listener: KitChangeListener | null = null;
  private watcher: KitWatcher | null = null;
  /** Kits of their own that the last look found below. */
  private kits: readonly string[] = [];

  constructor(
    private readonly fs: FileSystem,
    private described: FolderScope,
    readonly readOnly: boolean,
    private readonly options: OpenOptions,
  ) {
    this.root = described.scope.root;
    this.name = described.name;
    this.manifestText = described.manifestText;
    this.manifest = described.manifest;
    this.id = kitIdOf(this.root, readOnly);
  }

  async walk(): Promise<FolderWalk> {
    const { scope, tops, manifestText } = this.described;
    const extra = scope.folders && manifestText !== null ? ['kit.yaml'] : [];
    const walk = await walkKit(this.fs, scope, tops, [...extra, ...(await ownFilesOf(this.fs, scope))]);
    this.kits = walk.kits;
    return walk;
  }

  async list(): Promise<KitListing> {
    // Folders that kit.yaml names may have come or gone; what it says was fixed when the kit was opened.
    const now = await readFolderScope(this.fs, this.root);
    if (this.saysTheSame(now)) this.described = now;
    return this.toListing(now, await this.walk());
  }

  /** Whether `kit.yaml` still says the same of the folder; its own standard is read with the other files and counts at once. */
  private saysTheSame({ manifest, manifestText }: FolderScope): boolean {
    if (manifestText === this.manifestText) return true;
    return manifest !== null && JSON.stringify(manifest) === JSON.stringify(this.manifest);
  }

  toListing(described: FolderScope, walk: FolderWalk): KitListing {
    const changed = this.saysTheSame(described)
      ? []
      : [{ message: 'kit.yaml was changed. Open the kit anew for the change to count.', path: 'kit.yaml' }];
    return {
      files: walk.files.map((file) => this.judged(file)),
      folders: [...walk.folders],
      notices: [
        ...changed,
        ...(this.watcher?.looks ? [LOOKS] : []),
        ...described.notices,
        ...(this.options.holdsKits ? [] : kitsBelowNotice(walk.kits)),
        ...walk.notices,
      ].slice(0, KIT_LIMITS.notices),
    };
  }

  private judged({ modifiedMs, ...file }: FoundFile): ListedFile {
    const reason = this.notUtf8.get(stamp(file.path, file.size, modifiedMs));
    const readOnly = file.readOnly || this.readOnly;
    return reason === undefined ? { ...file, readOnly } : { ...file, readOnly, state: 'not-utf8', reason };
  }

  async readText(path: string, limit?: number): Promise<Result<FileText, HostError>> {
    const read = await readKitBytes(this.fs, this.described.scope, path, limit);
    if (!read.ok) return read;
    const text = toFileText(path, read.value, this.readOnly);
    if (text.ok) this.known.set(path, text.value.hash);
    else await this.rememberNotUtf8(path, read.value.real, text.error.message);
    return text;
  }

  private async rememberNotUtf8(path: string, real: string, reason: string): Promise<void> {
    try {
      const { size, modifiedMs } = await this.fs.entry(real);
      if (this.notUtf8.size < 1000) this.notUtf8.set(stamp(path, size, modifiedMs), reason);
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }

  readPart(path: string, part: number): Promise<Result<FilePart, HostError>> {
    return readKitPart(this.fs, this.described.scope, path, part);
  }

  async readBytes(path: string, limit?: number): Promise<Result<KitBytes, HostError>> {
    const read = await readKitBytes(this.fs, this.described.scope, path, limit);
    return read.ok ? ok({ bytes: read.value.bytes, hash: read.value.hash }) : read;
  }

  async save(path: string, text: string, baseHash: string): Promise<Result<Written, HostError>> {
    const refused = this.refuseReadOnly(path);
    if (refused) return refused;
    return this.turns.take(foldedPath(path), () => saveText({ ...this.order(path, text), baseHash }));
  }

  async create(path: string, text: string): Promise<Result<Written, HostError>> {
    const refused = this.refuseReadOnly(path);
    if (refused) return refused;
    return this.turns.take(foldedPath(path), () => createText(this.order(path, text)));
  }

  async saveAsset(beside: string, name: string, bytes: Uint8Array): Promise<Result<AssetReceipt, HostError>> {
    const refused = this.refuseReadOnly(beside);
    if (refused) return refused;
    const { scope } = this.described;
    return this.turns.take(foldedPath(`${folderOf(beside)}/assets`), () =>
      saveAsset({ fs: this.fs, scope, beside, name, bytes }),
    );
  }

  async writeNew(path: string, bytes: Uint8Array): Promise<Result<Record<never, never>, HostError>> {
    const refused = this.refuseReadOnly(path);
    if (refused) return refused;
    return this.turns.take(foldedPath(path), () => writeNewFile(this.entries, path, bytes, 0o644));
  }

  async move(from: string, to: string): Promise<Result<Record<never, never>, HostError>> {
    const refused = this.refuseReadOnly(from);
    if (refused) return refused;
    // After saves of either name that are under way.
    return this.turns.take(foldedPath(from), () =>
      foldedPath(from) === foldedPath(to)
        ? moveEntry(this.entries, from, to)
        : this.turns.take(foldedPath(to), () => moveEntry(this.entries, from, to)),
    );
  }

  async makeFolder(path: string): Promise<Result<Record<never, never>, HostError>> {
    return this.refuseReadOnly(path) ?? makeKitFolder(this.entries, path);
  }

  async duplicate(from: string, to: string): Promise<Result<Record<never, never>, HostError>> {
    const refused = this.refuseReadOnly(from);
    if (refused) return refused;
    return this.turns.take(foldedPath(to), () => duplicateFile(this.entries, from, to));
  }

  async remove(path: string, trash: Trash): Promise<Result<Deleted, HostError>> {
    const refused = this.refuseReadOnly(path);
    if (refused) return refused;
    return this.turns.take(foldedPath(path), () => deleteEntry(this.entries, trash, path));
  }

  async restore(id: string, trash: Trash): Promise<Result<{ readonly path: string }, HostError>> {
    return this.refuseReadOnly('kit.yaml') ?? restoreEntry(this.entries, trash, id);
  }

  place(path: string): Promise<Result<string, HostError>> {
    return resolveInKit(this.fs, this.described.scope, path);
  }

  private get entries(): EntryOrder {
    return { fs: this.fs, scope: this.described.scope };
  }

  private order(path: string, text: string) {
    const { scope } = this.described;
    const announce = (real: string, hash: string): void => {
      this.known.set(path, hash);
      const realPath = toKitPath(scope, real);
      if (realPath !== null) this.known.set(realPath, hash);
    };
    return { fs: this.fs, scope, path, text, announce, backups: this.options.backups };
  }

  private refuseReadOnly(path: string): Result<never, HostError> | null {
    if (!this.readOnly) return null;
    return fail(
      'read-only',
      `The worked example is read-only. Copy "${fileName(path)}" into your own packet to edit it.`,
      { file: path },
    );
  }

  watch(listener: KitChangeListener): void {
    this.listener = listener;
    this.watcher ??= watchKit({
      fs: this.fs,
      scope: this.described.scope,
      tops: this.described.tops,
      known: this.known,
      tell: (change) => this.tell(change),
    });
  }

  /** Passes changes on; those of kits of their own are none of this one. */
  private tell({ changes, lost }: Omit<KitChange, 'kitId'>): void {
    const own = changes.filter(({ path }) => !this.kits.some((kit) => path.startsWith(`${kit}/`)));
    if (own.length > 0 || lost) this.listener?.({ changes: own, lost });
  }

  async close(): Promise<void> {
    this.listener = null;
    const watcher = this.watcher;
    this.watcher = null;
    await watcher?.close();
    await this.turns.idle();
  }
}

function stamp(path: string, size: number, modifiedMs: number): string {
  return `${path}\0${size}\0${modifiedMs}`;
}
