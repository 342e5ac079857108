import type { AppHost } from './app-scheme';

type Directives = Readonly<Record<string, string>>;

const CLOSED: Directives = {
  'default-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
};

/** Where a page of a host reports what its policy refused; only the number and the directives are kept. */
export const REPORT_PATH = '/refused';

/** CodeMirror and Mermaid write style elements, so inline style is allowed; eval, inline script and foreign origins never are. */
const POLICIES: Readonly<Record<AppHost, Directives>> = {
  studio: {
    ...CLOSED,
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' app://kit data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'worker-src': "'self'",
    // Text becomes script nowhere; `renderer/trusted-types.ts` is the one policy.
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
    'report-uri': REPORT_PATH,
  },
  // Draws texts of strangers: it may load our own files and nothing else.
  draw: {
    ...CLOSED,
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': 'data:',
    'font-src': "'self' data:",
    // Markup is written here; `renderer/draw/trusted-types.ts` lets nothing else pass. The sanitizer brings a policy of its own.
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default dompurify',
    'report-uri': REPORT_PATH,
  },
  // Printed with page script off; the policy says so a second time.
  print: {
    ...CLOSED,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'report-uri': REPORT_PATH,
  },
  // A picture of a kit opened as a document: an SVG may style itself and nothing more.
  kit: { ...CLOSED, 'style-src': "'unsafe-inline'", sandbox: '' },
};

/** The Content-Security-Policy header of a host's pages, from `default-src 'none'`. */
export function pagePolicy(host: AppHost): string {
  return Object.entries(POLICIES[host])
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}
