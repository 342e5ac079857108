import { type Session, session as sessions } from 'electron';
import { reportRefusal } from '../report-bug';
import { APP_SCHEME } from './app-scheme';
import { REPORT_PATH } from './page-policy';
import { notFound } from './page-response';
import { refusedDirective } from './policy-report';

/** Answers every request of our scheme in a session; `url` is parsed already. Throwing counts as not found. */
export type Serve = (url: URL) => Response | Promise<Response>;

/** What a page may load at all. `devtools:` only matters where DevTools can be opened, which packages do not allow. */
const OUR_SCHEMES = new Set([`${APP_SCHEME}:`, 'devtools:', 'blob:', 'data:']);

/** Schemes of the engine that have no business here: a second lock behind the refusal of each request, also for what is not asked by a page. */
const DEAD_SCHEMES = ['http', 'https', 'file'];

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
  // First of all: the engine begins to fetch a dictionary as soon as it may think that one is wanted.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = schemeOf(details.url);
    const allowed = OUR_SCHEMES.has(scheme);
    if (!allowed) {
      blocked++;
      // The scheme only: the rest of an address comes from a text.
      reportRefusal('request', /^[a-z]{1,20}:$/.test(scheme) ? scheme : 'unknown scheme');
    }
    answer({ cancel: !allowed });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  for (const scheme of DEAD_SCHEMES) session.protocol.handle(scheme, () => notFound());
  session.protocol.handle(APP_SCHEME, async (request) => {
    try {
      const url = new URL(request.url);
      // Each of our hosts has one spelling.
      if (url.port !== '' || url.username !== '' || url.password !== '') return notFound();
      if (request.method === 'POST' && url.pathname === REPORT_PATH) {
        reportRefusal(`page policy of ${url.host}`, refusedDirective(await request.text()));
        return new Response(null, { status: 204 });
      }
      return request.method === 'GET' ? await serve(url) : notFound();
    } catch {
      return notFound();
    }
  });
  return session;
}

function schemeOf(address: string): string {
  return address.slice(0, address.indexOf(':') + 1).toLowerCase();
}
