import type { Manifest } from '../../shared/domain/manifest';
import type { HostError } from '../../shared/ipc/contract';
import type { AssetReceipt, FilePart, FileText, KitChange, KitListing } from '../../shared/ipc/payloads';
import type { Result } from '../../shared/util/result';
import type { Deleted, Trash } from './deleted-entries';

/** The bytes of a file as the disk has them, for export and pictures. */
export interface KitBytes {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly hash: string;
}

/** What a save or a creation left on disk. */
export interface Written {
  /** SHA-256 of the bytes now on disk: what the next save is based on. */
  readonly hash: string;
}

/** A change seen on disk that the studio did not make itself. */
export type KitChangeListener = (change: Omit<KitChange, 'kitId'>) => void;

/**
 * A folder opened as a kit: the only way any part of the main process reads or writes its files. Every path is relative to the kit with `/`;
 * each is checked by text (`kitPath`) and again after links are resolved, so callers may pass what a page sent. Expected failures are values.
 */
export interface OpenKit {
  /** Stable for one folder and one way of opening it: journal and session find it again at the next start. */
  readonly id: string;
  /** The kit's folder, absolute, links resolved. */
  readonly root: string;
  /** From `kit.yaml`, else the name of the folder. */
  readonly name: string;
  /** True for the worked example: every save and creation is refused. */
  readonly readOnly: boolean;
  /** The text of `kit.yaml` when the kit was opened; null without one, or when it could not be read (the listing then has a notice). */
  readonly manifestText: string | null;
  /** What `kit.yaml` says; null without one, or when it is broken (the whole folder is looked at then). */
  readonly manifest: Manifest | null;

  /** Looks at the disk anew. Files are sorted by path. */
  list(): Promise<KitListing>;
  /**
   * The text of a file, as an editor holds it: UTF-8 decoded strictly, without byte order mark, every line end as `\n`. `lineEnd` and `bom` say
   * how the bytes differ; a save puts that back. A file of more than `limit` bytes (50 MB when left out) is refused.
   */
  readText(path: string, limit?: number): Promise<Result<FileText, HostError>>;
  /** One part, counted from 0, of a text of any size, to be looked at; the last one where there are fewer. */
  readPart(path: string, part: number): Promise<Result<FilePart, HostError>>;
  /** The bytes of a file of at most `limit` bytes (50 MB when left out). */
  readBytes(path: string, limit?: number): Promise<Result<KitBytes, HostError>>;
  /** Replaces a file atomically, unless its bytes are no longer those with `baseHash`. */
  save(path: string, text: string, baseHash: string): Promise<Result<Written, HostError>>;
  /** Writes a new file and the folders it needs; refused when the name is taken (case and normal form folded). */
  create(path: string, text: string): Promise<Result<Written, HostError>>;
  /** Keeps a picture in `assets/` beside a file, under the first free name; bytes that are there already are not written twice. */
  saveAsset(beside: string, name: string, bytes: Uint8Array): Promise<Result<AssetReceipt, HostError>>;
  /** Writes a file that is not there, byte by byte; refused when the name is taken. */
  writeNew(path: string, bytes: Uint8Array): Promise<Result<Record<never, never>, HostError>>;
  /** Gives a file or folder another name or place; nothing that exists is replaced. A change of capitals only is no other name. */
  move(from: string, to: string): Promise<Result<Record<never, never>, HostError>>;
  makeFolder(path: string): Promise<Result<Record<never, never>, HostError>>;
  /** Writes a copy of a file under a new name. */
  duplicate(from: string, to: string): Promise<Result<Record<never, never>, HostError>>;
  /** Deletes a file or folder so that {@link restore} brings it back. */
  remove(path: string, trash: Trash): Promise<Result<Deleted, HostError>>;
  /** Puts back what {@link remove} deleted; its path. */
  restore(id: string, trash: Trash): Promise<Result<{ readonly path: string }, HostError>>;
  /** The absolute place of an existing entry, proven to be inside the kit, for showing it in the file manager. */
  place(path: string): Promise<Result<string, HostError>>;
  /** Tells about changes made outside, from now until {@link close}. One listener; the last one given counts. */
  watch(listener: KitChangeListener): void;
  /** Ends the watching. Reading and saving still work, for saves that are under way. */
  close(): Promise<void>;
}
