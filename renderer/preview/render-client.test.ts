import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RenderClient, type RendererPort } from './render-client';
import type { FromRenderer, ToRenderer } from './render-protocol';

/** Threads that answer every block at once, but for those that say "endless". */
function threads() {
  const made: { stopped: boolean; got: string[] }[] = [];
  const connect = (): RendererPort => {
    const thread = { stopped: false, got: [] as string[] };
    made.push(thread);
    let listener: (message: FromRenderer) => void = () => undefined;
    let hangs = false;
    return {
      post(message: ToRenderer) {
        if (message.type !== 'render') return;
        thread.got.push(message.job.source);
        // One thread does one after the other: behind one that hangs nothing is answered.
        hangs ||= message.job.source.includes('endless');
        if (hangs) return;
        setTimeout(() => {
          if (thread.stopped) return;
          listener({
            type: 'rendered',
            id: message.job.id,
            result: { kind: 'content', root: { type: 'root', children: [] } },
          });
        }, 1);
      },
      listen: (told) => {
        listener = told;
      },
      stop: () => {
        thread.stopped = true;
      },
    };
  };
  return { made, connect };
}

const block = (source: string) => ({ type: 'Paragraph', source, indent: 0, definitions: '', footnotes: {} });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a passage that hangs is given up after 2 s and shown as its source; its thread is ended, and the next ones are drawn', async () => {
  const { made, connect } = threads();
  const client = new RenderClient(connect);
  const first = client.render(block('fine'));
  await vi.advanceTimersByTimeAsync(5);
  expect(await first).toMatchObject({ kind: 'content' });

  let stuck: unknown = null;
  void client.render(block('endless')).then((result) => {
    stuck = result;
  });
  const next = client.render(block('fine again'));
  await vi.advanceTimersByTimeAsync(1999);
  expect(stuck).toBeNull();
  expect(made.map(({ stopped }) => stopped)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1);
  expect(stuck).toEqual({ kind: 'source', reason: 'This passage takes too long to be laid out' });
  await vi.advanceTimersByTimeAsync(5);
  expect(await next).toMatchObject({ kind: 'content' });
  expect(made).toEqual([
    { stopped: true, got: ['fine', 'endless', 'fine again'] },
    { stopped: false, got: ['fine again'] },
  ]);
});
