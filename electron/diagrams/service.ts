import { version as mermaidVersion } from 'mermaid/package.json';
import type { HostError } from '../../shared/ipc/contract';
import { DRAWING_LIMITS, type DrawingReply, type DrawnPicture, MAX_ATTEMPTS } from '../../shared/ipc/drawing';
import type { DrawRequest, DrawResponse } from '../../shared/ipc/payloads';
import { parseMermaid } from '../../shared/text/mermaid';
import { err, ok, type Result } from '../../shared/util/result';
import type { DrawingPage } from './drawing-page';
import { svgProblem } from './svg-check';
import { pictureKey, SvgStore } from './svg-store';

/** Draws Mermaid texts in a page of its own, one after the other, each at most once. */
export interface DiagramService {
  /**
   * The picture of a text. `diagram-syntax` when it is no diagram or over a limit, `diagram-timeout` when drawing took too long, `cancelled`
   * when the signal was raised before its turn came. A drawing under way is finished for others who want it.
   */
  draw(request: DrawRequest, signal?: AbortSignal): Promise<Result<DrawResponse, HostError>>;
  /** Gives the page back now, if nobody waits for a drawing: whoever goes on with something heavy needs its memory. The next drawing opens another. */
  rest(): void;
  /** Ends the page. Open requests answer `cancelled`. */
  dispose(): void;
}

export interface DiagramServiceOptions {
  /** Opens a hidden, sandboxed page and waits until it can draw. */
  readonly openPage: () => Promise<DrawingPage>;
  /** Where pictures survive a restart; null for memory only. */
  readonly cacheFolder: string | null;
  /** Milliseconds one drawing on screen may take; the limit of the security requirements unless a test says otherwise. */
  readonly timeLimit?: number;
  /** Milliseconds after the last drawing until the page is given back. */
  readonly idleTime?: number;
}

/** Loading the code for a type of diagram, which only happens once per page, may take this long. */
const PREPARE_LIMIT = 20_000;

/**
 * Nobody waits at a key for the pictures of a book, and a book must not lose one because the machine was busy: for print the time limit is so
 * many times longer.
 */
const PRINT_PATIENCE = 5;

type Drawn = Result<DrawnPicture, HostError>;

export function createDiagramService(options: DiagramServiceOptions): DiagramService {
  return new Service(options);
}

class Service implements DiagramService {
  private readonly store: SvgStore;
  private readonly timeLimit: number;
  private readonly idleTime: number;
  private readonly underWay = new Map<string, Promise<Drawn>>();
  private last: Promise<unknown> = Promise.resolve();
  private page: Promise<DrawingPage> | null = null;
  private idle: NodeJS.Timeout | null = null;
  private orders = 0;
  private disposed = false;
  private stop: () => void = () => undefined;

  constructor(private readonly options: DiagramServiceOptions) {
    this.store = new SvgStore(options.cacheFolder);
    this.timeLimit = options.timeLimit ?? DRAWING_LIMITS.milliseconds;
    this.idleTime = options.idleTime ?? 5 * 60_000;
  }

  async draw(request: DrawRequest, signal?: AbortSignal): Promise<Result<DrawResponse, HostError>> {
    const refusal = overLimit(request.source);
    if (refusal) return err(refusal);
    const key = pictureKey(request.source, request.theme, mermaidVersion);
    const known = await this.store.get(key);
    if (known) return ok(known);
    if (signal?.aborted || this.disposed) return cancelled();
    let job = this.underWay.get(key);
    if (!job) {
      job = this.enqueue(() => this.drawNow(request, key));
      this.underWay.set(key, job);
      void job.finally(() => this.underWay.delete(key));
    }
    return signal ? unlessRaised(job, signal) : job;
  }

  rest(): void {
    if (this.underWay.size === 0) this.dropPage();
  }

  dispose(): void {
    this.disposed = true;
    this.stop();
    this.dropPage();
  }

  private enqueue(work: () => Promise<Drawn>): Promise<Drawn> {
    const job = this.last.then(work, work);
    this.last = job;
    return job;
  }

