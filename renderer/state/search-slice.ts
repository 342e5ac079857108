import type { TextMatch } from '../../shared/text/search/find';
import type { TextQuery } from '../../shared/text/search/query';

/** Matches that are looked for at first, and again with each "Show more". */
export const SEARCH_STEP = 1000;

/** The matches of one file, and the very text they were found in. */
export interface SearchedFile {
  readonly path: string;
  readonly text: string;
  readonly readOnly: boolean;
  readonly matches: readonly TextMatch[];
}

/** A search through all texts of the kit, and what it found. */
export interface SearchState extends TextQuery {
  readonly replacement: string;
  /** The fields for replacing are shown. */
  readonly replacing: boolean;
  readonly include: string;
  readonly exclude: string;
  readonly status: 'idle' | 'running' | 'done';
  /** Why the query cannot be used, in words. */
  readonly error: string | null;
  readonly files: readonly SearchedFile[];
  /** Files in which the expression took too long. */
  readonly slow: readonly string[];
  /** Files that could not be read. */
  readonly unread: readonly string[];
  readonly limit: number;
  /** The search ended at the limit. */
  readonly more: boolean;
  /** Matches that are not to be replaced, by {@link matchKey}. */
  readonly leftOut: ReadonlySet<string>;
}

export const initialSearch: SearchState = {
  text: '',
  matchCase: false,
  wholeWord: false,
  regex: false,
  replacement: '',
  replacing: false,
  include: '',
  exclude: '',
  status: 'idle',
  error: null,
  files: [],
  slow: [],
  unread: [],
  limit: SEARCH_STEP,
  more: false,
  leftOut: new Set(),
};

/** What decides what is found, and how it is shown to be replaced. */
export type SearchFields = Pick<
  SearchState,
  'text' | 'matchCase' | 'wholeWord' | 'regex' | 'replacement' | 'replacing' | 'include' | 'exclude'
>;

/** Another query begins with the first matches again; another replacement keeps what was left out. */
export function withFields(search: SearchState, fields: Partial<SearchFields>): SearchState {
  const next = { ...search, ...fields };
  if (sameQuery(search, next)) return next;
  return { ...next, status: 'running', limit: SEARCH_STEP, leftOut: new Set() };
}

/** True when both would find the same and show it alike: there is nothing to search anew. */
export function sameSearch(a: SearchState, b: SearchState): boolean {
  return (
    sameQuery(a, b) &&
    a.limit === b.limit &&
    a.replacing === b.replacing &&
    (!b.replacing || a.replacement === b.replacement)
  );
}

/** True when both would find the same. */
export function sameQuery(a: SearchState, b: SearchState): boolean {
  return (
    a.text === b.text &&
    a.matchCase === b.matchCase &&
    a.wholeWord === b.wholeWord &&
    a.regex === b.regex &&
    a.include === b.include &&
    a.exclude === b.exclude
  );
}

export type SearchResults = Pick<SearchState, 'files' | 'slow' | 'unread' | 'more' | 'status'>;

/** New results. A match that was left out stays so while its file is the same; in a text that changed it may be another one. */
export function withResults(search: SearchState, results: SearchResults): SearchState {
  const texts = new Map(search.files.map(({ path, text }) => [path, text]));
  const changed = results.files.filter(({ path, text }) => texts.has(path) && texts.get(path) !== text);
  const leftOut = [...search.leftOut].filter(
    (key) => !changed.some(({ path }) => key.startsWith(`${path}#`)),
  );
  return { ...search, ...results, error: null, leftOut: new Set(leftOut) };
}

export function matchKey(path: string, { from, to }: Pick<TextMatch, 'from' | 'to'>): string {
  return `${path}#${from}-${to}`;
}

/** Takes matches out of what is to be replaced, or into it again. */
export function withChosen(search: SearchState, keys: readonly string[], chosen: boolean): SearchState {
  const leftOut = new Set(search.leftOut);
  for (const key of keys)
    if (chosen) leftOut.delete(key);
    else leftOut.add(key);
  return { ...search, leftOut };
}

/** The matches that are to be replaced, by file. */
export function chosenFiles({ files, leftOut }: SearchState): readonly SearchedFile[] {
  return files
    .filter(({ readOnly }) => !readOnly)
    .map((file) => ({
      ...file,
      matches: file.matches.filter((match) => !leftOut.has(matchKey(file.path, match))),
    }))
    .filter(({ matches }) => matches.length > 0);
}

export function countOf(files: readonly SearchedFile[]): number {
  return files.reduce((sum, { matches }) => sum + matches.length, 0);
}
