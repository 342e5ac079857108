import type { ChangeSet, Text } from '@codemirror/state';
import type { Host } from '../host/host';
import type { Buffers } from '../state/buffers';
import { Debounced } from './debounce';

/** Typed text is kept this soon after a pause, and at the latest after `MOST`, in milliseconds. */
const PAUSE = 400;
// The rest of the second that may be lost is the disk's.
const MOST = 700;
/** Longer texts cross in pieces of this length, in UTF-16 units: one message of megabytes would hold up the keys. */
const PIECE = 256 * 1024;
/** More changes than this since the last time, of a replacement in a whole file, are told as the whole text. */
const MOST_EDITS = 1_000;

export interface JournalOptions {
  readonly host: Host;
  readonly buffers: Buffers;
  /** The open kit, or null when nothing is to be kept (none open, or read-only). */
  readonly kitId: () => string | null;
  /** Hash that a buffer is based on. */
  readonly baseHash: (path: string) => string | null;
  readonly onFailure: (message: string) => void;
}

/** What the main process has of a text, and what was typed since. */
interface Told {
  /** Its name of that state; null while it is on its way. */
  frame: string | null;
  readonly baseHash: string | null;
  changes: ChangeSet | null;
}

/**
 * Keeps unsaved text outside the kit, so that a crash loses at most a second of typing. An entry is dropped only when the buffer equals what
 * is on disk again: after a verified save, after undoing everything, or when the user discards it. The whole text crosses once; then only what
 * was typed, as long as the main process says that it has the state it was typed into.
 */
export class Journal {
  private readonly waiting = new Map<string, Debounced>();
  /** Paths that have, or are about to have, an entry. */
  private readonly kept = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly told = new Map<string, Told>();

  constructor(private readonly options: JournalOptions) {
    options.buffers.subscribe(({ kind, path }) => {
      if (kind === 'opened' || kind === 'closed') this.told.delete(path);
    });
  }

  /** Called after every change of a buffer. */
  changed(path: string, changes: ChangeSet): void {
    if (this.options.kitId() === null) return;
    const told = this.told.get(path);
    if (told) told.changes = told.changes ? told.changes.compose(changes) : changes;
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
    this.told.delete(path);
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
    this.told.clear();
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
    const { buffers } = this.options;
    const kitId = this.options.kitId();
    const doc = buffers.doc(path);
    if (kitId === null || doc === null || !buffers.isDirty(path)) return;
    this.kept.add(path);
    const baseHash = this.options.baseHash(path);
    const before = this.told.get(path);
    // Told already, by a call that did not wait.
    if (before?.frame && !before.changes && before.baseHash === baseHash) return;
    const told: Told = { frame: null, baseHash, changes: null };
    this.told.set(path, told);
    const frame =
      (before && before.baseHash === baseHash ? await this.tellChanges(kitId, path, before) : null) ??
      (await this.tellWhole(kitId, path, baseHash, doc));
    told.frame = frame;
    // Nothing is known of what stands there now: the next time the whole text is told.
    if (frame === null && this.told.get(path) === told) this.told.delete(path);
  }

  /** Null when the whole text is wanted. */
  private async tellChanges(kitId: string, path: string, { frame, baseHash, changes }: Told) {
    if (frame === null || changes === null) return null;
    const edits: { from: number; to: number; insert: string }[] = [];
    changes.iterChanges((from, to, _fromB, _toB, inserted) => {
      edits.push({ from, to, insert: inserted.toString() });
    });
    if (edits.length === 0 || edits.length > MOST_EDITS) return null;
    const request = { kitId, path, baseHash, frame, length: changes.length, edits };
    const answer = await this.options.host.call('journal.change', request);
    return answer.ok ? answer.value.frame : null;
  }

  /** Null when it could not be kept; the user was told. */
  private async tellWhole(kitId: string, path: string, baseHash: string | null, doc: Text) {
    const { host } = this.options;
    const last = Math.max(0, doc.length - PIECE);
    const pieces = Math.ceil(last / PIECE);
    let after = 0;
    for (let piece = 0; piece < pieces; piece++) {
      const end = Math.min(last, after + PIECE);
      await host.call('journal.piece', { kitId, path, at: after, text: doc.sliceString(after, end) });
      after = end;
    }
    const entry = { kitId, path, text: doc.sliceString(after), baseHash };
    const answer = await host.call('journal.put', after > 0 ? { ...entry, after } : entry);
    if (answer.ok) return answer.value.frame;
    this.options.onFailure(answer.error.message);
    return null;
  }
}
