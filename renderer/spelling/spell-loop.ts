import { editDistance } from '../../shared/util/edit-distance';
import type { FromSpeller, SpellingLanguage, ToSpeller } from './spell-protocol';

/** What is used of a dictionary. */
export interface Dictionary {
  correct(word: string): boolean;
  suggest(word: string): readonly string[];
}

export interface SpellLoopOptions {
  readonly load: (language: SpellingLanguage) => Promise<Dictionary>;
  /** Words of the trade, right in every language. */
  readonly trade: readonly string[];
  readonly post: (message: FromSpeller) => void;
  readonly failed: (reason: string) => void;
}

/** More suggestions than this are no help. */
const MOST_SUGGESTIONS = 6;

/** The dictionaries' side of the protocol, without the worker around it. */
export class SpellLoop {
  private dictionary: Promise<Dictionary | null> = Promise.resolve(null);
  private readonly trade: ReadonlySet<string>;
  private accepted: ReadonlySet<string> = new Set();
  /** As they are written, to be suggested. */
  private own: readonly string[];
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly options: SpellLoopOptions) {
    this.trade = new Set(options.trade.map(folded));
    this.own = options.trade;
  }

  receive(message: ToSpeller): void {
    // One after the other: an answer must rest on what was told before its question.
    this.turn = this.turn.then(() => this.take(message));
  }

  /** Resolves when everything received so far is done. */
  idle(): Promise<void> {
    return this.turn;
  }

  private async take(message: ToSpeller): Promise<void> {
    const { load, failed, post, trade } = this.options;
    switch (message.type) {
      case 'language':
        this.dictionary = load(message.language).catch((error: unknown) => {
          failed(error instanceof Error ? error.message : String(error));
          return null;
        });
        return;
      case 'accept':
        this.accepted = new Set(message.words.map(folded));
        this.own = [...message.words, ...trade];
        return;
      case 'check': {
        const dictionary = await this.dictionary;
        const words = dictionary ? message.words.filter((word) => !this.isRight(dictionary, word)) : [];
        post({ id: message.id, words });
        return;
      }
      case 'suggest': {
        const dictionary = await this.dictionary;
        post({ id: message.id, words: dictionary ? this.suggestions(dictionary, message.word) : [] });
      }
    }
  }

  /** Declared words count in any case: a term opens a sentence as well. */
  private isRight(dictionary: Dictionary, word: string): boolean {
    const key = folded(word);
    return this.accepted.has(key) || this.trade.has(key) || dictionary.correct(word);
  }

  private suggestions(dictionary: Dictionary, word: string): readonly string[] {
    const most = word.length < 5 ? 1 : 2;
    const key = folded(word);
    const near = this.own
      .map((own) => ({ own, distance: editDistance(folded(own), key, most) }))
      .filter(({ distance }) => distance <= most)
      .sort((a, b) => a.distance - b.distance)
      .map(({ own }) => (isCapitalised(word) ? capitalised(own) : own));
    return [...new Set([...near.slice(0, 2), ...dictionary.suggest(word)])].slice(0, MOST_SUGGESTIONS);
  }
}

function folded(word: string): string {
  return word.normalize('NFC').replaceAll('’', "'").toLowerCase();
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
