import type { HostError } from '../../shared/ipc/contract';
import type { KitListing } from '../../shared/ipc/payloads';
import { ok, type Result } from '../../shared/util/result';
import type { Backups } from './backups';
import type { FileSystem } from './file-system';
import { openKitFolder } from './folder-kit';
import { fail } from './host-failure';
import type { OpenKit } from './open-kit';

/** The kits that are open now, by id. A page can only name one of these; it never names a folder. */
export class KitRegistry {
  private readonly kits = new Map<string, OpenKit>();

  /** `backups`: see `OpenOptions`. */
  constructor(
    private readonly fs: FileSystem,
    private readonly backups?: Backups,
  ) {}

  /** Opens a folder, or looks anew at one that is open already. */
  async open(
    folder: string,
    options: { readonly readOnly?: boolean } = {},
  ): Promise<Result<{ readonly kit: OpenKit; readonly listing: KitListing }, HostError>> {
    const backups = this.backups ? { backups: this.backups } : {};
    const opened = await openKitFolder(folder, { fs: this.fs, ...backups, ...options });
    if (!opened.ok) return opened;
    const { kit, listing } = opened.value;
    // Replaced rather than reused: kit.yaml may say something else now.
    const before = this.kits.get(kit.id);
    this.kits.set(kit.id, kit);
    await before?.close();
    return ok({ kit, listing });
  }

  get(kitId: string): Result<OpenKit, HostError> {
    const kit = this.kits.get(kitId);
    return kit ? ok(kit) : fail('not-found', 'This kit is not open any more. Open it again.');
  }

  /** True while any kit is open. */
  get any(): boolean {
    return this.kits.size > 0;
  }

  async close(kitId: string): Promise<void> {
    const kit = this.kits.get(kitId);
    this.kits.delete(kitId);
    await kit?.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.kits.keys()].map((id) => this.close(id)));
  }
}
