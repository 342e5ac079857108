import type {
  Answer,
  CallChannel,
  EventChannel,
  PayloadOf,
  ProgressOf,
  RequestOf,
  ResponseOf,
  TaskChannel,
} from '../../shared/ipc/contract';

/** A long job that was started: its one answer, and the way to stop it. */
export interface RunningTask<T> {
  readonly answer: Promise<Answer<T>>;
  /** Asks the job to stop; the answer then has the code `cancelled`, unless it was finished already. */
  cancel(): void;
}

/**
 * All that the window may ask of the machine. Derived from the contract: a channel that is added there can be called here, with its types,
 * and nothing else can. Failures are answers, never rejections.
 */
export interface Host {
  call<K extends CallChannel>(channel: K, request: RequestOf<K>): Promise<Answer<ResponseOf<K>>>;
  start<K extends TaskChannel>(
    channel: K,
    request: RequestOf<K>,
    onProgress: (progress: ProgressOf<K>) => void,
  ): RunningTask<ResponseOf<K>>;
  /** Returns the function that ends the subscription. */
  on<K extends EventChannel>(channel: K, listener: (payload: PayloadOf<K>) => void): () => void;
}
