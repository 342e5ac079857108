import { setFlagsFromString } from 'node:v8';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Means } from './check-engine';
import type { CheckedKit } from './checked-kit';
import { KeptChecks } from './kept/kept-checks';
import { type HelperOrder, type StartHelper, takeTurns } from './many-kits';

type Delivery = readonly [index: number, kit: CheckedKit];

/** By how many per cent a heap grows before it is cleaned: two threads that keep nothing from kit to kit need no more room. */
const GROWTH = 30;
/** Room of the helper for what is young, in MB. */
const YOUNG = 12;

/** Starts a helper from a program that calls {@link help} where it is no main thread. */
export function helperFrom(program: URL): StartHelper {
  return (order, deliver) => {
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
    const worker = new Worker(program, {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    worker.on('message', ([index, kit]: Delivery) => deliver(index, kit));
    // Its kits are checked by the main thread then.
    worker.on('error', () => undefined);
    return { ended: new Promise((resolve) => worker.once('exit', () => resolve())) };
  };
}

/** The helper's side. */
export async function help(order: HelperOrder, port: MessagePort, engine: Means['engine']): Promise<void> {
  const kept = order.cache ? new KeptChecks(order.cache) : null;
  await takeTurns(order, (index, kit) => port.postMessage([index, kit] satisfies Delivery), { engine, kept });
  kept?.close();
}
