import type { Means } from './check-engine';
import { type CheckedKit, checkKitAt, type KitOrder } from './checked-kit';
import type { CheckCache } from './kept/kept-checks';

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
  /** Where results are kept between runs; null when nobody wants it. */
  readonly cache: CheckCache | null;
}

export type StartHelper = (order: HelperOrder, deliver: (index: number, kit: CheckedKit) => void) => Helper;

/** From so many kits on a second thread pays for its start: it has to compile and warm up by itself. */
const WORTH_HELP = 3;

/** What the kits of a folder are checked with. */
export interface ManyMeans extends Means {
  readonly cache: CheckCache | null;
  readonly startHelper: StartHelper | null;
}

/**
 * Checks the kits of a folder one by one and hands them over in the order of `paths`, so that only what is not written yet is held. A second thread
 * helps where enough of them have to be judged.
 */
export async function checkKits(
  order: KitOrder,
  paths: readonly string[],
  take: (kit: CheckedKit) => void,
  { engine, kept, cache, startHelper }: ManyMeans,
): Promise<void> {
  const waiting = new Map<number, CheckedKit>();
  let written = 0;
  let delivered = 0;
  const deliver = (index: number, kit: CheckedKit): void => {
    delivered++;
    if (index >= written) waiting.set(index, kit);
    for (let next = waiting.get(written); next; next = waiting.get(written)) {
      waiting.delete(written++);
      take(next);
    }
  };
  const work = { order, paths, next: new SharedArrayBuffer(4), cache };
  let helper: Helper | null = null;
  let judged = 0;
  // Each kit that has to be judged asks for the engine. Where the first was known already the others may be, too: one alone needs no help.
  const startingHelp = () => {
    judged++;
    if (startHelper && !helper && paths.length - delivered >= WORTH_HELP && (delivered === 0 || judged > 1))
      helper = startHelper(work, deliver);
    return engine();
  };
  await takeTurns(work, deliver, { engine: startingHelp, kept });
  await (helper as Helper | null)?.ended;
  // What a helper took and never gave back.
  for (let index = written; index < paths.length; index++)
    if (!waiting.has(index) && index >= written)
      deliver(index, await checkKitAt(paths[index] ?? '', order, { engine, kept }));
}

/** Takes kits off the list until there are none. */
export async function takeTurns(
  { order, paths, next }: Omit<HelperOrder, 'cache'>,
  deliver: (index: number, kit: CheckedKit) => void,
  means: Means,
): Promise<void> {
  const counter = new Int32Array(next);
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    const path = paths[index];
    if (path === undefined) return;
    deliver(index, await checkKitAt(path, order, means));
  }
}
