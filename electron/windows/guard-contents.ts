import { app, type WebContents } from 'electron';

/**
 * Guards every page the engine makes, also one that no code of ours asked for. Must run before the app is ready.
 */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/**
 * Refuses everything by which a page could become another page: navigation of the page or a frame, redirects, new windows, webviews, dropped
 * files. Pages are only ever loaded by the main process, which none of these events report.
 */
function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
}
