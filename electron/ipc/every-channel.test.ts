import type { TSchema } from '@sinclair/typebox';
import { describe, expect, it, vi } from 'vitest';
import { validators } from '../../shared/generated/ipc-validators';
import { TRANSPORT } from '../../shared/ipc/bridge';
import { ok } from '../../shared/util/result';
import { STUDIO_ORIGIN } from '../windows/app-scheme';
import { Dispatcher } from './dispatch';
import type { Handlers } from './handlers';
import {
  ASKED,
  type AskedChannel,
  goodRequest,
  type Place,
  placesOf,
  withValue,
} from './messages.test-support';

/** The doors as Electron would hold them. */
const doors = vi.hoisted(() => new Map<string, (event: unknown, ...args: unknown[]) => unknown>());
vi.mock('electron', () => ({
  ipcMain: {
    handle: (name: string, door: (event: unknown) => unknown) => doors.set(name, door),
    on: (name: string, door: (event: unknown) => unknown) => doors.set(name, door),
  },
  protocol: {},
}));

const { register } = await import('./register');

const frame = (change: object = {}) => ({
  url: `${STUDIO_ORIGIN}/index.html`,
  processId: 7,
  routingId: 1,
  parent: null,
  ...change,
});
const page = { mainFrame: frame(), isDestroyed: () => false, send: () => undefined };

/** The doors before handlers that only note that they ran. */
function studio() {
  const ran: string[] = [];
  const noting = Object.fromEntries(
    ASKED.map(({ channel }) => [
      channel,
      async () => {
        ran.push(channel);
        return ok({});
      },
    ]),
  ) as unknown as Handlers;
  register(new Dispatcher({ handlers: noting, validators, onBug: () => undefined }), () => page as never);
  let jobs = 0;
  const send = (
    { channel, type }: AskedChannel,
    request: unknown,
    event: unknown = { sender: page, senderFrame: frame() },
  ) => {
    const door = doors.get(type === 'call' ? TRANSPORT.call : TRANSPORT.task);
    const args = type === 'call' ? [channel, request] : [channel, `job-${++jobs}`, request];
    return door?.(event, ...args) as Promise<{ readonly ok: boolean; readonly error?: { code: string } }>;
  };
  return { ran, send };
}

const FOREIGN: readonly (readonly [string, unknown])[] = [
  ['a subframe', { sender: page, senderFrame: frame({ parent: frame(), routingId: 2 }) }],
  ['a subframe that says it is the main one', { sender: page, senderFrame: frame({ parent: frame() }) }],
  ['a page of a foreign origin', { sender: page, senderFrame: frame({ url: 'https://example.org/' }) }],
  ['the origin of kit pictures', { sender: page, senderFrame: frame({ url: 'app://kit/k/a.svg' }) }],
  ['a dead frame', { sender: page, senderFrame: null }],
  [
    'a frame that is going away',
    {
      sender: page,
      get senderFrame() {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed');
      },
    },
  ],
  ['another window', { sender: { ...page }, senderFrame: frame() }],
  ['a closed window', { sender: { ...page, isDestroyed: () => true }, senderFrame: frame() }],
  ['nobody', {}],
];

/** Values that are wrong at a place, by what is expected there. */
function wrongValues({ schema, keys }: Place): unknown[] {
  const others: readonly unknown[] = [
    undefined,
    null,
    true,
    0,
    -1,
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    'text',
    '\0',
    '..',
    '../a.md',
    'a/../../b.md',
    './a.md',
    'a//b.md',
    'a/',
    '/etc/passwd',
    'a\0.md',
    [],
    {},
    [[]],
    new Date(0),
    new Map(),
    () => 0,
    10n,
    JSON.parse('{"__proto__": {"polluted": true}}'),
  ];
  return others.filter(
    (value) => !isRight(schema, value) && !(value === undefined && isOptional(schema, keys)),
  );
}

/** Leaving a key out and giving it as undefined are the same after a message was copied. */
function isOptional(schema: TSchema, keys: readonly unknown[]): boolean {
  return (
    keys.length > 0 && Object.getOwnPropertySymbols(schema).some((symbol) => /Optional/.test(String(symbol)))
  );
}

