import type { TextMatches } from '../../shared/text/search/find';
import type { TextQuery } from '../../shared/text/search/query';

/** One text to look through. */
export interface SearchJob {
  readonly text: string;
  readonly query: TextQuery;
  /** What matches are to be replaced by; null while nothing is. */
  readonly replacement: string | null;
  /** Matches that are wanted at most. */
  readonly limit: number;
}

export type FromSearcher =
  /** Loaded: from now on time counts. */
  { readonly type: 'ready' } | { readonly type: 'found'; readonly found: TextMatches };

/** What became of a job. `slow`: the expression was given up in this text. */
export type SearchAnswer =
  | { readonly kind: 'found'; readonly found: TextMatches }
  | { readonly kind: 'slow' };
