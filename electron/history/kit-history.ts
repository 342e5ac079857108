import { join } from 'node:path';
import { type ValidateFunction, validators } from '../../shared/generated/settings-validators';
import { wordChange } from '../../shared/history/word-change';
import type { FileVersions, Milestone, StoredVersion, VersionOrigin } from '../../shared/settings/stored';
import { sha256 } from '../kit/content-hash';
import { decodeText } from '../kit/decode-text';
import { errorCode, type FileSystem } from '../kit/file-system';
import { readOwnFile, removeOwnFile } from '../kit/own-file';
import { removeStaleTemporaries } from '../kit/temporary-name';
import { StoredValue } from '../settings/stored-value';
import { Contents } from './contents';

/** Texts beyond this are kept without counting words, in bytes. */
const MAX_COUNTED = 2 * 1024 * 1024;

/** A version of a file with its path. */
export interface KeptVersion extends StoredVersion {
  readonly path: string;
}

type Kind = 'files' | 'milestones';
const SCHEMAS: Readonly<Record<Kind, string>> = {
  files: 'settings:file-versions',
  milestones: 'settings:milestone',
};
const ENDING = '.json';

/**
 * The versions of one kit's files: a list for each file and one file for each milestone, written and checked like settings, and the contents
 * they name. Content comes first and the list after it, when versions go it is the other way round: after a kill there may be a content too
 * many, never one too few. Calls come one at a time; {@link History} sees to that.
 */
export class KitHistory {
  readonly contents: Contents;
  private readonly files = new Map<string, FileVersions>();
  private readonly marks = new Map<string, Milestone>();
  /** A list that could not be read names contents that nobody else knows of: nothing is swept then. */
  private damaged = false;

