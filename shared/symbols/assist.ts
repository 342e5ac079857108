import type { TextEdit } from '../rubric/finding';
import type { Span } from '../text/span';
import type { Outline } from './outline';
import type { Snippet } from './snippets/snippet';
import type { SymbolKind } from './symbol';

/** Keys from the root of a data file to a place; `*` stands for an item of a list, whichever it is. */
export type DataSteps = readonly string[];

/** What would fit at the cursor, as the editor reads the few characters around it. */
export type Wanted =
  /** Ids, of a family when one is begun: `ADR-`. */
  | { readonly kind: 'id'; readonly family: string }
  /** What may be cited in brackets: events of the scenario, and ids. */
  | { readonly kind: 'reference' }
  /** Names of people in which a word begins with this. */
  | { readonly kind: 'person'; readonly typed: string }
  /** Files, as seen from this one; as a link writes them, and with `./` before those below. */
  | { readonly kind: 'path'; readonly link: boolean; readonly dotted: boolean }
  /** Headings of a linked file; an empty link means this file. */
  | { readonly kind: 'anchor'; readonly link: string }
  /** Keys of a mapping that does not have them yet; values where a list has no mappings, if it may be either. */
  | {
      readonly kind: 'key';
      readonly steps: DataSteps;
      readonly present: readonly string[];
      readonly header: boolean;
      readonly orValue: boolean;
    }
  /** Values of a key. */
  | { readonly kind: 'value'; readonly steps: DataSteps; readonly header: boolean };

/** Something that may be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  /** What it is called or stands for, beside it. */
  readonly detail: string;
  readonly kind: SymbolKind | 'file' | 'heading' | 'key' | 'value';
  /** The symbol it names, if one: its definition can be asked for. */
  readonly symbol?: string;
  /** A longer explanation. */
  readonly info?: string;
  /** What follows a key: a value on the same line, or a block below it. */
  readonly opens?: 'value' | 'list' | 'map';
  /** The value is a number, a truth value or null, and takes no quotes in JSON. */
  readonly bare?: boolean;
  /** What is more likely comes first, from -99 to 99: the format's own order, as a rule. */
  readonly boost?: number;
}

/** A place of the kit with the line it stands in. */
export interface Place extends Span {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The line, cut to a readable length around the place. */
  readonly excerpt: string;
  /** Where in the excerpt the place is. */
  readonly mark: Span;
  readonly role: 'definition' | 'reference';
}

/** A symbol with its definition, as hovering shows it. */
export interface SymbolCard {
  readonly key: string;
  readonly kind: SymbolKind;
  readonly name: string;
  readonly title: string;
  readonly family: string;
  /** The place that was asked about. */
  readonly at: Span | null;
  readonly definition: Place | null;
  /** A few lines of the definition. */
  readonly excerpt: string;
  readonly uses: number;
}

export interface SymbolRow {
  readonly key: string;
  readonly kind: SymbolKind;
  readonly name: string;
  readonly title: string;
  readonly family: string;
  readonly definition: Place | null;
  /** Places other than definitions. */
  readonly uses: number;
}

export interface SymbolList {
  readonly symbols: readonly SymbolRow[];
  readonly undefined: readonly (Place & { readonly id: string })[];
}

export interface Uses {
  readonly card: SymbolCard;
  readonly places: readonly Place[];
}

export interface RenameFile {
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** The edits of a rename, or why it is refused. */
export type RenamePlan =
  | {
      readonly ok: true;
      readonly from: string;
      readonly to: string;
      readonly files: readonly RenameFile[];
      /** Files whose own name holds the old one; they keep it. */
      readonly named: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** One file of a move; each edit says what it replaces, so that a text that changed meanwhile is noticed. */
export interface MovedFile {
  readonly path: string;
  readonly edits: readonly (TextEdit & { readonly was: string })[];
}

/** The edits of a move, by the paths of before, or why it is refused. */
export type MovePlan =
  | {
      readonly ok: true;
      readonly from: string;
      readonly to: string;
      readonly files: readonly MovedFile[];
      /** Every file that moves, with its new path. */
      readonly moves: readonly (readonly [from: string, to: string])[];
    }
  | { readonly ok: false; readonly reason: string };

/** What the window may ask about the symbols of the kit. */
export type AssistQuery =
  | { readonly type: 'suggest'; readonly path: string; readonly wanted: Wanted }
  | { readonly type: 'at'; readonly path: string; readonly offset: number }
  | { readonly type: 'card'; readonly key: string }
  | { readonly type: 'uses'; readonly key: string }
  | { readonly type: 'symbols' }
  /** What the kit calls things, as spelling has to know it. */
  | { readonly type: 'names' }
  /**
   * What ready-made could be inserted at an offset. `cut` characters behind it were typed to find it and will be gone; `today` is the date, as
   * it is written.
   */
  | {
      readonly type: 'snippets';
      readonly path: string;
      readonly at: number;
      readonly cut: number;
      readonly typed: string;
      readonly today: string;
    }
  /** The parts of a file. */
  | { readonly type: 'outline'; readonly path: string }
  | { readonly type: 'rename'; readonly key: string; readonly name: string }
  /** A file or folder is to get another path. */
  | { readonly type: 'move'; readonly from: string; readonly to: string };

export interface AssistAnswers {
  readonly suggest: readonly Suggestion[];
  readonly at: SymbolCard | null;
  readonly card: SymbolCard | null;
  readonly uses: Uses | null;
  readonly symbols: SymbolList;
  readonly names: readonly string[];
  readonly snippets: readonly Snippet[];
  /** Null for files that have no parts to speak of. */
  readonly outline: Outline | null;
  readonly rename: RenamePlan;
  readonly move: MovePlan;
}

export type AnswerTo<Q extends AssistQuery> = AssistAnswers[Q['type']];
