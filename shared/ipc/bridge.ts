import type {
  Answer,
  CallChannel,
  EventChannel,
  PayloadOf,
  ProgressOf,
  RequestOf,
  ResponseOf,
  TaskChannel,
} from './contract';

/** The part of a channel name before the dot: the area its function is found under. */
type AreaOf<K extends string> = K extends `${infer Area}.${string}` ? Area : never;

/** The part of a channel name after the dot: the name of its function. */
type NameOf<K extends string> = K extends `${string}.${infer Name}` ? Name : never;

/** `kit.changed` is told through `on.kitChanged`. */
type EventName<K extends string> = K extends `${infer Area}.${infer Name}`
  ? `${Area}${Capitalize<Name>}`
  : never;

/** The request may be left out where an empty one is valid. */
type Arguments<Request> =
  Record<never, never> extends Request ? readonly [request?: Request] : readonly [request: Request];

export type CallFunction<K extends CallChannel> = (
  ...args: Arguments<RequestOf<K>>
) => Promise<Answer<ResponseOf<K>>>;

/** A job under way. `cancel` may be called at any time; the answer then is an error with code `cancelled`. */
export interface RunningTask<Value> {
  readonly answer: Promise<Answer<Value>>;
  cancel(): void;
}

export type TaskFunction<K extends TaskChannel> = (
  request: RequestOf<K>,
  onProgress: (progress: ProgressOf<K>) => void,
) => RunningTask<ResponseOf<K>>;

/** Registers a handler and returns the function that takes it away again. */
export type Subscribe<K extends EventChannel> = (handler: (payload: PayloadOf<K>) => void) => () => void;

/**
 * What the preload puts on `window.staffwright`: one named function per channel, grouped by area, e.g. `staffwright.artifact.save(request)`.
 * Derived from the contract, so that a page can call exactly what the main process answers. Calls never reject for an expected failure: they
 * answer `{ ok: false, error }`.
 */
export type Bridge = {
  readonly [Area in AreaOf<CallChannel | TaskChannel>]: {
    readonly [K in Extract<CallChannel, `${Area}.${string}`> as NameOf<K>]: CallFunction<K>;
  } & {
    readonly [K in Extract<TaskChannel, `${Area}.${string}`> as NameOf<K>]: TaskFunction<K>;
  };
} & {
  readonly on: { readonly [K in EventChannel as EventName<K>]: Subscribe<K> };
};

/** The property of the page's global object that holds the {@link Bridge}. */
export const BRIDGE_NAME = 'staffwright';

/** Splits `kit.readMany` into the area and the function it is exposed under. */
export function bridgeName(channel: string): { readonly area: string; readonly name: string } {
  const dot = channel.indexOf('.');
  return { area: channel.slice(0, dot), name: channel.slice(dot + 1) };
}

/** The name of the subscribe function of an event: `kit.changed` becomes `kitChanged`. */
export function eventName(channel: string): string {
  const { area, name } = bridgeName(channel);
  return `${area}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * The doors between preload and main process. Everything passes one of these, with the channel as data, so that an unknown channel is refused
 * with a code like any other bad request instead of being dropped.
 */
export const TRANSPORT = {
  call: 'staffwright:call',
  task: 'staffwright:task',
  cancel: 'staffwright:cancel',
  progress: 'staffwright:progress',
  event: 'staffwright:event',
} as const;
