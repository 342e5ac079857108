import type { ContrastView } from '../../shared/packet/contrast/contrast';
import type { PacketView } from '../../shared/packet/packet-view';
import type { PlacedBlock } from '../../shared/preview/block-changes';
import type { AnswerTo, AssistQuery } from '../../shared/symbols/assist';
import type { SyntaxProblem } from '../../shared/text/data-tree';
import type {
  CheckedFile,
  ComposedKit,
  Contrasted,
  FromChecker,
  Meaning,
  ToChecker,
  Tried,
} from './check-protocol';
import { HeardBlocks } from './told-blocks';
import { watched } from './worker-bugs';

const NO_PORTFOLIO: ComposedKit = { outline: null, memo: null };

/** What a structured file means, as far as it could be read. */
export interface Drawn {
  readonly blocks: readonly PlacedBlock[];
  /** Why not all of it was read; null where it was. */
  readonly problem: SyntaxProblem | null;
}

/** The two ends that a worker and a loop in the same thread have in common. */
export interface CheckerPort {
  post(message: ToChecker): void;
  /** Set once, before anything is posted. */
  listen(listener: (message: FromChecker) => void, failed: (reason: string) => void): void;
}

/** Starts the checker in a thread of its own. */
export function workerPort(): CheckerPort {
  const worker = watched(
    new Worker(new URL('./check.worker.ts', import.meta.url), {
      type: 'module',
      name: 'checker',
    }),
  );
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
  private readonly drawings = new Map<number, (drawn: Drawn | null) => void>();
  private readonly heard = new HeardBlocks();
  private readonly composed = new Map<number, (kit: ComposedKit) => void>();
  private readonly asked = new Map<number, (answer: never) => void>();
  private readonly tries = new Map<number, (tried: Tried | null) => void>();
  private readonly packets = new Map<number, (view: PacketView | null) => void>();
  private readonly contrasts = new Map<number, (view: ContrastView | null) => void>();
  /** The version that was last sent of each open file. */
  private readonly sent = new Map<string, number>();

  constructor(
    private readonly connect: () => CheckerPort,
    private readonly onMessage: (
      message: Exclude<
        FromChecker,
        { type: 'meaning' | 'drawn' | 'answer' | 'tried' | 'portfolio' | 'packet' | 'contrast' }
      >,
    ) => void,
    private readonly onFailure: (reason: string) => void,
  ) {}

  start(name: string): void {
    this.run++;
    this.sent.clear();
    this.send({ type: 'start', run: this.run, name });
  }

  /** Results of what is open now are no longer wanted. */
  stop(): void {
    this.run++;
  }

  set(files: readonly CheckedFile[]): void {
    if (files.length === 0) return;
    for (const { path, version } of files) this.sent.set(path, version);
    this.send({ type: 'set', run: this.run, files });
  }

  /** Sends what was typed since version `base`. False when the checker was told of another version: then it needs the whole text. */
  edit(path: string, base: number, version: number, changes: unknown): boolean {
    if (base === 0 || this.sent.get(path) !== base) return false;
    this.sent.set(path, version);
    this.send({ type: 'edit', run: this.run, path, changes, version });
    return true;
  }

  remove(paths: readonly string[]): void {
    for (const path of paths) this.sent.delete(path);
    if (paths.length > 0) this.send({ type: 'remove', run: this.run, paths });
  }

  /** The kit's own standard of this content applies; with null the studio's own. */
  accept(content: string | null): void {
    this.send({ type: 'accept', run: this.run, content });
  }

  recheck(): void {
    this.send({ type: 'recheck', run: this.run });
  }

  /** True when the checker was told of a file, whatever its text. */
  knows(path: string): boolean {
    return this.sent.has(path);
  }

  /** The version of a file that the checker was told last; 0 when it came from disk or never. */
  version(path: string): number {
    return this.sent.get(path) ?? 0;
  }

  /** Asks about the symbols of the kit. Null too when another kit was opened meanwhile. */
  ask<Q extends AssistQuery>(query: Q): Promise<AnswerTo<Q> | null> {
    const id = ++this.question;
    const { run } = this;
    return new Promise((resolve) => {
      this.asked.set(id, (answer: AnswerTo<Q>) => resolve(run === this.run ? answer : null));
      this.send({ type: 'ask', run, id, query });
    });
  }

  /** What a structured file of the kit means; null too for all other files, and when another kit was opened meanwhile. */
  drawn(path: string): Promise<Drawn | null> {
    const id = ++this.question;
    const { run } = this;
    return new Promise((resolve) => {
      this.drawings.set(id, (drawn) => resolve(run === this.run ? drawn : null));
      this.send({ type: 'draw', run, id, path });
    });
  }

  /** What the kind of a file answers to a question of its view; null too when another kit was opened meanwhile. */
  tryOut(path: string, question: unknown): Promise<Tried | null> {
    const id = ++this.question;
    const { run } = this;
    return new Promise((resolve) => {
      this.tries.set(id, (tried) => resolve(run === this.run ? tried : null));
      this.send({ type: 'try', run, id, path, question });
    });
  }

  /** What the portfolio of the kit holds, and a cover memo if one is wanted. Nothing when another kit was opened meanwhile. */
  portfolio(
    composition: string | null,
    memo: { readonly template: string; readonly path: string } | null = null,
  ): Promise<ComposedKit> {
    const id = ++this.question;
    const { run } = this;
    return new Promise((resolve) => {
      this.composed.set(id, (kit) => resolve(run === this.run ? kit : NO_PORTFOLIO));
      this.send({ type: 'portfolio', run, id, composition, memo });
    });
  }

  /** How the packet stands as a whole; null too when another kit was opened meanwhile. */
  packet(): Promise<PacketView | null> {
    const id = ++this.question;
    const { run } = this;
    return new Promise((resolve) => {
      this.packets.set(id, (view) => resolve(run === this.run ? view : null));
      this.send({ type: 'packet', run, id });
    });
  }

  /** Lays files of a kind beside one of the kit, or beside nothing; null too when another kit was opened meanwhile. */
  contrast(own: string | null, files: Contrasted): Promise<ContrastView | null> {
    const id = ++this.question;
    const { run } = this;
    return new Promise((resolve) => {
      this.contrasts.set(id, (view) => resolve(run === this.run ? view : null));
      this.send({ type: 'contrast', run, id, own, files });
    });
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
        (reason) => {
          for (const answer of this.asked.values()) answer(null as never);
          for (const answer of this.drawings.values()) answer(null);
          this.drawings.clear();
          for (const answer of this.composed.values()) answer(NO_PORTFOLIO);
          this.composed.clear();
          for (const answer of this.tries.values()) answer(null);
          this.tries.clear();
          for (const answer of this.packets.values()) answer(null);
          this.packets.clear();
          for (const answer of this.contrasts.values()) answer(null);
          this.contrasts.clear();
          this.asked.clear();
          this.onFailure(reason);
        },
      );
    }
    this.port.post(message);
  }

  private receive(message: FromChecker): void {
    if (message.type === 'answer') {
      this.asked.get(message.id)?.(message.answer as never);
      this.asked.delete(message.id);
      return;
    }
    if (message.type === 'drawn') {
      const blocks = this.heard.hear(message.id, message);
      this.drawings.get(message.id)?.(blocks && { blocks, problem: message.problem });
      this.drawings.delete(message.id);
      return;
    }
    if (message.type === 'tried') {
      this.tries.get(message.id)?.({ version: message.version, answer: message.answer });
      this.tries.delete(message.id);
      return;
    }
    if (message.type === 'portfolio') {
      this.composed.get(message.id)?.({ outline: message.outline, memo: message.memo });
      this.composed.delete(message.id);
      return;
    }
    if (message.type === 'contrast') {
      this.contrasts.get(message.id)?.(message.view);
      this.contrasts.delete(message.id);
      return;
    }
    if (message.type === 'packet') {
      this.packets.get(message.id)?.(message.view);
      this.packets.delete(message.id);
      return;
    }
    if (message.type === 'meaning') {
      this.answers.get(message.id)?.({ kind: message.kind, blocks: message.blocks });
      this.answers.delete(message.id);
      return;
    }
    if ((message.type === 'reports' || message.type === 'standard') && message.run !== this.run) return;
    this.onMessage(message);
  }
}
