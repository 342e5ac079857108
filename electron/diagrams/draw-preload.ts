import { ipcRenderer } from 'electron';
import { DRAWING_PORT } from '../../shared/ipc/drawing';

/** The page's own `postMessage`: the one thing a preload of the main process's layer needs of the DOM. */
declare const window: { postMessage(message: string, origin: string, transfer: readonly unknown[]): void };

/** The drawing page's only tie to the outside: hands it one message port, once, and exposes nothing. */
ipcRenderer.once(DRAWING_PORT, (event) => {
  window.postMessage(DRAWING_PORT, '*', [...event.ports]);
});
