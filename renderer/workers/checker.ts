import type { CheckedFile, FromChecker, Meaning, ToChecker } from './check-protocol';

/** The two ends that a worker and a loop in the same thread have in common. */
export interface CheckerPort {
  post(message: ToChecker): void;
  /** Set once, before anything is posted. */
  listen(listener: (message: FromChecker) => void, failed: (reason: string) => void): void;
}

/** Starts the checker in a thread of its own. */
export function workerPort(): CheckerPort {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), {
    type: 'module',
    name: 'checker',
  });
  return {
    post: (message) => worker.postMessage(message),
    listen(listener, failed) {
      worker.onmessage = (event: MessageEvent<FromChecker>) => listener(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        failed(event.message || 'The checker could not be started');
      };
    },
  };
}

/**
 * The window's side of the checker. Starts the worker when a kit opens first, numbers the runs so that results of an earlier kit are dropped,
 * and matches answers to questions.
 */
export class Checker {
  private port: CheckerPort | null = null;
  private run = 0;
  private question = 0;
  private readonly answers = new Map<number, (meaning: Meaning) => void>();

  constructor(
    private readonly connect: () => CheckerPort,
    private readonly onMessage: (message: Exclude<FromChecker, { type: 'meaning' }>) => void,
    private readonly onFailure: (reason: string) => void,
  ) {}

  start(name: string): void {
    this.run++;
    this.send({ type: 'start', run: this.run, name });
  }

  /** Results of what is open now are no longer wanted. */
  stop(): void {
    this.run++;
  }

  set(files: readonly CheckedFile[]): void {
    if (files.length > 0) this.send({ type: 'set', run: this.run, files });
  }

  remove(paths: readonly string[]): void {
    if (paths.length > 0) this.send({ type: 'remove', run: this.run, paths });
  }

  recheck(): void {
    this.send({ type: 'recheck', run: this.run });
  }

  /** What a text is taken for under a path, and what it means. */
  meaning(path: string, text: string): Promise<Meaning> {
    const id = ++this.question;
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.send({ type: 'meaning', id, path, text });
    });
  }

  private send(message: ToChecker): void {
    if (!this.port) {
      this.port = this.connect();
      this.port.listen(
        (arrived) => this.receive(arrived),
        (reason) => this.onFailure(reason),
      );
    }
    this.port.post(message);
  }

  private receive(message: FromChecker): void {
    if (message.type === 'meaning') {
      this.answers.get(message.id)?.({ kind: message.kind, blocks: message.blocks });
      this.answers.delete(message.id);
      return;
    }
    if (message.type === 'reports' && message.run !== this.run) return;
    this.onMessage(message);
  }
}
