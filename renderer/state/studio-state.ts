import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnswersState, initialAnswers } from './answers-slice';
import { type AppState, initialApp } from './app-slice';
import { type ChecksState, initialChecks } from './checks-slice';
import { type ClosedState, initialClosed } from './closed-slice';
import type { Place } from './cursor-slice';
import type { KitState } from './kit-slice';
import { initialLayout, type LayoutState } from './layout-slice';
import { initialNotices, type NoticesState } from './notices-slice';
import type { Overlay } from './overlay-slice';
import type { PortfolioState } from './portfolio-slice';
import { initialLearning, type LearningState, type Screen } from './screen-slice';
import { initialSearch, type SearchState } from './search-slice';
import { initialStandard, type StandardState } from './standard-slice';
import { initialTabs, type TabsState } from './tabs-slice';

/** All that the window shows, but for the text in the editor. */
export interface StudioState {
  readonly app: AppState;
  readonly kit: KitState | null;
  /** A kit is being opened. */
  readonly opening: boolean;
  readonly tabs: TabsState;
  readonly closed: ClosedState;
  readonly cursor: Place | null;
  readonly checks: ChecksState;
  readonly standard: StandardState;
  readonly answers: AnswersState;
  readonly layout: LayoutState;
  /** The symbol whose uses the navigator lists, and whether the list shall take the focus; null while it lists all symbols. */
  readonly usesOf: { readonly key: string; readonly focus: boolean } | null;
  readonly search: SearchState;
  /** Null while the file of the kit says what its portfolio holds. */
  readonly portfolio: PortfolioState | null;
  readonly screen: Screen | null;
  readonly learning: LearningState;
  readonly overlay: Overlay | null;
  readonly notices: NoticesState;
  /** Ids of commands by last use, latest first. */
  readonly recentCommands: readonly string[];
}

export const initialState: StudioState = {
  app: initialApp,
  kit: null,
  opening: false,
  tabs: initialTabs,
  closed: initialClosed,
  cursor: null,
  checks: initialChecks,
  standard: initialStandard,
  answers: initialAnswers,
  layout: initialLayout,
  usesOf: null,
  search: initialSearch,
  portfolio: null,
  screen: null,
  learning: initialLearning,
  overlay: null,
  notices: initialNotices,
  recentCommands: [],
};

export type StudioStore = StoreApi<StudioState>;

export function createStudioStore(): StudioStore {
  return createStore<StudioState>()(() => initialState);
}

/** Replaces one slice by what a pure transition makes of it; an unchanged slice wakes nobody. */
export function update<K extends keyof StudioState>(
  store: StudioStore,
  slice: K,
  transition: (value: StudioState[K]) => StudioState[K],
): void {
  const before = store.getState()[slice];
  const after = transition(before);
  if (!Object.is(before, after)) store.setState({ [slice]: after } as Pick<StudioState, K>);
}