  private constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly onDamage: () => void,
  ) {
    this.contents = new Contents(fs, join(folder, 'contents'));
  }

  /** Reads what is kept of a kit; a list that cannot be understood is kept aside and told. */
  static async open(fs: FileSystem, folder: string, onDamage: () => void): Promise<KitHistory> {
    const history = new KitHistory(fs, folder, onDamage);
    for (const name of await history.names('files')) {
      const list = await history.list<FileVersions>('files', name, ({ path }) => fileOf(path) === name);
      if (list) history.files.set(list.path, list);
    }
    for (const name of await history.names('milestones')) {
      const milestone = await history.list<Milestone>(
        'milestones',
        name,
        ({ id }) => `${id}${ENDING}` === name,
      );
      if (milestone) history.marks.set(milestone.id, milestone);
    }
    return history;
  }

  /** Oldest first. */
  versions(path: string): readonly StoredVersion[] {
    return this.files.get(path)?.versions ?? [];
  }

  /** Every version of every file. */
  all(): readonly KeptVersion[] {
    return [...this.files.values()].flatMap(({ path, versions }) =>
      versions.map((version) => ({ path, ...version })),
    );
  }

  paths(): readonly string[] {
    return [...this.files.keys()];
  }

  /** By time. */
  milestones(): readonly Milestone[] {
    return [...this.marks.values()].sort((a, b) => a.at - b.at);
  }

  /** The hash of what was on the disk last, as far as known; null when nothing is. */
  lastOnDisk(path: string): string | null {
    return this.versions(path).findLast(({ origin }) => origin !== 'discarded')?.hash ?? null;
  }

  /** Keeps a version, unless it says nothing new. True when it was kept. */
  async keep(path: string, bytes: Uint8Array, origin: VersionOrigin, at: number): Promise<boolean> {
    const hash = sha256(bytes);
    const before = this.versions(path);
    const known =
      origin === 'discarded'
        ? before.some((version) => version.hash === hash)
        : this.lastOnDisk(path) === hash;
    if (known) return false;
    const stored = await this.contents.put(hash, bytes);
    const version = { hash, at, size: bytes.length, stored, origin };
    await this.write({ path, versions: [...before, version] });
    return true;
  }

  async addMilestone(milestone: Milestone): Promise<void> {
    await this.store('milestones', `${milestone.id}${ENDING}`, milestone);
    this.marks.set(milestone.id, milestone);
  }

  async removeMilestone(id: string): Promise<void> {
    await removeOwnFile(this.fs, join(this.folder, 'milestones', `${id}${ENDING}`));
    this.marks.delete(id);
  }

  /** The bytes of a version that is known; null when it is none, or damaged. */
  async read(path: string, hash: string): Promise<Uint8Array | null> {
    const known =
      this.versions(path).some((version) => version.hash === hash) ||
      [...this.marks.values()].some(({ files }) =>
        files.some((file) => file.path === path && file.hash === hash),
      );
    return known ? this.contents.read(hash) : null;
  }

  /** The words that came and went with each version, as far as its text and the one before can be read; counted once. */
  async countChanges(path: string): Promise<void> {
    const { versions } = this.files.get(path) ?? { versions: [] };
    const counted: StoredVersion[] = [];
    let fresh = false;
    for (const [index, version] of versions.entries()) {
      const before = versions[index - 1];
      if (version.change?.from === before?.hash) {
        counted.push(version);
        continue;
      }
      const { change: _, ...rest } = version;
      if (!before) {
        counted.push(rest);
        fresh = true;
        continue;
      }
      const [old, now] = [await this.text(before), await this.text(version)];
      counted.push(
        old === null || now === null
          ? rest
          : { ...rest, change: { from: before.hash, ...wordChange(old, now) } },
      );
      fresh ||= old !== null && now !== null;
    }
    if (fresh) await this.write({ path, versions: counted });
  }

  /** Takes versions out of the lists, then the contents that nobody names any more. */
  async remove(gone: readonly KeptVersion[]): Promise<void> {
    const byPath = new Map<string, Set<string>>();
    for (const { path, at, hash } of gone)
      byPath.set(path, (byPath.get(path) ?? new Set()).add(`${at} ${hash}`));
    for (const [path, keys] of byPath)
      await this.write({
        path,
        versions: this.versions(path).filter(({ at, hash }) => !keys.has(`${at} ${hash}`)),
      });
    await this.sweep(new Set(gone.map(({ hash }) => hash)));
  }

  /** A file or folder has another path: its versions go with it, in front of those that stand there. */
  async moved(from: string, to: string): Promise<void> {
    for (const path of this.paths()) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      const target = `${to}${path.slice(from.length)}`;
      const versions = [...this.versions(path), ...this.versions(target)].sort((a, b) => a.at - b.at);
      await this.write({ path: target, versions });
      await this.forget(path);
    }
  }

  /** Removes contents that no list names: of the given ones, or of all that lie there. */
  async sweep(only?: ReadonlySet<string>): Promise<void> {
    if (this.damaged) return;
    const used = new Set(this.all().map(({ hash }) => hash));
    for (const { files } of this.marks.values()) for (const { hash } of files) used.add(hash);
    for (const hash of only ?? (await this.contents.list()))
      if (!used.has(hash)) await this.contents.remove(hash);
  }

  private async text({ hash, size }: StoredVersion): Promise<string | null> {
    if (size > MAX_COUNTED) return null;
    const bytes = await this.contents.read(hash);
    const decoded = bytes && decodeText(bytes);
    return decoded?.ok ? decoded.value.text : null;
  }

  private async write(list: FileVersions): Promise<void> {
    if (list.versions.length === 0) return this.forget(list.path);
    await this.store('files', fileOf(list.path), list);
    this.files.set(list.path, list);
  }

  private async forget(path: string): Promise<void> {
    await removeOwnFile(this.fs, join(this.folder, 'files', fileOf(path)));
    this.files.delete(path);
  }

  /**
   * A list that is stored; one that cannot be understood is kept aside. Throws where the disk refuses, unlike settings: what was not read must not
   * be taken for nothing and written over.
   */
  private async list<T>(kind: Kind, name: string, isNamedSo: (list: T) => boolean): Promise<T | null> {
    const path = join(this.folder, kind, name);
    const bytes = await readOwnFile(this.fs, path);
    if (bytes === null) return null;
    const stored = parsed(bytes);
    if (validatorOf(kind)(stored)) {
      const { value } = stored as { readonly value: T };
      if (isNamedSo(value)) return value;
    }
    await this.fs.rename(path, `${path}.unreadable`);
    this.damaged = true;
    this.onDamage();
    return null;
  }

  private async store(kind: Kind, name: string, value: FileVersions | Milestone): Promise<void> {
    const path = join(this.folder, kind, name);
    await new StoredValue({ fs: this.fs, path, validate: validatorOf(kind), fallback: value }).write(value);
  }

  private async names(kind: Kind): Promise<readonly string[]> {
    const folder = join(this.folder, kind);
    try {
      const names = await this.fs.names(folder);
      await removeStaleTemporaries(this.fs, names, (name) => join(folder, name));
      if (names.some((name) => name.endsWith('.unreadable'))) this.damaged = true;
      return names.filter((name) => name.endsWith(ENDING)).sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

function validatorOf(kind: Kind): ValidateFunction {
  const validate = validators[SCHEMAS[kind]] as ValidateFunction | undefined;
  if (!validate) throw new Error('No validator for the history: build the validators');
  return validate;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

/** Named by hash: a kit path may be longer than a file name may be, and differ from another only in case. */
function fileOf(path: string): string {
  return `${sha256(path).slice(0, 40)}${ENDING}`;
}
