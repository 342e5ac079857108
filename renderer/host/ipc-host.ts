import { BRIDGE_NAME, type Bridge, bridgeName, eventName } from '../../shared/ipc/bridge';
import type { Answer, EventChannel, PayloadOf, ResponseOf } from '../../shared/ipc/contract';
import type { Host, RunningTask } from './host';

type AnyFunction = (...args: unknown[]) => unknown;

/** The bridge that the preload put there; null in a page that runs without the studio around it. */
export function findBridge(): Bridge | null {
  return ((globalThis as Record<string, unknown>)[BRIDGE_NAME] as Bridge | undefined) ?? null;
}

/** The host of the real window: every call crosses to the main process, which validates it and answers. */
export function ipcHost(bridge: Bridge): Host {
  const areas = bridge as unknown as Readonly<Record<string, Readonly<Record<string, AnyFunction>>>>;
  const find = (channel: string): AnyFunction => {
    const { area, name } = bridgeName(channel);
    const found = areas[area]?.[name];
    if (!found) throw new Error(`The bridge lacks ${channel}`);
    return found;
  };
  return {
    async call(channel, request) {
      try {
        return (await find(channel)(request)) as Answer<ResponseOf<typeof channel>>;
      } catch (error) {
        // The main process never rejects; this is a torn-down window or a version mismatch.
        return {
          ok: false,
          error: { code: 'internal', message: error instanceof Error ? error.message : String(error) },
        };
      }
    },
    start(channel, request, onProgress) {
      return find(channel)(request, onProgress) as RunningTask<ResponseOf<typeof channel>>;
    },
    on<K extends EventChannel>(channel: K, listener: (payload: PayloadOf<K>) => void) {
      const subscribe = areas['on']?.[eventName(channel)];
      if (!subscribe) throw new Error(`The bridge lacks ${channel}`);
      return subscribe(listener as AnyFunction) as () => void;
    },
  };
}
