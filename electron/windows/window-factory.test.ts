import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ app: { isPackaged: true }, made: [] as Record<string, unknown>[] }));
vi.mock('electron', () => ({
  app: electron.app,
  BrowserWindow: class {
    constructor(options: Record<string, unknown>) {
      electron.made.push(options);
    }
  },
}));

const { createWindow, webPreferences } = await import('./window-factory');

const session = { name: 'a session' } as never;

/** The settings of a page, all of them. A new one belongs here too. */
const TABLE = {
  session,
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
} as const;

describe('settings of a window', () => {
  it('are written out, the same for all but what each is for', () => {
    expect(webPreferences({ purpose: 'studio', session, preload: '/p.cjs' })).toEqual({
      ...TABLE,
      preload: '/p.cjs',
      javascript: true,
      devTools: false,
      backgroundThrottling: true,
    });
    expect(webPreferences({ purpose: 'draw', session, preload: '/d.cjs' })).toEqual({
      ...TABLE,
      preload: '/d.cjs',
      javascript: true,
      devTools: false,
      backgroundThrottling: false,
    });
    expect(webPreferences({ purpose: 'print', session })).toEqual({
      ...TABLE,
      javascript: false,
      devTools: false,
      backgroundThrottling: false,
    });
  });

  it('have developer tools outside of a package only', () => {
    electron.app.isPackaged = false;
    expect(webPreferences({ purpose: 'studio', session }).devTools).toBe(true);
    electron.app.isPackaged = true;
    expect(webPreferences({ purpose: 'studio', session }).devTools).toBe(false);
  });

  it('are those of the window that is made, which is hidden', () => {
    createWindow({ purpose: 'print', session });
    expect(electron.made).toHaveLength(1);
    expect(electron.made[0]).toMatchObject({
      show: false,
      webPreferences: webPreferences({ purpose: 'print', session }),
    });
  });

  it('hold for processes too: the sandbox is on before a page is made', () => {
    const source = readFileSync(new URL('./process-switches.ts', import.meta.url), 'utf8');
    expect(source).toContain('app.enableSandbox()');
    // The one switch that takes it back is never given by the program itself.
    expect(source).not.toMatch(
      /appendSwitch\(\s*'(?:no-sandbox|disable-web-security|enable-blink-features)'/,
    );
  });
});
