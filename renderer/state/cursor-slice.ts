/** Where the cursor stands in the active file. Kept apart from the tabs: it moves with every key. */
export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly offset: number;
  /** UTF-16 units selected; 0 for a bare cursor. */
  readonly selected: number;
}
