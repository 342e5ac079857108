import { type MessagePort, Worker } from 'node:worker_threads';
import type { CheckedKit } from './checked-kit';
import { type HelperOrder, type StartHelper, takeTurns } from './many-kits';

type Delivery = readonly [index: number, kit: CheckedKit];

/** Starts a helper from a program that calls {@link help} where it is no main thread. */
export function helperFrom(program: URL): StartHelper {
  return (order, deliver) => {
    const worker = new Worker(program, { workerData: order });
    worker.on('message', ([index, kit]: Delivery) => deliver(index, kit));
    // Its kits are checked by the main thread then.
    worker.on('error', () => undefined);
    return { ended: new Promise((resolve) => worker.once('exit', () => resolve())) };
  };
}

/** The helper's side. */
export function help(order: HelperOrder, port: MessagePort): Promise<void> {
  return takeTurns(order, (index, kit) => port.postMessage([index, kit] satisfies Delivery));
}
