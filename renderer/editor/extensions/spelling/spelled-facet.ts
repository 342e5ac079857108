import { Facet } from '@codemirror/state';

/** What the editor asks about spelling. Everything answers later; nothing here may be waited for on the key path. */
export interface Spelling {
  /** False while spelling is off. */
  readonly on: boolean;
  /** Whether a word is right, as far as it is known already; null when it has to be asked for. */
  verdict(word: string): boolean | null;
  /** Finds out about words; false when the answer came too late to be of use. */
  learn(words: readonly string[]): Promise<boolean>;
  suggest(word: string): Promise<readonly string[]>;
  addToKit(word: string): void;
  addToMine(word: string): void;
  /** Opens the menu that other words have, at a place of the window. */
  openTextMenu(x: number, y: number): void;
  /** Called whenever verdicts given before no longer hold. */
  subscribe(listener: () => void): () => void;
}

export const spelled = Facet.define<Spelling, Spelling | null>({ combine: (values) => values[0] ?? null });
