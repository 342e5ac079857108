import { type BrowserWindow, MessageChannelMain } from 'electron';
import { DRAWING_PORT, type DrawingOrder, type DrawingReply, isDrawingReply } from '../../shared/ipc/drawing';

/** A page that draws. One order at a time; it can be thrown away at any moment, also in the middle of an endless one. */
export interface DrawingPage {
  send(order: DrawingOrder): void;
  /** One listener; the last one given counts. */
  onReply(listener: (reply: DrawingReply) => void): void;
  /** Called once when the page crashed or was closed from outside; not after {@link destroy}. */
  onGone(listener: (reason: string) => void): void;
  destroy(): void;
}

/** Time for the page and its fonts to load on a slow, busy machine, in milliseconds. */
const LOAD_LIMIT = 30_000;

/**
 * Loads the drawing page into a hidden window and connects to it. `window` comes from the window factory, sandboxed, with the drawing
 * page's own preload; `address` is the page's address in our scheme. Rejects when the page does not load.
 */
export async function connectDrawingPage(window: BrowserWindow, address: string): Promise<DrawingPage> {
  let reply: (reply: DrawingReply) => void = () => undefined;
  let gone: (reason: string) => void = () => undefined;
  let destroyed = false;
  const end = (reason: string) => {
    if (destroyed) return;
    destroyed = true;
    gone(reason);
  };
  const { port1, port2 } = new MessageChannelMain();
  const destroy = () => {
    destroyed = true;
    port1.close();
    if (window.isDestroyed()) return;
    // A page in an endless loop answers nothing: its process is ended first.
    window.webContents.forcefullyCrashRenderer();
    window.destroy();
  };
  window.webContents.once('render-process-gone', (_event, details) => end(details.reason));
  window.once('closed', () => end('closed'));
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The drawing page did not get ready in time')),
      LOAD_LIMIT,
    );
    gone = (reason) => reject(new Error(`The drawing page ended while loading (${reason})`));
    port1.on('message', ({ data }: { readonly data: unknown }) => {
      if (!isDrawingReply(data)) return;
      if (data.type !== 'ready') return reply(data);
      clearTimeout(timer);
      resolve();
    });
  });
  try {
    port1.start();
    await Promise.all([
      window.loadURL(address).then(() => window.webContents.postMessage(DRAWING_PORT, null, [port2])),
      ready,
    ]);
  } catch (error) {
    destroy();
    throw error;
  }
  gone = () => undefined;
  return {
    send: (order) => port1.postMessage(order),
    onReply: (listener) => {
      reply = listener;
    },
    onGone: (listener) => {
      gone = listener;
    },
    destroy,
  };
}
