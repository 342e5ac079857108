import { type CheckedKit, checkKitAt, type KitOrder } from './checked-kit';

/** A helper in a thread of its own: takes kits off the same list as the main thread. */
export interface Helper {
  /** Resolves when the helper has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/** What a helper is started with. */
export interface HelperOrder {
  readonly order: KitOrder;
  readonly paths: readonly string[];
  /** One 32-bit number: the place of the next kit that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

export type StartHelper = (order: HelperOrder, deliver: (index: number, kit: CheckedKit) => void) => Helper;

/** From so many kits on a second thread pays for its start: it has to compile and warm up by itself. */
const WORTH_HELP = 3;

/**
 * Checks the kits of a folder one by one and hands them over in the order of `paths`, so that only what is not written yet is held. A second thread
 * helps where there are enough of them.
 */
export async function checkKits(
  order: KitOrder,
  paths: readonly string[],
  take: (kit: CheckedKit) => void,
  startHelper: StartHelper | null,
): Promise<void> {
  const waiting = new Map<number, CheckedKit>();
  let written = 0;
  const deliver = (index: number, kit: CheckedKit): void => {
    if (index >= written) waiting.set(index, kit);
    for (let next = waiting.get(written); next; next = waiting.get(written)) {
      waiting.delete(written++);
      take(next);
    }
  };
  const next = new SharedArrayBuffer(4);
  const helper =
    startHelper && paths.length >= WORTH_HELP ? startHelper({ order, paths, next }, deliver) : null;
  await takeTurns({ order, paths, next }, deliver);
  await helper?.ended;
  // What a helper took and never gave back.
  for (let index = written; index < paths.length; index++)
    if (!waiting.has(index) && index >= written) deliver(index, await checkKitAt(paths[index] ?? '', order));
}

/** Takes kits off the list until there are none. */
export async function takeTurns(
  { order, paths, next }: HelperOrder,
  deliver: (index: number, kit: CheckedKit) => void,
): Promise<void> {
  const counter = new Int32Array(next);
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    const path = paths[index];
    if (path === undefined) return;
    deliver(index, await checkKitAt(path, order));
  }
}
