import type { ValidateFunction } from '../../shared/generated/ipc-validators';
import {
  type Answer,
  type CallChannel,
  type Channel,
  contract,
  type ErrorCode,
  type EventChannel,
  type PayloadOf,
  type TaskChannel,
} from '../../shared/ipc/contract';
import type { Handlers } from './handlers';
import { isWithinLimit } from './message-size';

export interface DispatchOptions {
  readonly handlers: Handlers;
  readonly validators: Readonly<Record<string, ValidateFunction>>;
  /** Told about bugs: the channel and the error. Must not print the error's message, which may quote a text. */
  readonly onBug: (channel: string, error: unknown) => void;
}

/** How progress of a running job reaches its page. */
export type TellProgress = (progress: unknown) => void;

/**
 * The one door for messages of a page, without Electron: checks channel, size and shape, runs the handler, checks what it answers. Every
 * outcome is an {@link Answer}; nothing is dropped and nothing is thrown across.
 */
export class Dispatcher {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly options: DispatchOptions) {
    for (const [channel, entry] of Object.entries(contract)) {
      const parts =
        entry.type === 'event'
          ? ['payload']
          : entry.type === 'call'
            ? ['request', 'response']
            : ['request', 'progress', 'response'];
      for (const part of parts) this.validator(`${channel}.${part}`);
    }
  }

  /** Answers a call. `channel` and `request` are whatever the page sent. */
  async call(channel: unknown, request: unknown): Promise<Answer<unknown>> {
    if (!isChannel(channel, 'call')) return refuse('unknown-channel', 'There is no such call.');
    const refused = this.refuseRequest(channel, request);
    if (refused) return refused;
    return this.answer(channel, () => this.options.handlers[channel](request as never));
  }

  /** Runs a job under an id that the page made; it can be cancelled until it answers. */
  async task(channel: unknown, id: unknown, request: unknown, tell: TellProgress): Promise<Answer<unknown>> {
    if (!isChannel(channel, 'task')) return refuse('unknown-channel', 'There is no such job.');
    if (!isTaskId(id) || this.running.has(id)) return refuse('bad-request', 'The job has no id of its own.');
    const refused = this.refuseRequest(channel, request);
    if (refused) return refused;
    const abort = new AbortController();
    this.running.set(id, abort);
    try {
      return await this.answer(channel, () =>
        this.options.handlers[channel](request as never, {
          signal: abort.signal,
          onProgress: (progress) => {
            if (abort.signal.aborted) return;
            if (this.fits(`${channel}.progress`, progress)) tell(progress);
            else this.options.onBug(channel, new Error('progress does not fit its schema'));
          },
        }),
      );
    } finally {
      this.running.delete(id);
    }
  }

  cancel(id: unknown): void {
    if (isTaskId(id)) this.running.get(id)?.abort();
  }

  /** The page is gone: nobody waits for its jobs. */
  cancelAll(): void {
    for (const abort of this.running.values()) abort.abort();
  }

  /** True when an event may be sent; false is a bug of ours, reported. */
  mayTell<K extends EventChannel>(channel: K, payload: PayloadOf<K>): boolean {
    if (this.fits(`${channel}.payload`, payload)) return true;
    this.options.onBug(channel, new Error('event does not fit its schema'));
    return false;
  }

  private refuseRequest(channel: CallChannel | TaskChannel, request: unknown): Answer<never> | null {
    // Size first: a validator would walk all of it.
    if (!isWithinLimit(channel, request)) return refuse('too-large', 'The message is too large.');
    if (this.fits(`${channel}.request`, request)) return null;
    return refuse('bad-request', 'The message does not have the agreed form.');
  }

  private async answer(channel: Channel, work: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    try {
      const answer = await work();
      if (!answer.ok || this.fits(`${channel}.response`, answer.value)) return answer;
      this.options.onBug(channel, new Error(this.firstViolation(`${channel}.response`)));
      return refuse(
        'bad-response',
        'The studio made an answer it does not understand itself. This is a bug.',
      );
    } catch (error) {
      this.options.onBug(channel, error);
      return refuse('internal', 'Something went wrong inside the studio. Your text is kept; try again.');
    }
  }

  private fits(name: string, value: unknown): boolean {
    return this.validator(name)(value);
  }

  /** Where and which rule, without the value. */
  private firstViolation(name: string): string {
    const first = this.validator(name).errors?.[0];
    return `answer does not fit: ${first?.schemaPath ?? 'unknown'}`;
  }

  private validator(name: string): ValidateFunction {
    const found = this.options.validators[`ipc:${name}`];
    if (!found) throw new Error(`No validator for ${name}: build the validators`);
    return found;
  }
}

function isChannel<T extends 'call' | 'task'>(
  channel: unknown,
  type: T,
): channel is T extends 'call' ? CallChannel : TaskChannel {
  return (
    typeof channel === 'string' &&
    Object.hasOwn(contract, channel) &&
    contract[channel as Channel].type === type
  );
}

function isTaskId(id: unknown): id is string {
  return typeof id === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(id);
}

/** A refusal by the door itself. Says nothing about the request: it may be hostile, and is not worth explaining. */
export function refuse(code: ErrorCode, message: string): Answer<never> {
  return { ok: false, error: { code, message } };
}
