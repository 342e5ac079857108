import { watched } from '../workers/worker-bugs';

/** A thread that turns one HTML after the other into Markdown. */
export interface ConverterPort {
  post(html: string): void;
  /** Set once, before anything is posted. */
  listen(answered: (markdown: string | null) => void, failed: () => void): void;
  stop(): void;
}

function converterWorker(): ConverterPort {
  const worker = watched(
    new Worker(new URL('./clipboard.worker.ts', import.meta.url), {
      type: 'module',
      name: 'clipboard',
    }),
  );
  return {
    post: (html) => worker.postMessage(html),
    listen(answered, failed) {
      worker.onmessage = (event: MessageEvent<string | null>) => answered(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        failed();
      };
    },
    stop: () => worker.terminate(),
  };
}

/** HTML that takes longer is left as its plain text, in milliseconds; the start of the thread counts. */
const PATIENCE = 8000;

/** Turns HTML of the clipboard into Markdown in a thread of its own, which is ended when one does not come to an end. */
export class HtmlConverter {
  private port: ConverterPort | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly connect: () => ConverterPort = converterWorker) {}

  /** Null where the HTML says no more than its plain text, or cannot be converted. Waits for the one before it. */
  convert(html: string): Promise<string | null> {
    const answer = this.last.then(() => this.ask(html));
    this.last = answer;
    return answer;
  }

  private ask(html: string): Promise<string | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => giveUp(), PATIENCE);
      const done = (markdown: string | null) => {
        clearTimeout(timer);
        resolve(markdown);
      };
      const giveUp = () => {
        this.port?.stop();
        this.port = null;
        done(null);
      };
      this.port ??= this.connect();
      this.port.listen(done, giveUp);
      this.port.post(html);
    });
  }
}
