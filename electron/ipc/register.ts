import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { TRANSPORT } from '../../shared/ipc/bridge';
import type { Answer, EventChannel, PayloadOf } from '../../shared/ipc/contract';
import { STUDIO_ORIGIN } from '../windows/app-scheme';
import { type Dispatcher, refuse } from './dispatch';
import { isTrustedSender } from './sender';

/** Messages between the studio's page and its handlers. */
export interface Registered {
  /** Tells the page something; does nothing when there is no page. */
  tell<K extends EventChannel>(channel: K, payload: PayloadOf<K>): void;
}

/**
 * Connects the dispatcher to Electron's messages. `contents` gives the contents of the studio's window, null while there is none; nobody else
 * is listened to.
 */
export function register(dispatcher: Dispatcher, contents: () => WebContents | null): Registered {
  const isOurs = (event: IpcMainInvokeEvent | IpcMainEvent): boolean =>
    isTrustedSender(event, contents(), STUDIO_ORIGIN);
  const guarded = (
    event: IpcMainInvokeEvent,
    work: () => Promise<Answer<unknown>>,
  ): Promise<Answer<unknown>> =>
    isOurs(event) ? work() : Promise.resolve(refuse('forbidden', 'This page may not ask.'));

  ipcMain.handle(TRANSPORT.call, (event, channel: unknown, request: unknown) =>
    guarded(event, () => dispatcher.call(channel, request)),
  );
  ipcMain.handle(TRANSPORT.task, (event, channel: unknown, id: unknown, request: unknown) =>
    guarded(event, () =>
      dispatcher.task(channel, id, request, (progress) => {
        if (!event.sender.isDestroyed()) event.sender.send(TRANSPORT.progress, id, progress);
      }),
    ),
  );
  ipcMain.on(TRANSPORT.cancel, (event, id: unknown) => {
    if (isOurs(event)) dispatcher.cancel(id);
  });

  return {
    tell: (channel, payload) => {
      const page = contents();
      if (page && !page.isDestroyed() && dispatcher.mayTell(channel, payload)) {
        page.send(TRANSPORT.event, channel, payload);
      }
    },
  };
}
