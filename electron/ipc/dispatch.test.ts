import { describe, expect, it } from 'vitest';
import { validators } from '../../shared/generated/ipc-validators';
import { type Channel, contract } from '../../shared/ipc/contract';
import { err, ok } from '../../shared/util/result';
import { Dispatcher } from './dispatch';
import type { Handlers } from './handlers';
import { ASKED, goodRequest } from './messages.test-support';

const HASH = 'a'.repeat(64);
/** A valid request of every channel. */
const VALID = Object.fromEntries(ASKED.map((one) => [one.channel, goodRequest(one)]));
const asked = Object.entries(contract).filter(([, entry]) => entry.type !== 'event');

/** A dispatcher whose handlers only note that they ran, and answer `answer`. */
function dispatcher(answer: unknown = {}, handlers: Partial<Handlers> = {}) {
  const ran: string[] = [];
  const bugs: string[] = [];
  const noting = Object.fromEntries(
    asked.map(([channel]) => [
      channel,
      async () => {
        ran.push(channel);
        return ok(answer);
      },
    ]),
  ) as unknown as Handlers;
  const made = new Dispatcher({
    handlers: { ...noting, ...handlers },
    validators,
    onBug: (channel) => bugs.push(channel),
  });
  const send = (channel: unknown, request: unknown) =>
    typeof channel === 'string' && contract[channel as Channel]?.type === 'task'
      ? made.task(channel, 'id-1', request, () => {})
      : made.call(channel, request);
  return { made, ran, bugs, send };
}

describe('the door for messages', () => {
  it.each([
    undefined,
    null,
    1,
    '',
    'kit',
    'kit.',
    'kit.nothing',
    'toString',
    '__proto__',
    'constructor',
    'kit.changed',
    ['kit.list'],
    {},
  ])('answers the unknown channel %j with a code', async (channel) => {
    const { made, ran } = dispatcher();
    expect(await made.call(channel, {})).toMatchObject({ ok: false, error: { code: 'unknown-channel' } });
    expect(await made.task(channel, 'id', {}, () => {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-channel' },
    });
    expect(ran).toEqual([]);
  });

  it('does not take a call for a job or a job for a call', async () => {
    const { made } = dispatcher();
    expect(await made.call('portfolio.export', VALID['portfolio.export'])).toMatchObject({
      error: { code: 'unknown-channel' },
    });
    expect(await made.task('kit.list', 'id', VALID['kit.list'], () => {})).toMatchObject({
      error: { code: 'unknown-channel' },
    });
  });

  it('refuses 65 MB of text and takes 63', async () => {
    const { made, ran } = dispatcher({ hash: HASH });
    const save = (size: number) =>
      made.call('artifact.save', { ...VALID['artifact.save'], text: 'x'.repeat(size) });
    expect(await save(65 * 1024 * 1024)).toMatchObject({ error: { code: 'too-large' } });
    expect(ran).toEqual([]);
    expect((await save(63 * 1024 * 1024)).ok).toBe(true);
  });

  it('refuses what is nested or listed without end before it is validated', async () => {
    const { made, ran } = dispatcher();
    let deep: unknown = 'x';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const cyclic: Record<string, unknown> = { kitId: 'k' };
    cyclic['self'] = cyclic;
    for (const request of [{ kitId: deep }, cyclic, { kitId: 'k', paths: new Array(200_000).fill('a.md') }]) {
      expect(await made.call('kit.list', request)).toMatchObject({ error: { code: 'too-large' } });
    }
    expect(ran).toEqual([]);
  });

  it('passes an expected failure on and hides a bug', async () => {
    const secret = 'the text of a user';
    const failing = dispatcher({}, { 'kit.list': async () => err({ code: 'not-found', message: 'gone' }) });
    expect(await failing.made.call('kit.list', { kitId: 'k' })).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'gone' },
    });
    const throwing = dispatcher(
      {},
      {
        'kit.list': async () => {
          throw new Error(secret);
        },
      },
    );
    const answer = await throwing.made.call('kit.list', { kitId: 'k' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(throwing.bugs).toEqual(['kit.list']);
  });

  it('does not let an answer out that is not what the contract says', async () => {
    const { made, bugs } = dispatcher({ nonsense: true });
    expect(await made.call('app.info', {})).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect(bugs).toEqual(['app.info']);
  });

  it('tells progress that fits, and none after a cancel', async () => {
    const progress = { step: 'read', done: 1, total: 2, label: 'a.md' } as const;
    const told: unknown[] = [];
    const { made, bugs } = dispatcher(
      {},
      {
        'portfolio.export': async (_request, { onProgress, signal }) => {
          onProgress(progress);
          onProgress({ ...progress, done: -1 });
          await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
          onProgress(progress);
          return err({ code: 'cancelled', message: 'cancelled' });
        },
      },
    );
    const answer = made.task('portfolio.export', 'job-1', VALID['portfolio.export'], (one) => told.push(one));
    const twice = await made.task('portfolio.export', 'job-1', VALID['portfolio.export'], () => {});
    expect(twice).toMatchObject({ error: { code: 'bad-request' } });
    made.cancel('other');
    made.cancel(42);
    made.cancel('job-1');
    expect(await answer).toMatchObject({ error: { code: 'cancelled' } });
    expect(told).toEqual([progress]);
    expect(bugs).toEqual(['portfolio.export']);
  });

  it('stops every job when the page is gone', async () => {
    const { made } = dispatcher(
      {},
      {
        'portfolio.export': (_request, { signal }) =>
          new Promise((resolve) =>
            signal.addEventListener('abort', () => resolve(err({ code: 'cancelled', message: 'cancelled' }))),
          ),
      },
    );
    const both = ['a', 'b'].map((id) =>
      made.task('portfolio.export', id, VALID['portfolio.export'], () => {}),
    );
    made.cancelAll();
    for (const answer of await Promise.all(both))
      expect(answer).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('checks events before they are told', () => {
    const { made, bugs } = dispatcher();
    expect(made.mayTell('kit.changed', { kitId: 'k', changes: [], lost: true })).toBe(true);
    expect(made.mayTell('command.run', { id: 'not a command!' })).toBe(false);
    expect(bugs).toEqual(['command.run']);
  });
});
