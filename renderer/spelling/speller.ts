import type { Settings } from '../../shared/ipc/payloads';
import { watched } from '../workers/worker-bugs';
import type { FromSpeller, SpellerPort } from './spell-protocol';

/** Starts the dictionaries in a thread of their own: neither typing nor the checks wait for them. */
export function spellWorkerPort(): SpellerPort {
  const worker = watched(
    new Worker(new URL('./spell.worker.ts', import.meta.url), {
      type: 'module',
      name: 'speller',
    }),
  );
  return {
    post: (message) => worker.postMessage(message),
    listen(listener, failed) {
      worker.onmessage = (event: MessageEvent<FromSpeller>) => listener(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        failed(event.message || 'The dictionaries could not be loaded');
      };
    },
  };
}

/** Who declares words right: the user everywhere, the kit in its file, the kit by what it calls its people and things. */
export type WordSource = 'mine' | 'kit' | 'names';

/** Verdicts that are kept; a text has a few thousand different words. */
const MOST_KEPT = 50_000;

/**
 * The window's side of spelling. Starts the thread when the first word is asked about, keeps what is known of each word, and tells its
 * listeners when that no longer holds: another language, other accepted words.
 */
export class Speller {
  private port: SpellerPort | null = null;
  private language: Settings['spelling'] = 'off';
  private readonly given = new Map<WordSource, readonly string[]>();
  private accepted: readonly string[] = [];
  private broken = false;
  private question = 0;
  private generation = 0;
  private readonly known = new Map<string, boolean>();
  private readonly asked = new Map<number, (words: readonly string[]) => void>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly connect: () => SpellerPort,
    private readonly onFailure: (reason: string) => void,
  ) {}

  get on(): boolean {
    return this.language !== 'off' && !this.broken;
  }

  setLanguage(language: Settings['spelling']): void {
    if (language === this.language) return;
    this.language = language;
    this.broken = false;
    if (language !== 'off') this.port?.post({ type: 'language', language });
    this.renewed();
  }

  /** Words of one source, which are right whatever the dictionary says, in place of those it gave before. */
  accept(source: WordSource, words: readonly string[]): void {
    this.given.set(source, words);
    const now = [...new Set([...this.given.values()].flat())].sort();
    if (now.length === this.accepted.length && now.every((word, i) => word === this.accepted[i])) return;
    this.accepted = now;
    this.port?.post({ type: 'accept', words: now });
    this.renewed();
  }

  acceptedFrom(source: WordSource): readonly string[] {
    return this.given.get(source) ?? [];
  }

  /** Whether a word is right, as far as it is known already; null when it has to be asked for. */
  verdict(word: string): boolean | null {
    return this.on ? (this.known.get(word) ?? null) : true;
  }

  /** Finds out about words; false when the answer came too late to be of use. */
  async learn(words: readonly string[]): Promise<boolean> {
    const { generation } = this;
    if (!this.on) return false;
    const unknown = [...new Set(words)].filter((word) => !this.known.has(word));
    if (unknown.length === 0) return true;
    const wrong = new Set(await this.ask('check', unknown));
    if (generation !== this.generation) return false;
    if (this.known.size > MOST_KEPT) this.known.clear();
    for (const word of unknown) this.known.set(word, !wrong.has(word));
    return true;
  }

  /** What could have been meant by a word, the likeliest first. */
  suggest(word: string): Promise<readonly string[]> {
    return this.on ? this.ask('suggest', word) : Promise.resolve([]);
  }

  /** Called whenever verdicts given before no longer hold. Returns the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private renewed(): void {
    this.generation++;
    this.known.clear();
    for (const listener of this.listeners) listener();
  }

  private ask(type: 'check', words: readonly string[]): Promise<readonly string[]>;
  private ask(type: 'suggest', word: string): Promise<readonly string[]>;
  private ask(type: 'check' | 'suggest', about: readonly string[] | string): Promise<readonly string[]> {
    const port = this.port ?? this.start();
    const id = ++this.question;
    return new Promise((resolve) => {
      this.asked.set(id, resolve);
      port.post(
        type === 'check'
          ? { type, id, words: about as readonly string[] }
          : { type: 'suggest', id, word: about as string },
      );
    });
  }

  private start(): SpellerPort {
    const port = this.connect();
    port.listen(
      ({ id, words }) => {
        this.asked.get(id)?.(words);
        this.asked.delete(id);
      },
      (reason) => {
        for (const answer of this.asked.values()) answer([]);
        this.asked.clear();
        // Without a dictionary nothing is marked; another language is another try.
        this.broken = true;
        this.renewed();
        this.onFailure(reason);
      },
    );
    if (this.language !== 'off') port.post({ type: 'language', language: this.language });
    port.post({ type: 'accept', words: this.accepted });
    this.port = port;
    return port;
  }
}