  private async drawNow(request: DrawRequest, key: string): Promise<Drawn> {
    if (this.disposed) return cancelled();
    if (this.idle) clearTimeout(this.idle);
    const page = (await this.openPage()) ?? (await this.openPage());
    if (!page) {
      return err({
        code: 'internal',
        message: 'The page that draws diagrams could not be opened. Try again.',
      });
    }
    if (this.disposed) {
      this.dropPage();
      return cancelled();
    }
    const drawn = await this.order(page, request, key);
    this.idle = setTimeout(() => this.dropPage(), this.idleTime);
    this.idle.unref();
    if (!drawn.ok) return drawn;
    const problem = svgProblem(drawn.value.svg);
    if (problem !== null) {
      return err({
        code: 'diagram-syntax',
        message: `The diagram was drawn, but not in a form that may be shown: ${problem}.`,
      });
    }
    await this.store.put(key, drawn.value, request.passing === true);
    return drawn;
  }

  /** The page that is open, or a fresh one; null when it did not open. */
  private async openPage(): Promise<DrawingPage | null> {
    this.page ??= this.options.openPage();
    try {
      return await this.page;
    } catch {
      this.page = null;
      return null;
    }
  }

  private order(page: DrawingPage, request: DrawRequest, key: string): Promise<Drawn> {
    const id = ++this.orders;
    const limit = this.timeLimit * (request.theme === 'print' ? PRINT_PATIENCE : 1);
    let attempts = 0;
    return new Promise<Drawn>((resolve) => {
      let timer = setTimeout(() => finish(this.timedOut(PREPARE_LIMIT)), PREPARE_LIMIT);
      const finish = (result: Drawn) => {
        clearTimeout(timer);
        page.onReply(() => undefined);
        page.onGone(() => this.dropPage());
        this.stop = () => undefined;
        resolve(result);
      };
      this.stop = () => finish(cancelled());
      page.onGone(() => {
        this.dropPage();
        finish(
          err({
            code: 'diagram-syntax',
            message: 'Drawing this diagram brought the drawing page down. Make it smaller.',
          }),
        );
      });
      page.onReply((reply: DrawingReply) => {
        if (reply.type === 'ready' || reply.id !== id) return;
        if (reply.type === 'started') {
          if (++attempts > MAX_ATTEMPTS) return;
          clearTimeout(timer);
          timer = setTimeout(() => finish(this.timedOut(limit)), limit);
        } else if (reply.type === 'drawn') {
          finish(ok({ svg: reply.svg, width: reply.width, height: reply.height }));
        } else {
          const line = reply.line === null ? {} : { line: reply.line };
          finish(err({ code: 'diagram-syntax', message: reply.message, ...line }));
        }
      });
      page.send({
        type: 'draw',
        id,
        source: request.source,
        theme: request.theme,
        name: `d${key.slice(0, 10)}`,
      });
    });
  }

  /** The page may never answer again: it goes, and the next order opens a fresh one. */
  private timedOut(limit: number): Drawn {
    this.dropPage();
    return err({
      code: 'diagram-timeout',
      message: `The diagram took longer than ${limit / 1000} s and was stopped. Make it smaller or split it.`,
    });
  }

  private dropPage(): void {
    const page = this.page;
    this.page = null;
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    void page?.then((open) => open.destroy()).catch(() => undefined);
  }
}

/** Limits that need no drawing to be told. */
function overLimit(source: string): HostError | null {
  const bytes = Buffer.byteLength(source, 'utf8');
  if (bytes > DRAWING_LIMITS.bytes) {
    const limit = DRAWING_LIMITS.bytes / 1024;
    return {
      code: 'diagram-syntax',
      message: `The diagram is longer than ${limit} KB. Split it into several.`,
    };
  }
  if (source.trim() === '')
    return { code: 'diagram-syntax', message: 'There is no diagram here yet.', line: 1 };
  const { edges } = parseMermaid(source);
  if (edges.length > DRAWING_LIMITS.edges) {
    return {
      code: 'diagram-syntax',
      message: `The diagram has ${edges.length} connections; up to ${DRAWING_LIMITS.edges} are drawn. Split it into several.`,
    };
  }
  return null;
}

function cancelled(): Drawn {
  return err({ code: 'cancelled', message: 'Drawing was cancelled.' });
}

/** The job's result, or `cancelled` as soon as the signal is raised. Leaves no listener on the signal: one serves many drawings. */
function unlessRaised(job: Promise<Drawn>, signal: AbortSignal): Promise<Drawn> {
  if (signal.aborted) return Promise.resolve(cancelled());
  return new Promise((resolve, reject) => {
    const stop = () => resolve(cancelled());
    const done = () => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop, { once: true });
    job.then(resolve, reject).finally(done);
  });
}
