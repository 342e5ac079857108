import { app, BrowserWindow, type Session, type WebPreferences } from 'electron';
import type { Area } from '../settings/window-place';

/** What a window is for. Only the studio is ever shown. */
export type WindowPurpose = 'studio' | 'draw' | 'print';

export interface WindowPlan {
  readonly purpose: WindowPurpose;
  /** From `secureSession`. */
  readonly session: Session;
  /** Absolute path of the preload; the printing page has none. */
  readonly preload?: string;
  /** Where and how large; hidden windows may leave it out. */
  readonly area?: Area;
  /** Colour of the window before its page has painted, as CSS. */
  readonly background?: string;
}

/** Windows with page script. A printed document is made of strangers' texts and runs none. */
const SCRIPTED: Readonly<Record<WindowPurpose, boolean>> = { studio: true, draw: true, print: false };

/**
 * Every security setting of every window, written out: defaults differ between Electron versions. The table is what tests compare real
 * windows with.
 */
export function webPreferences(plan: WindowPlan): WebPreferences {
  return {
    session: plan.session,
    ...(plan.preload === undefined ? {} : { preload: plan.preload }),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
    enableWebSQL: false,
    navigateOnDragDrop: false,
    plugins: false,
    spellcheck: false,
    safeDialogs: true,
    disableDialogs: true,
    autoplayPolicy: 'document-user-activation-required',
    javascript: SCRIPTED[plan.purpose],
    devTools: !app.isPackaged,
    // A hidden page draws and prints at full speed.
    backgroundThrottling: plan.purpose === 'studio',
  };
}

/** The only place where a window is made; `guardAllContents` keeps its page what it is. It is hidden until its owner shows it. */
export function createWindow(plan: WindowPlan): BrowserWindow {
  return new BrowserWindow({
    ...(plan.area ?? { width: 1200, height: 900 }),
    show: false,
    ...(plan.background === undefined ? {} : { backgroundColor: plan.background }),
    ...(plan.purpose === 'studio' ? {} : { skipTaskbar: true, focusable: false, frame: false }),
    title: 'Staffwright',
    webPreferences: webPreferences(plan),
  });
}
