import type { PageError } from '../../shared/ipc/payloads';
import { errorName, knownErrorName, stackPlaces } from '../../shared/ipc/stack-places';
import type { Host } from './host';

/** What is told to the log at most in one life of the page: a bug that comes with every key must not be all it holds. */
const MOST = 50;

let tell: ((bug: PageError) => void) | null = null;

/** Notes a bug in the log of the program: its class and where in our scripts it was, never its message. Does nothing before the page is connected. */
export function noteBug(what: PageError['what'], error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  tell?.({ what, error: errorName(error), places: stackPlaces(stack, (file) => file.endsWith('.js')) });
}

/** Notes a bug in a thread of the page, of which only a message, a script and a place cross over. */
export function noteWorkerBug(
  bug: Partial<Pick<ErrorEvent, 'message' | 'filename' | 'lineno' | 'colno'>>,
): void {
  const { message = '', filename = '', lineno = 0, colno = 0 } = bug;
  const [, name = ''] = /^Uncaught ([A-Za-z]+)\b/.exec(message) ?? [];
  const places = stackPlaces(`at ${filename}:${lineno}:${colno}`, (file) => file.endsWith('.js'));
  tell?.({ what: 'worker', error: knownErrorName(name), places });
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
