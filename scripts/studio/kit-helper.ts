import type { MessagePort, Worker } from 'node:worker_threads';
import type { Contribution } from '../../shared/rubric/packet';
import type { ArtifactReport } from '../../shared/rubric/report';
import type { CheckOptions } from './check-outcome';
import type { CheckedKit } from './checked-kit';
import { checkHalf, type HalfOrder } from './half-kit';
import { type HelperOrder, takeTurns } from './many-kits';

/** What the helper is asked, and what it and the main thread tell each other then. */
type Message =
  | { readonly kits: HelperOrder }
  | { readonly half: HalfOrder }
  | { readonly delivery: readonly [index: number, kit: CheckedKit] }
  | { readonly read: readonly Contribution[] }
  | { readonly judged: readonly ArtifactReport[] };

const tell = (to: Worker | MessagePort, message: Message): void => to.postMessage(message);

/** Lets a thread that runs {@link help} take part in a check. */
export function helpersFrom(worker: Worker | null): CheckOptions {
  if (!worker) return {};
  // What it took and did not give back is checked by the main thread then.
  worker.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const nextOf = <K extends 'read' | 'judged', T>(key: K) =>
    new Promise<T | null>((resolve) => {
      const take = (message: Message) => {
        if (!(key in message)) return;
        worker.off('message', take);
        resolve((message as never)[key]);
      };
      worker.on('message', take);
      void ended.then(() => resolve(null));
    });
  return {
    startHelper: (order, deliver) => {
      worker.on('message', (message: Message) => {
        if ('delivery' in message) deliver(...message.delivery);
      });
      tell(worker, { kits: order });
      return { ended };
    },
    shareKit: (order) => {
      const read = nextOf<'read', readonly Contribution[]>('read');
      const judged = nextOf<'judged', readonly ArtifactReport[]>('judged');
      tell(worker, { half: order });
      return {
        exchange: (own) => {
          tell(worker, { read: own });
          return read;
        },
        judged: () => judged,
      };
    },
    alone: () => void worker.terminate(),
  };
}

/** The helper's side. */
export function help(port: MessagePort): Promise<void> {
  return new Promise((resolve, reject) => {
    let others: (read: readonly Contribution[]) => void = () => undefined;
    const read = new Promise<readonly Contribution[]>((heard) => {
      others = heard;
    });
    const work = async (message: Message): Promise<void> => {
      if ('kits' in message) {
        await takeTurns(message.kits, (...delivery) => tell(port, { delivery }));
      } else if ('half' in message) {
        const exchange = (own: readonly Contribution[]) => {
          tell(port, { read: own });
          return read;
        };
        tell(port, { judged: await checkHalf(message.half, { exchange }) });
      } else return;
      port.close();
      resolve();
    };
    port.on('message', (message: Message) => {
      if ('read' in message) others(message.read);
      else work(message).catch(reject);
    });
  });
}
