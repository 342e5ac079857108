/** What a thread's error event tells; the script that could not be loaded at all tells nothing. */
export type WorkerBug = Partial<Pick<ErrorEvent, 'message' | 'filename' | 'lineno' | 'colno'>>;

/** Who is told of errors that nobody caught in a thread; nobody before the page is connected. */
let tell: ((bug: WorkerBug) => void) | null = null;

/** Has the bugs of all threads told from here on. One listener; the last one given counts. */
export function hearWorkerBugs(listener: (bug: WorkerBug) => void): void {
  tell = listener;
}

/** A new thread whose bugs are heard. That who started it goes on without it, or starts another, does not keep them quiet. */
export function watched<Thread extends Pick<Worker, 'addEventListener'>>(thread: Thread): Thread {
  thread.addEventListener('error', (event) => tell?.(event));
  return thread;
}
