import { protocol } from 'electron';

/** Pages, scripts and pictures come from this scheme only; `file:` is never loaded. */
export const APP_SCHEME = 'app';

/** Hosts of the scheme: each is an origin of its own, so that no page reaches another's storage. */
export type AppHost = 'studio' | 'draw' | 'print' | 'kit';

/** The origin of the one page that has a bridge. */
export const STUDIO_ORIGIN = `${APP_SCHEME}://studio`;

/** Where a page of the built renderer is found, e.g. `app://studio/index.html`. */
export function pageAddress(host: AppHost, page: string): string {
  return `${APP_SCHEME}://${host}/${page}`;
}

/**
 * Declares the scheme. Must run before the app is ready. Fetch is allowed together with CORS only; the scheme neither bypasses a page policy
 * nor serves service workers.
 */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        stream: false,
      },
    },
  ]);
}