/** A second opinion on simple values, written apart from the validators. */
function isRight(schema: TSchema, value: unknown): boolean {
  if ('const' in schema) return value === schema['const'];
  if ('anyOf' in schema) return (schema['anyOf'] as TSchema[]).some((one) => isRight(one, value));
  const { type, minimum = -Infinity, maximum = Infinity, minItems = 0, required = [] } = schema;
  switch (type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
    case 'integer': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return false;
      return value >= minimum && value <= maximum && (type === 'number' || Number.isInteger(value));
    }
    case 'string': {
      if (typeof value !== 'string' || value.length < (schema['minLength'] ?? 0)) return false;
      return schema['pattern'] === undefined || new RegExp(schema['pattern']).test(value);
    }
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= minItems &&
        value.every((item) => isRight(schema['items'], item))
      );
    default:
      return (
        typeof value === 'object' &&
        value !== null &&
        Object.getPrototypeOf(value) === Object.prototype &&
        Object.keys(value).length === 0 &&
        !Array.isArray(value) &&
        (required as string[]).length === 0
      );
  }
}

describe.each(ASKED.map((asked) => [asked.channel, asked] as const))('%s', (channel, asked) => {
  const good = goodRequest(asked);
  const places = placesOf(asked.request);

  it('runs for a good request of our page', async () => {
    const { ran, send } = studio();
    await send(asked, good);
    expect(ran).toEqual([channel]);
  });

  it.each(FOREIGN)('does not listen to %s', async (_who, event) => {
    const { ran, send } = studio();
    expect(await send(asked, good, event)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(ran).toEqual([]);
  });

  it('refuses what is of a wrong type, at every place of a request', async () => {
    const { ran, send } = studio();
    const let_through: string[] = [];
    for (const place of places) {
      for (const value of wrongValues(place)) {
        const spoilt = withValue(good, place.keys, value);
        if (spoilt === null) continue;
        const { ok: passed } = await send(asked, spoilt.request);
        if (passed) let_through.push(`${place.keys.join('.')} = ${String(value)}`);
      }
    }
    expect(let_through).toEqual([]);
    expect(ran).toEqual([]);
  });

  it('refuses keys that were not agreed, at every place of a request', async () => {
    const { ran, send } = studio();
    for (const { keys } of places) {
      const at = keys.reduce<unknown>(
        (value, key) => (value as Record<string | number, unknown>)?.[key],
        good,
      );
      if (typeof at !== 'object' || at === null || Array.isArray(at)) continue;
      const extra = { ...at, 'not agreed': 1 };
      const polluting = Object.assign(JSON.parse('{"__proto__": {"polluted": true}}'), at);
      const deep = JSON.parse('{"constructor": {"prototype": {"polluted": true}}}');
      for (const value of [extra, polluting, { ...at, ...deep }]) {
        expect(await send(asked, withValue(good, keys, value)?.request)).toMatchObject({ ok: false });
      }
    }
    expect(ran).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses 65 MB, in one text, in many, and nested without end', async () => {
    const { ran, send } = studio();
    const huge = 'x'.repeat(65 * 1024 * 1024);
    const nested = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 'x');
    for (const { keys } of [{ keys: ['not agreed'] }, ...places.filter(({ keys: at }) => at.length === 1)]) {
      const [key = ''] = keys;
      for (const value of [huge, new Array(70_000).fill('x'.repeat(1000)), nested]) {
        const answer = await send(asked, { ...good, [key]: value });
        expect(answer).toMatchObject({ ok: false, error: { code: 'too-large' } });
      }
    }
    expect(ran).toEqual([]);
  });

  it('refuses a request that is none', async () => {
    const { ran, send } = studio();
    for (const request of [undefined, null, 1, Number.NaN, 'text', true, [], [good], () => good, new Map()]) {
      expect(await send(asked, request)).toMatchObject({ ok: false });
    }
    expect(ran).toEqual([]);
  });
});
