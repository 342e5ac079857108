import { type BrowserWindow, dialog } from 'electron';

const RELOAD = 1;

/**
 * Asks whether a page that does not answer is to be loaded anew. It closes by itself, with "no", when `signal` aborts: the page came back.
 */
export async function askToReload(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window does not answer',
    detail:
      'Something keeps it busy. You can wait, or load the window anew: what you wrote is kept, up to the last second, and files stay as they were saved.',
    buttons: ['Wait', 'Load the Window Anew'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === RELOAD && !signal.aborted;
}
