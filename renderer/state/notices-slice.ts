/** Something the user should know now. Failures stay until they are dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'problem';
  readonly text: string;
  /** File and line that it is about; shown as a link. */
  readonly place: { readonly path: string; readonly line: number | null } | null;
}

export interface NoticesState {
  readonly list: readonly Notice[];
  readonly next: number;
}

export const initialNotices: NoticesState = { list: [], next: 1 };

const MOST = 4;

export function withNotice(state: NoticesState, notice: Omit<Notice, 'id'>): NoticesState {
  const kept = state.list.filter((other) => other.text !== notice.text).slice(-(MOST - 1));
  return { list: [...kept, { ...notice, id: state.next }], next: state.next + 1 };
}

export function withoutNotice(state: NoticesState, id: number): NoticesState {
  return { ...state, list: state.list.filter((notice) => notice.id !== id) };
}
