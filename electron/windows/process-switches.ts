import { app } from 'electron';

/** Switches that open the engine to others or take a wall down. Arguments of a start are untrusted: a link or a file manager may pass them. */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'enable-blink-features',
  'host-resolver-rules',
  'host-rules',
  'proxy-server',
  'proxy-pac-url',
  'log-net-log',
  'auth-server-whitelist',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
] as const;

/** Needed by root only, for whom the engine's sandbox does not start. */
const ROOT_ONLY = ['no-sandbox', 'disable-setuid-sandbox', 'no-zygote'] as const;

/** Electron 25 sets these itself, before any code of ours runs; they count only where somebody wrote them. `file:` never loads either way. */
const SET_BY_ENGINE: readonly string[] = ['allow-file-access-from-files'];

export interface SwitchesGiven {
  /** Development and tests debug the program; a release is never opened to anybody. */
  readonly isPackaged: boolean;
  readonly isRoot: boolean;
  readonly has: (name: string) => boolean;
  /** What the program was started with, as it was written. */
  readonly argv: readonly string[];
}

/** The first switch with which a released program does not start, or null. */
export function refusedSwitch({ isPackaged, isRoot, has, argv }: SwitchesGiven): string | null {
  if (!isPackaged) return null;
  const given = (name: string): boolean =>
    has(name) && (!SET_BY_ENGINE.includes(name) || argv.some((arg) => isSwitch(arg, name)));
  return [...REFUSED, ...(isRoot ? [] : ROOT_ONLY)].find(given) ?? null;
}

/** Chromium knows one dash and two, on Windows a slash, and any capitals there. */
function isSwitch(argument: string, name: string): boolean {
  const [, written = ''] = /^(?:--?|\/)([^=]*)/.exec(argument) ?? [];
  return written.toLowerCase() === name;
}

/**
 * Switches of the browser engine, before it starts. Every host name resolves to nothing, so that a request which passed every other wall still
 * reaches no machine; the rest turns off what the engine would do on its own.
 */
export function applyProcessSwitches(): void {
  const { commandLine } = app;
  // It takes `--no-sandbox` back, which only a launcher gives that has to run as root; there the engine then refuses to start.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'dns-prefetch-disable',
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
}
