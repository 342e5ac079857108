import type { PageError } from '../../shared/ipc/payloads';
import { errorName, stackPlaces } from '../../shared/ipc/stack-places';
import type { Host } from './host';

/** What is told to the log at most in one life of the page: a bug that comes with every key must not be all it holds. */
const MOST = 50;

let tell: ((bug: PageError) => void) | null = null;

/** Notes a bug in the log of the program: its class and where in our scripts it was, never its message. Does nothing before the page is connected. */
export function noteBug(what: PageError['what'], error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  tell?.({ what, error: errorName(error), places: stackPlaces(stack, (file) => file.endsWith('.js')) });
}

/** Tells of every bug of the page from here on: errors nobody caught, and those that panes note. */
export function watchBugs(host: Host, page: Pick<Window, 'addEventListener'>): void {
  let told = 0;
  tell = (bug) => {
    if (++told <= MOST) void host.call('diagnostics.note', bug);
  };
  page.addEventListener('error', (event) => noteBug('exception', (event as ErrorEvent).error));
  page.addEventListener('unhandledrejection', (event) =>
    noteBug('promise', (event as PromiseRejectionEvent).reason),
  );
}
