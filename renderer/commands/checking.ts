import type { ChangeSet } from '@codemirror/state';
import type { KitState } from '../state/kit-slice';
import { FULL_SERVICE_LENGTH, textPaths } from '../state/kit-slice';
import { update } from '../state/studio-state';
import { Debounced } from './debounce';
import { notifyError } from './notify';
import type { Studio } from './studio';

/** A text goes to the checker this long after the last key, in milliseconds. */
const IDLE = 120;
/** Texts are read in messages of about this many bytes. */
const BATCH = 8 * 1024 * 1024;

/** Reads all texts of a kit in a few messages and hands them to the checker; reports then come one by one. */
export async function checkKit(studio: Studio, kit: KitState): Promise<void> {
  const { store, checker } = studio;
  checker.start(kit.name);
  update(store, 'checks', (checks) => ({
    ...checks,
    progress: { done: 0, total: kit.listing.files.length },
  }));
  const readable = new Set(textPaths(kit.listing));
  // Files that are no text are named first: links to them resolve from the start.
  checker.set(
    kit.listing.files
      .filter((file) => !readable.has(file.path))
      .map(({ path }) => ({ path, text: null, version: 0 })),
  );
  for (const paths of batches(kit)) {
    await readAndCheck(studio, kit.kitId, paths);
    if (store.getState().kit?.kitId !== kit.kitId) return;
  }
}

/** Reads some files anew and has them checked; files open in a tab keep the text of their tab. */
export async function readAndCheck(studio: Studio, kitId: string, paths: readonly string[]): Promise<void> {
  const { host, store, checker, buffers } = studio;
  const answer = await host.call('kit.readMany', { kitId, paths: [...paths] });
  if (store.getState().kit?.kitId !== kitId) return;
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return;
  }
  checker.set(
    answer.value.files.map(({ path, text }) => {
      if (!buffers.has(path)) return { path, text: text ?? null, version: 0 };
      return { path, text: checkable(buffers.text(path)), version: buffers.version(path) };
    }),
  );
}

function* batches(kit: KitState): Generator<readonly string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const file of kit.listing.files) {
    if (file.state !== 'text') continue;
    if (size > 0 && size + file.size > BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(file.path);
    size += file.size;
  }
  if (batch.length > 0) yield batch;
}

/** Texts beyond full service are not sent: copying tens of megabytes on each pause would be felt. */
function checkable(text: string | null): string | null {
  return text !== null && text.length > FULL_SERVICE_LENGTH ? null : text;
}

/** Sends the texts of open files to the checker when typing pauses. */
export class BufferChecks {
  private readonly waiting = new Map<string, Debounced>();
  /** What was typed since the text was sent, and the version it was typed into. */
  private readonly typed = new Map<string, { readonly base: number; readonly changes: ChangeSet }>();

  constructor(private readonly studio: () => Studio) {}

  /** `changes` lead to `version` from the one before it. */
  changed(path: string, changes: ChangeSet, version: number): void {
    const before = this.typed.get(path);
    this.typed.set(
      path,
      before
        ? { base: before.base, changes: before.changes.compose(changes) }
        : { base: version - 1, changes },
    );
    let debounced = this.waiting.get(path);
    if (!debounced) {
      debounced = new Debounced(() => this.send(path), IDLE);
      this.waiting.set(path, debounced);
    }
    debounced.call();
  }

  /** The buffer's text and version are new to the checker, even if the disk's text is the same. */
  opened(path: string): void {
    this.send(path);
  }

  closed(path: string): void {
    this.waiting.get(path)?.cancel();
    this.waiting.delete(path);
    this.typed.delete(path);
    const { kit } = this.studio().store.getState();
    // What was typed and given up must not be judged any longer.
    if (kit?.files.has(path)) void readAndCheck(this.studio(), kit.kitId, [path]);
  }

  reset(): void {
    for (const debounced of this.waiting.values()) debounced.cancel();
    this.waiting.clear();
    this.typed.clear();
  }

  private send(path: string): void {
    const { buffers, checker } = this.studio();
    const typed = this.typed.get(path);
    this.typed.delete(path);
    const length = buffers.doc(path)?.length;
    if (length === undefined) return;
    const version = buffers.version(path);
    // A question about a place sent it meanwhile.
    if (typed && checker.version(path) === version) return;
    if (
      typed &&
      length <= FULL_SERVICE_LENGTH &&
      checker.edit(path, typed.base, version, typed.changes.toJSON())
    )
      return;
    checker.set([{ path, text: checkable(buffers.text(path)), version: buffers.version(path) }]);
  }
}
