import type { Page } from '@playwright/test';

/** A difference between what the studio keeps of the kit and what a fresh look at the disk gives. */
export interface Difference {
  readonly what: string;
  readonly kept: string;
  readonly fresh: string;
}

interface Heard {
  readonly type: string;
  readonly run?: number;
  readonly id?: number;
  readonly name?: string;
  readonly files?: readonly { readonly path: string; readonly text: string | null }[];
  readonly paths?: readonly string[];
  readonly reports?: readonly { readonly report: { readonly path: string } }[];
  readonly progress?: unknown;
  readonly answer?: unknown;
}

interface Probe {
  worker: Worker | null;
  run: number;
  name: string;
  busy: boolean;
  /** When something was last said on either side. */
  movedAt: number;
  /** Paths the checker was told of; true: with a text. */
  readonly told: Map<string, boolean>;
  readonly reports: Map<string, object>;
  ask(worker: Worker, run: number, query: object): Promise<unknown>;
  check(texts: readonly (readonly [string, string | null])[]): Promise<Difference[]>;
}

type Probed = typeof globalThis & { checkProbe: Probe };

/**
 * Listens to what the window tells its checker and what that answers, from before a kit is opened. Nothing of the window is changed by it; what
 * it heard can then be compared with a checker that is started anew and told nothing but what is on disk.
 */
export function installProbe(page: Page): Promise<void> {
  return page.evaluate(() => {
    const Native = Worker;
    const post = Native.prototype.postMessage as (this: Worker, message: unknown, more?: object) => void;
    const made = new WeakMap<Worker, readonly [string | URL, WorkerOptions | undefined]>();
    globalThis.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        made.set(this, [url, options]);
      }
    };
    const heardFrom = (worker: Worker, until: (message: Heard) => boolean) =>
      new Promise<void>((resolve) => {
        const listener = (event: MessageEvent<Heard>) => {
          if (!until(event.data)) return;
          worker.removeEventListener('message', listener);
          resolve();
        };
        worker.addEventListener('message', listener);
      });
    // What makes the checker work; the rest are questions.
    const told = new Set(['set', 'edit', 'remove', 'recheck', 'accept']);
    let question = -1;
    const probe: Probe = {
      worker: null,
      run: 0,
      name: '',
      busy: false,
      movedAt: 0,
      told: new Map(),
      reports: new Map(),
      // Numbers below zero are nobody else's.
      async ask(worker, run, query) {
        const id = question--;
        let answer: unknown = null;
        const answered = heardFrom(worker, (message) => {
          if (message.type !== 'answer' || message.id !== id) return false;
          answer = message.answer;
          return true;
        });
        post.call(worker, { type: 'ask', run, id, query });
        await answered;
        return answer;
      },
      async check(texts) {
        const [url, options] = (probe.worker && made.get(probe.worker)) ?? [];
        if (!probe.worker || url === undefined) throw new Error('No checker was heard of');
        const fresh = new Native(url, options);
        const reports = new Map<string, object>();
        const done = heardFrom(fresh, (message) => {
          for (const { report } of message.reports ?? []) reports.set(report.path, report);
          return message.type === 'reports' && message.progress === null;
        });
        post.call(fresh, { type: 'start', run: 1, name: probe.name });
        post.call(fresh, {
          type: 'set',
          run: 1,
          files: texts.map(([path, text]) => ({ path, text, version: 0 })),
        });
        await done;
        const found: Difference[] = [];
        const compare = (what: string, kept: unknown, anew: unknown) => {
          const [a, b] = [kept, anew].map((value) =>
            JSON.stringify(value ?? null, (key, inner) => (key === 'version' ? undefined : inner)),
          ) as [string, string];
          if (a === b) return;
          let at = 0;
          while (a[at] === b[at]) at++;
          const part = (text: string) => text.slice(Math.max(0, at - 200), at + 300);
          found.push({ what, kept: part(a), fresh: part(b) });
        };
        for (const path of new Set([...probe.reports.keys(), ...reports.keys()]))
          compare(`report of ${path}`, probe.reports.get(path), reports.get(path));
        const queries = [
          { type: 'symbols' },
          { type: 'names' },
          ...texts.filter(([, text]) => text !== null).map(([path]) => ({ type: 'outline', path })),
        ];
        for (const query of queries)
          compare(
            JSON.stringify(query),
            await probe.ask(probe.worker, probe.run, query),
            await probe.ask(fresh, 1, query),
          );
        fresh.terminate();
        return found;
      },
    };
    (globalThis as Probed).checkProbe = probe;
    const answered = (message: Heard) => {
      probe.movedAt = performance.now();
      if (message.type !== 'reports' || message.run !== probe.run) return;
      for (const { report } of message.reports ?? []) probe.reports.set(report.path, report);
      probe.busy = message.progress !== null;
    };
    Native.prototype.postMessage = function postMessage(this: Worker, message: Heard, more?: object) {
      if (message?.type === 'start' && typeof message.name === 'string') {
        if (probe.worker !== this)
          this.addEventListener('message', (event: MessageEvent<Heard>) => answered(event.data));
        probe.worker = this;
        probe.run = message.run ?? 0;
        probe.name = message.name;
        probe.told.clear();
        probe.reports.clear();
      } else if (this === probe.worker && message.run === probe.run && told.has(message.type)) {
        for (const { path, text } of message.files ?? []) probe.told.set(path, text !== null);
        for (const path of message.paths ?? []) {
          probe.told.delete(path);
          probe.reports.delete(path);
        }
        probe.busy = true;
      }
      if (this === probe.worker) probe.movedAt = performance.now();
      post.call(this, message, more);
    };
  });
}

/** Waits until the checker has nothing to do and nothing is about to be sent to it. */
export async function checkerIdle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { worker, busy, movedAt } = (globalThis as Probed).checkProbe;
      return worker !== null && !busy && performance.now() - movedAt > 600;
    },
    undefined,
    { timeout: 120_000, polling: 100 },
  );
}

/** Paths that the checker knows with their text, sorted. */
export function toldTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(globalThis as Probed).checkProbe.told]
      .filter(([, text]) => text)
      .map(([path]) => path)
      .sort(),
  );
}

/** Compares what the studio keeps of the kit with what a checker that is started now makes of these texts. */
export function compareWithFresh(
  page: Page,
  texts: readonly (readonly [string, string | null])[],
): Promise<Difference[]> {
  return page.evaluate((given) => (globalThis as Probed).checkProbe.check(given), texts);
}
