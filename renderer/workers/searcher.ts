import type { FromSearcher, SearchAnswer, SearchJob } from './search-protocol';
import { watched } from './worker-bugs';

/** A thread that looks through one text after the other. */
export interface SearchPort {
  post(job: SearchJob): void;
  /** Set once, before anything is posted. */
  listen(listener: (message: FromSearcher) => void, failed: () => void): void;
  stop(): void;
}

export function searchWorker(): SearchPort {
  const worker = watched(
    new Worker(new URL('./search.worker.ts', import.meta.url), {
      type: 'module',
      name: 'search',
    }),
  );
  return {
    post: (job) => worker.postMessage(job),
    listen(listener, failed) {
      worker.onmessage = (event: MessageEvent<FromSearcher>) => listener(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        failed();
      };
    },
    stop: () => worker.terminate(),
  };
}

/** An expression may take this long in one file, in milliseconds: one that tries all ways through a text would never end. */
export const PATIENCE = 250;
/** A thread that is not there by then does not come. */
const START_PATIENCE = 10_000;

/**
 * Looks through texts in a thread of its own, one at a time. An expression that does not come to an end costs the file it is stuck in: the
 * thread is ended, and another one goes on with the next file.
 */
export class Searcher {
  private port: SearchPort | null = null;
  private ready = false;
  private current: { readonly job: SearchJob; readonly resolve: (answer: SearchAnswer) => void } | null =
    null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly connect: () => SearchPort = searchWorker) {}

  /** Waits for the job before it. */
  search(job: SearchJob): Promise<SearchAnswer> {
    const answer = this.last.then(
      () =>
        new Promise<SearchAnswer>((resolve) => {
          this.current = { job, resolve };
          this.begin();
        }),
    );
    this.last = answer;
    return answer;
  }

  private begin(): void {
    if (!this.port) {
      const port = this.connect();
      this.port = port;
      port.listen(
        (message) => {
          if (this.port === port) this.receive(message);
        },
        () => {
          if (this.port === port) this.giveUp();
        },
      );
    }
    if (this.ready) this.post();
    else this.wait(START_PATIENCE);
  }

  private receive(message: FromSearcher): void {
    if (message.type === 'ready') {
      this.ready = true;
      if (this.current) this.post();
    } else this.settle({ kind: 'found', found: message.found });
  }

  private post(): void {
    if (!this.current) return;
    this.port?.post(this.current.job);
    this.wait(PATIENCE);
  }

  /** The window may have been busy itself: an answer that has arrived meanwhile is taken before the thread is ended. */
  private wait(patience: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = setTimeout(() => this.giveUp(), 0);
    }, patience);
  }

  private giveUp(): void {
    this.port?.stop();
    this.port = null;
    this.ready = false;
    this.settle({ kind: 'slow' });
  }

  private settle(answer: SearchAnswer): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { current } = this;
    this.current = null;
    current?.resolve(answer);
  }
}
