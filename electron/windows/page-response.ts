import type { AppHost } from './app-scheme';
import { pagePolicy } from './page-policy';

/** Types of what the built renderer consists of; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** The media type of a file of ours by its ending, or null when it is not one that pages load. */
export function contentType(path: string): string | null {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? null;
}

/** An answer of our scheme: with the page policy of its host, and a type the browser must believe. */
export function pageResponse(host: AppHost, body: Uint8Array | string, type: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status: 200,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': pagePolicy(host),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    },
  });
}

/** What everything gets that is not on a list: no reason, no body. */
export function notFound(): Response {
  return new Response(null, {
    status: 404,
    headers: { 'Content-Security-Policy': pagePolicy('kit'), 'X-Content-Type-Options': 'nosniff' },
  });
}
