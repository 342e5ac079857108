import type {
  CallChannel,
  HostError,
  ProgressOf,
  RequestOf,
  ResponseOf,
  TaskChannel,
} from '../../shared/ipc/contract';
import type { Result } from '../../shared/util/result';

/** Answers one channel. The request was validated; expected failures are values; what it throws is a bug and told as `internal`. */
export type CallHandler<K extends CallChannel> = (
  request: RequestOf<K>,
) => Promise<Result<ResponseOf<K>, HostError>>;

/** What a long job is given besides its request. */
export interface Job<K extends TaskChannel> {
  readonly onProgress: (progress: ProgressOf<K>) => void;
  /** Aborted when the page cancels or goes away. */
  readonly signal: AbortSignal;
}

export type TaskHandler<K extends TaskChannel> = (
  request: RequestOf<K>,
  job: Job<K>,
) => Promise<Result<ResponseOf<K>, HostError>>;

/** One handler for every channel of the contract: leaving one out does not compile. */
export type Handlers = { readonly [K in CallChannel]: CallHandler<K> } & {
  readonly [K in TaskChannel]: TaskHandler<K>;
};

/** The handlers of one area, e.g. `kit` or `journal`. */
export type AreaHandlers<Area extends string> = Pick<
  Handlers,
  Extract<CallChannel | TaskChannel, `${Area}.${string}`>
>;
