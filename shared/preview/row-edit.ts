import type { DataPath } from '../text/data-tree';
import type { NewValue } from '../text/edits/style';

/** How a table gets rows and loses them where it is seen, as plain data. The change itself is worked out from the text by `planRow`. */
export interface RowEdit {
  /** What a row is, in one or two words: "risk". */
  readonly noun: string;
  /** The list in the data of the file, or which of a document's tables it is, counted from 0 in the order of the text. */
  readonly path: DataPath | number;
  /** How many there are in the file. Another number there means that the file moved on. */
  readonly count: number;
  /** What of a new entry is known; the rest is left to be filled in. */
  readonly known?: { readonly [key: string]: NewValue };
  /** The cells of a new row of a document's table, in the order of its columns. */
  readonly cells?: readonly string[];
  /** Mappings that hold a value for each row under its id, and the one for a new row; null where it gets none. */
  readonly along?: readonly { readonly path: DataPath; readonly value: NewValue | null }[];
  /** Which key of a row is its name in those mappings. */
  readonly key?: string;
}

/** The row of a table as the file has it. */
export interface RowPlace {
  /** Its place in the list or the table of the file, from 0. */
  readonly index: number;
  /** What it is called: "R-03". */
  readonly name: string;
  /** What the file says first in it. Something else there means that the file moved on. */
  readonly was: string;
}
