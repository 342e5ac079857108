import { watched } from '../workers/worker-bugs';
import type {
  BlockTexts,
  FromRenderer,
  Rendered,
  RenderJob,
  RichText,
  ToRenderer,
  TreeAnswer,
} from './render-protocol';

type AnyAnswer = Rendered | TreeAnswer | RichText | BlockTexts;

/** The renderer's thread as the window sees it. */
export interface RendererPort {
  post(message: ToRenderer): void;
  listen(listener: (message: FromRenderer) => void, failed: () => void): void;
  stop(): void;
}

export function rendererWorker(): RendererPort {
  const worker = watched(
    new Worker(new URL('./render.worker.ts', import.meta.url), {
      type: 'module',
      name: 'preview',
    }),
  );
  return {
    post: (message) => worker.postMessage(message),
    listen(listener, failed) {
      worker.onmessage = (event: MessageEvent<FromRenderer>) => listener(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        failed();
      };
    },
    stop: () => worker.terminate(),
  };
}

/** A block that takes longer is given up and its thread is ended, in milliseconds (limit of Markdown previews). */
const PATIENCE = 2000;
/** The first answer also waits for the thread to load. */
const FIRST_PATIENCE = 10_000;

/** Messages that are sent before those in front of them are answered: each way takes its time, and the thread does one after the other. */
const AHEAD = 16;

interface Waiting {
  readonly message: ToRenderer;
  readonly resolve: (result: AnyAnswer | null) => void;
}

/**
 * Draws blocks in a thread of its own, one after the other. A block that hangs costs its own drawing only: the thread is replaced and goes on
 * with the next one.
 */
export class RenderClient {
  private port: RendererPort | null = null;
  private queue: Waiting[] = [];
  /** What the thread has and has not answered, in the order it works on it. */
  private readonly underWay = new Map<number, Waiting>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lastId = 0;
  private warm = false;
  /** Texts that are opened from now on show formulas. */
  math = false;

  constructor(private readonly connect: () => RendererPort = rendererWorker) {}

  /** Resolves with what to show; a block that cannot be drawn in time is shown as source. */
  render(job: Omit<RenderJob, 'id'>): Promise<Rendered> {
    const id = ++this.lastId;
    return this.ask({ type: 'render', job: { ...job, id } }).then(
      (result) =>
        (result as Rendered | null) ?? {
          kind: 'source',
          reason: 'This passage takes too long to be laid out',
        },
    );
  }

  tree(path: string, text: string): Promise<TreeAnswer> {
    const id = ++this.lastId;
    return this.ask({ type: 'tree', id, path, text }).then(
      (result) =>
        (result as TreeAnswer | null) ?? {
          root: null,
          problem: { message: 'This file takes too long to be laid out', from: 0 },
        },
    );
  }

  /** A whole text for the clipboard; null when that takes too long. */
  rich(source: string): Promise<RichText | null> {
    return this.ask({ type: 'rich', id: ++this.lastId, source }) as Promise<RichText | null>;
  }

  /** The words of some blocks; null when that takes too long. Ask for few at a time: blocks to draw wait behind them. */
  words(sources: readonly string[]): Promise<BlockTexts | null> {
    return this.ask({ type: 'words', id: ++this.lastId, sources }) as Promise<BlockTexts | null>;
  }

  private ask(message: ToRenderer): Promise<AnyAnswer | null> {
    return new Promise((resolve) => {
      this.queue.push({ message, resolve });
      this.next();
    });
  }

  private next(): void {
    while (this.underWay.size < AHEAD) {
      const waiting = this.queue.shift();
      if (!waiting) break;
      this.underWay.set(idOf(waiting.message), waiting);
      this.open().post(waiting.message);
    }
    if (this.underWay.size > 0)
      this.timer ??= setTimeout(() => this.giveUp(), this.warm ? PATIENCE : FIRST_PATIENCE);
  }

  private open(): RendererPort {
    if (this.port) return this.port;
    const port = this.connect();
    port.listen(
      (message) => this.answered(message),
      () => this.giveUp(),
    );
    this.port = port;
    return port;
  }

  private answered(message: FromRenderer): void {
    const { id } = message;
    const answered = this.underWay.get(id);
    if (!answered) return;
    this.warm = true;
    this.underWay.delete(id);
    this.stopWaiting();
    answered.resolve(message.type === 'rendered' ? message.result : message.answer);
    this.next();
  }

  /** The first of those under way takes too long: it is given up, the others go to a fresh thread. */
  private giveUp(): void {
    this.port?.stop();
    this.port = null;
    this.warm = false;
    this.stopWaiting();
    const [hanging, ...others] = this.underWay.values();
    this.underWay.clear();
    this.queue.unshift(...others);
    hanging?.resolve(null);
    this.next();
  }

  private stopWaiting(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}

function idOf(message: ToRenderer): number {
  return message.type === 'render' ? message.job.id : message.id;
}
