/**
 * Stands in for `electron` in unit tests. Modules may import it; whoever uses it there should have taken the
 * part it needs as an argument, or belongs into a story under `e2e/`.
 */

function missing(path) {
  return new Proxy(() => undefined, {
    get: (_target, name) => {
      // Symbols and `then` are asked for by printing and by `await`, not by the code under test.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return missing(`${path}.${name}`);
    },
    apply: () => {
      throw new Error(`${path}() needs Electron. Pass it in as an argument, or test it in e2e/.`);
    },
    construct: () => {
      throw new Error(`new ${path}() needs Electron. Pass it in as an argument, or test it in e2e/.`);
    },
  });
}

export const app = missing('app');
export const BrowserWindow = missing('BrowserWindow');
export const clipboard = missing('clipboard');
export const contextBridge = missing('contextBridge');
export const crashReporter = missing('crashReporter');
export const dialog = missing('dialog');
export const ipcMain = missing('ipcMain');
export const ipcRenderer = missing('ipcRenderer');
export const Menu = missing('Menu');
export const MenuItem = missing('MenuItem');
export const MessageChannelMain = missing('MessageChannelMain');
export const nativeImage = missing('nativeImage');
export const nativeTheme = missing('nativeTheme');
export const net = missing('net');
export const Notification = missing('Notification');
export const powerMonitor = missing('powerMonitor');
export const protocol = missing('protocol');
export const screen = missing('screen');
export const session = missing('session');
export const shell = missing('shell');
export const utilityProcess = missing('utilityProcess');
export const webContents = missing('webContents');
export const webFrameMain = missing('webFrameMain');
