import type { Section } from '../text/markdown';

/** How many words a criterion wants in a section, or in the whole file where `section` is null. */
export interface WordBudget {
  readonly section: Section | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** A budget with what is written of it: offsets of the section, from its heading to its end. */
export interface CountedBudget {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly words: number;
  readonly least: number | null;
  readonly most: number | null;
}
