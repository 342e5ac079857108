import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FromSearcher, SearchJob } from './search-protocol';
import { PATIENCE, Searcher, type SearchPort } from './searcher';

let code = '';
let started = 0;

beforeAll(async () => {
  const built = await build({
    stdin: {
      contents: `import { parentPort } from 'node:worker_threads';
        import { runSearchJob } from './search-job';
        parentPort.on('message', (job) => parentPort.postMessage({ type: 'found', found: runSearchJob(job) }));
        parentPort.postMessage({ type: 'ready' });`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  code = built.outputFiles[0]?.text ?? '';
});

/** A real thread, because only one that can be ended ends an expression. */
function thread(): SearchPort {
  started++;
  const worker = new Worker(code, { eval: true });
  return {
    post: (job) => worker.postMessage(job),
    listen: (listener, failed) => {
      worker.on('message', (message: FromSearcher) => listener(message));
      worker.on('error', failed);
    },
    stop: () => void worker.terminate(),
  };
}

const job = (text: string, source: string): SearchJob => ({
  text,
  query: { text: source, regex: true, matchCase: true, wholeWord: false },
  replacement: null,
  limit: 10,
});

describe('searching in a thread', () => {
  it('gives up an expression that does not end, and goes on', async () => {
    let port: SearchPort | null = null;
    const searcher = new Searcher(() => {
      port = thread();
      return port;
    });
    const evil = '^(a+)+$';
    const before = await searcher.search(job('aaa', evil));
    expect(before).toMatchObject({ kind: 'found', found: { matches: [{ from: 0, to: 3 }] } });
    const began = performance.now();
    const [stuck, after] = await Promise.all([
      searcher.search(job(`${'a'.repeat(50)}!`, evil)),
      searcher.search(job('aa', evil)),
    ]);
    expect(stuck).toEqual({ kind: 'slow' });
    expect(after).toMatchObject({ kind: 'found', found: { matches: [{ from: 0, to: 2 }] } });
    expect(performance.now() - began).toBeGreaterThanOrEqual(PATIENCE);
    expect(started).toBe(2);
    (port as SearchPort | null)?.stop();
  });

  it.each([
    [PATIENCE - 1, 'found'],
    [PATIENCE, 'found'],
    [PATIENCE + 2, 'slow'],
  ])('gives an expression its time and no more: it takes %i ms', async (milliseconds, kind) => {
    vi.useFakeTimers();
    try {
      const searcher = new Searcher(() => {
        let tell: (message: FromSearcher) => void = () => undefined;
        return {
          // The thread's own work begins before the window waits for it.
          post: () =>
            void setTimeout(() => tell({ type: 'found', found: { matches: [], more: false } }), milliseconds),
          listen: (listener) => {
            tell = listener;
            setTimeout(() => listener({ type: 'ready' }));
          },
          stop: () => undefined,
        };
      });
      const answer = searcher.search(job('a', 'a'));
      await vi.advanceTimersByTimeAsync(1_000);
      expect((await answer).kind).toBe(kind);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not wait for a thread that breaks', async () => {
    const searcher = new Searcher(() => ({
      post: () => undefined,
      listen: (_, failed) => void setTimeout(failed),
      stop: () => undefined,
    }));
    expect(await searcher.search(job('a', 'a'))).toEqual({ kind: 'slow' });
  });
});
