import { Value } from '@sinclair/typebox/value';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validators } from '../../shared/generated/ipc-validators';
import { ok } from '../../shared/util/result';
import { Dispatcher } from '../ipc/dispatch';
import type { Handlers } from '../ipc/handlers';
import { ASKED, goodRequest, placesOf, valuesOf, withValue } from '../ipc/messages.test-support';

/** Messages per channel; `STAFFWRIGHT_TORTURE` sends the 10,000 that are asked for. */
const LONG = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0;
const MESSAGES = LONG ? 10_000 : 150;

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  key: fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'kitId', 'path', 'text', 'toString'),
  ),
});

describe.each(ASKED.map((asked) => [asked.channel, asked] as const))('%s', (channel, asked) => {
  it('runs for what the contract allows and answers all else with a code', async () => {
    let ran = 0;
    const noting = Object.fromEntries(
      ASKED.map((one) => [
        one.channel,
        async () => {
          ran++;
          return ok({});
        },
      ]),
    ) as unknown as Handlers;
    const door = new Dispatcher({ handlers: noting, validators, onBug: () => undefined });
    const good = goodRequest(asked);
    const places = placesOf(asked.request);
    const spoilt = fc
      .tuple(fc.constantFrom(...places), anything)
      .map(([{ keys }, value]) => withValue(good, keys, value)?.request ?? value);
    const messages = fc.oneof(
      valuesOf(asked.request),
      anything,
      spoilt,
      fc.tuple(spoilt, fc.string(), anything).map(([request, key, value]) => {
        const isObject = typeof request === 'object' && request !== null && !Array.isArray(request);
        return isObject ? { ...request, [key]: value } : [request, value];
      }),
    );
    const before = Object.getOwnPropertyNames(Object.prototype).sort().join();
    let job = 0;
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        ran = 0;
        const answer =
          asked.type === 'call'
            ? await door.call(channel, message)
            : await door.task(channel, `j${++job}`, message, () => undefined);
        const allowed = isPlain(message) && Value.Check(asked.request, message);
        expect([ran, answer.ok || answer.error.code === 'bad-response']).toEqual([allowed ? 1 : 0, allowed]);
      }),
      { numRuns: MESSAGES, ...(LONG ? {} : { seed: 20_240 }) },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(before);
  }, 600_000);
});

/** What a message can be after it was copied into another process: the door refuses all that has a prototype of its own. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return !['function', 'symbol', 'bigint'].includes(typeof value);
  if (Array.isArray(value)) return value.every(isPlain);
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}
