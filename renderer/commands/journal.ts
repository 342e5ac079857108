import type { Host } from '../host/host';
import type { Buffers } from '../state/buffers';
import { Debounced } from './debounce';

/** Typed text is kept this soon after a pause, and at the latest after `MOST`, in milliseconds. */
const PAUSE = 400;
const MOST = 900;

export interface JournalOptions {
  readonly host: Host;
  readonly buffers: Buffers;
  /** The open kit, or null when nothing is to be kept (none open, or read-only). */
  readonly kitId: () => string | null;
  /** Hash that a buffer is based on. */
  readonly baseHash: (path: string) => string | null;
  readonly onFailure: (message: string) => void;
}

/**
 * Keeps unsaved text outside the kit, so that a crash loses at most a second of typing. An entry is dropped only when the buffer equals what
 * is on disk again: after a verified save, after undoing everything, or when the user discards it.
 */
export class Journal {
  private readonly waiting = new Map<string, Debounced>();
  /** Paths that have, or are about to have, an entry. */
  private readonly kept = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly options: JournalOptions) {}

  /** Called after every change of a buffer. */
  changed(path: string): void {
    if (this.options.kitId() === null) return;
    if (!this.options.buffers.isDirty(path)) {
      this.waiting.get(path)?.cancel();
      void this.drop(path);
      return;
    }
    let debounced = this.waiting.get(path);
    if (!debounced) {
      debounced = new Debounced(() => void this.put(path), PAUSE, MOST);
      this.waiting.set(path, debounced);
    }
    debounced.call();
  }

  /** An entry of an earlier run exists for this path. */
  adopt(path: string): void {
    this.kept.add(path);
  }

  /** The buffer equals the disk: nothing has to be kept any more. */
  async drop(path: string): Promise<void> {
    this.waiting.get(path)?.cancel();
    const kitId = this.options.kitId();
    if (kitId === null || !this.kept.delete(path)) return;
    // An entry still on its way would come back after the drop.
    await this.running.get(path);
    if (this.kept.has(path)) return;
    await this.options.host.call('journal.drop', { kitId, path });
  }

  /** A file has another path: its unsaved text is kept under that one before it is given up under the old one. */
  async renamed(from: string, to: string): Promise<void> {
    this.waiting.get(from)?.cancel();
    this.waiting.delete(from);
    await this.running.get(from);
    if (this.options.buffers.isDirty(to)) await this.put(to);
    await this.drop(from);
  }

  /** Writes everything that waits. Resolves when all of it is kept. */
  async flush(): Promise<void> {
    for (const debounced of this.waiting.values()) debounced.now();
    await Promise.all(this.running.values());
  }

  /** Forgets the kit that is being closed; call {@link flush} before. */
  reset(): void {
    for (const debounced of this.waiting.values()) debounced.cancel();
    this.waiting.clear();
    this.kept.clear();
  }

  private put(path: string): Promise<void> {
    const before = this.running.get(path) ?? Promise.resolve();
    const work = before.then(() => this.write(path));
    this.running.set(path, work);
    return work.finally(() => {
      if (this.running.get(path) === work) this.running.delete(path);
    });
  }

  private async write(path: string): Promise<void> {
    const { host, buffers } = this.options;
    const kitId = this.options.kitId();
    const text = buffers.text(path);
    if (kitId === null || text === null || !buffers.isDirty(path)) return;
    this.kept.add(path);
    const answer = await host.call('journal.put', {
      kitId,
      path,
      text,
      baseHash: this.options.baseHash(path),
    });
    if (!answer.ok) this.options.onFailure(answer.error.message);
  }
}
