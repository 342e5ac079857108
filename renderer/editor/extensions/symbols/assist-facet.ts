import { Facet } from '@codemirror/state';
import type { Suggestion, SymbolCard, Wanted } from '../../../../shared/symbols/assist';
import type { Snippet } from '../../../../shared/symbols/snippets';

/** What the editor asks about the symbols of the kit. Everything answers later; nothing here may be waited for on the key path. */
export interface Assist {
  suggest(path: string, wanted: Wanted): Promise<readonly Suggestion[]>;
  /** What ready-made could be inserted at an offset; `cut` characters behind it were typed to find it. */
  snippets(path: string, at: number, cut: number, typed: string): Promise<readonly Snippet[]>;
  /** The symbol at an offset of the text as it is now; null when there is none, or the text moved on. */
  at(path: string, offset: number): Promise<SymbolCard | null>;
  card(key: string): Promise<SymbolCard | null>;
  goToDefinition(path: string, offset: number): void;
}

/** The file of an editor and whom to ask about it. */
export interface Assisted {
  readonly path: string;
  readonly assist: Assist;
}

export const assisted = Facet.define<Assisted, Assisted | null>({ combine: (values) => values[0] ?? null });
