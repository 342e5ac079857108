import type { Settings } from '../../shared/ipc/payloads';

export type SpellingLanguage = Exclude<Settings['spelling'], 'off'>;

/** What the window tells the thread that knows the dictionaries. Questions are answered in their order, by what was told before them. */
export type ToSpeller =
  /** Loads a dictionary of this language and judges by it from now on. */
  | { readonly type: 'language'; readonly language: SpellingLanguage }
  /** Words that are right whatever the dictionary says, in place of those told before. */
  | { readonly type: 'accept'; readonly words: readonly string[] }
  | { readonly type: 'check'; readonly id: number; readonly words: readonly string[] }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string };

export interface FromSpeller {
  readonly id: number;
  /** The wrong ones among the words that were asked about, or what could have been meant, the likeliest first. */
  readonly words: readonly string[];
}

/** The two ends that a worker and a loop in the same thread have in common. */
export interface SpellerPort {
  post(message: ToSpeller): void;
  /** Set once, before anything is posted. */
  listen(listener: (message: FromSpeller) => void, failed: (reason: string) => void): void;
}
