import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Bounds, beyond, type Stored, thinned } from '../../shared/history/thin';
import type { Milestone, StoredVersion, VersionOrigin } from '../../shared/settings/stored';
import { sha256 } from '../kit/content-hash';
import { errorCode, type FileSystem } from '../kit/file-system';
import { Turns } from '../kit/turns';
import { KitHistory } from './kit-history';

export interface HistoryOptions {
  readonly fs: FileSystem;
  /** A folder of the user's data, absolute. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What is added to times so that days begin at midnight, in milliseconds. */
  readonly zone: () => number;
  /** What all kits together may take. */
  readonly bounds: () => Promise<Bounds>;
  /** A list of versions could not be read and starts anew. */
  readonly onDamage: () => void;
}

/** A file to be kept with its bytes. */
export interface FileBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

type FoundVersion = Stored & { readonly kitId: string; readonly path: string | null; readonly hash: string };

/**
 * Older versions of the files of all kits, outside of them: thinned as they grow old, and together never more than a bound. Everything throws
 * the file system's error; what was kept before then still stands.
 */
export class History {
  private readonly kits = new Map<string, KitHistory>();
  private readonly turns = new Turns();

  constructor(private readonly options: HistoryOptions) {}

  /** Keeps what a file holds. Resolves when it is on the disk. */
  keep(kitId: string, path: string, bytes: Uint8Array, origin: VersionOrigin): Promise<void> {
    return this.inTurn(async () => {
      const kit = await this.kit(kitId);
      if (!(await kit.keep(path, bytes, origin, this.options.now()))) return;
      await this.thin(kit, path);
      await this.fit();
    });
  }

  /** The hash of what was on the disk last when it was kept; null when nothing was, or this is not known yet. Waits for nothing. */
  lastOnDisk(kitId: string, path: string): string | null {
    return this.kits.get(kitId)?.lastOnDisk(path) ?? null;
  }

  /** Oldest first, each with the words that came and went. */
  versions(kitId: string, path: string): Promise<readonly StoredVersion[]> {
    return this.inTurn(async () => {
      const kit = await this.kit(kitId);
      await kit.countChanges(path);
      return kit.versions(path);
    });
  }

  /** The paths of all files of which there are versions, with the newest of each. */
  newest(kitId: string): Promise<readonly (StoredVersion & { readonly path: string })[]> {
    return this.inTurn(async () => {
      const kit = await this.kit(kitId);
      return kit.paths().flatMap((path) => {
        const version = kit.versions(path).at(-1);
        return version ? [{ path, ...version }] : [];
      });
    });
  }

  milestones(kitId: string): Promise<readonly Milestone[]> {
    return this.inTurn(async () => (await this.kit(kitId)).milestones());
  }

  /** Null when the version is not known, or was damaged. */
  read(kitId: string, path: string, hash: string): Promise<Uint8Array | null> {
    return this.inTurn(async () => (await this.kit(kitId)).read(path, hash));
  }

  /** Keeps the whole kit under a name; it stays until it is removed. */
  addMilestone(kitId: string, name: string, files: AsyncIterable<FileBytes>): Promise<Milestone> {
    return this.inTurn(async () => {
      const kit = await this.kit(kitId);
      const kept: Milestone['files'] = [];
      for await (const { path, bytes } of files) {
        const hash = sha256(bytes);
        kept.push({ path, hash, size: bytes.length, stored: await kit.contents.put(hash, bytes) });
      }
      const milestone = { id: randomUUID(), name, at: this.options.now(), files: kept };
      await kit.addMilestone(milestone);
      await this.fit();
      return milestone;
    });
  }

  removeMilestone(kitId: string, id: string): Promise<void> {
    return this.inTurn(async () => {
      const kit = await this.kit(kitId);
      const gone = kit.milestones().find((milestone) => milestone.id === id);
      await kit.removeMilestone(id);
      if (gone) await kit.sweep(new Set(gone.files.map(({ hash }) => hash)));
    });
  }

  moved(kitId: string, from: string, to: string): Promise<void> {
    return this.inTurn(async () => (await this.kit(kitId)).moved(from, to));
  }

  /** Thins what grew old since it was last looked at, and removes what a kill left behind. */
  tidy(kitId: string): Promise<void> {
    return this.inTurn(async () => {
      const kit = await this.kit(kitId);
      for (const path of kit.paths()) await this.thin(kit, path);
      await kit.sweep();
      await this.fit();
    });
  }

  /** Resolves when nothing is being written. */
  idle(): Promise<void> {
    return this.turns.idle();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    // One turn for all kits: they share one bound.
    return this.turns.take('', work);
  }

  private async kit(kitId: string): Promise<KitHistory> {
    const known = this.kits.get(kitId);
    if (known) return known;
    const { fs, folder, onDamage } = this.options;
    const opened = await KitHistory.open(fs, join(folder, kitId), onDamage);
    this.kits.set(kitId, opened);
    return opened;
  }

  private async thin(kit: KitHistory, path: string): Promise<void> {
    const { now, zone } = this.options;
    const versions = kit.versions(path).map((version) => ({ ...version, path, named: false }));
    const gone = thinned(versions, now(), zone());
    if (gone.length > 0) await kit.remove(gone);
  }

  private async fit(): Promise<void> {
    const bounds = await this.options.bounds();
    await this.openAll();
    const found: FoundVersion[] = [];
    for (const [kitId, kit] of this.kits) {
      for (const path of kit.paths())
        for (const version of kit.versions(path)) found.push(foundVersion(kitId, path, version, kit));
      for (const { at, files } of kit.milestones())
        for (const { hash, stored } of files)
          found.push({
            kitId,
            path: null,
            hash,
            at,
            named: true,
            newest: false,
            content: `${kitId} ${hash}`,
            bytes: stored,
          });
    }
    const gone = beyond(found, bounds);
    for (const [kitId, kit] of this.kits) {
      const keys = new Set(
        gone
          .filter((version) => version.kitId === kitId)
          .map(({ path, at, hash }) => `${path} ${at} ${hash}`),
      );
      if (keys.size > 0)
        await kit.remove(kit.all().filter(({ path, at, hash }) => keys.has(`${path} ${at} ${hash}`)));
    }
  }

  /** The bound is one for all kits, also for those that are not open. */
  private async openAll(): Promise<void> {
    const { fs, folder } = this.options;
    let ids: readonly string[];
    try {
      ids = await fs.names(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      throw error;
    }
    for (const id of ids) if (/^[A-Za-z0-9_-]{1,64}$/.test(id)) await this.kit(id);
  }
}

function foundVersion(kitId: string, path: string, version: StoredVersion, kit: KitHistory): FoundVersion {
  return {
    kitId,
    path,
    hash: version.hash,
    at: version.at,
    named: false,
    newest: kit.versions(path).at(-1) === version,
    content: `${kitId} ${version.hash}`,
    bytes: version.stored,
  };
}
