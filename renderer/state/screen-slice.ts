/** What takes the place of text and companion: the packet as a whole, or good work beside one's own. Null: text and companion are there. */
export type Screen =
  | { readonly kind: 'packet' }
  /** Senior-grade, staff-grade and one's own of a kind; `path` is one's own file, `section` where to begin. */
  | {
      readonly kind: 'contrast';
      readonly artifact: string;
      readonly path: string | null;
      /** A criterion whose difference is wanted; null for the first section. */
      readonly criterion: string | null;
    };

/** How the open kit is worked on, as its own settings say. */
export interface LearningState {
  /** Sections of the example open after a first attempt of one's own. */
  readonly writeFirst: boolean;
  /** Sections that were opened all the same, as {@link openedKey} names them. */
  readonly opened: ReadonlySet<string>;
}

export const initialLearning: LearningState = { writeFirst: false, opened: new Set() };

/** How a section that was opened before an attempt is remembered while the kit is open. */
export function openedKey(path: string, section: string): string {
  return `${path} ${section}`;
}

export function withOpened(state: LearningState, key: string): LearningState {
  return state.opened.has(key) ? state : { ...state, opened: new Set([...state.opened, key]) };
}
