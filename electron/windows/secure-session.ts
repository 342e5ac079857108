import { type Session, session as sessions } from 'electron';
import { APP_SCHEME } from './app-scheme';
import { notFound } from './page-response';

/** Answers every request of our scheme in a session; `url` is parsed already. Throwing counts as not found. */
export type Serve = (url: URL) => Response | Promise<Response>;

/** What a page may load at all. `devtools:` only matters where DevTools can be opened, which packages do not allow. */
const OUR_SCHEMES = new Set([`${APP_SCHEME}:`, 'devtools:', 'blob:', 'data:']);

let blocked = 0;

/** How many requests to anywhere else were refused since the start. Only the number is kept: addresses come from texts. */
export function blockedRequests(): number {
  return blocked;
}

/**
 * Makes a session that reaches nothing but our own scheme: no network, no permissions, no devices, no downloads, no dictionary. `name` null is
 * the default session; any other is kept in memory only and is new with each name.
 */
export function secureSession(name: string | null, serve: Serve): Session {
  const session = name === null ? sessions.defaultSession : sessions.fromPartition(name, { cache: false });
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = OUR_SCHEMES.has(schemeOf(details.url));
    if (!allowed) blocked++;
    answer({ cancel: !allowed });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return notFound();
    try {
      return await serve(new URL(request.url));
    } catch {
      return notFound();
    }
  });
  return session;
}

function schemeOf(address: string): string {
  return address.slice(0, address.indexOf(':') + 1).toLowerCase();
}
