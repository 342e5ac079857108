import { findMatches, type TextMatches } from '../../shared/text/search/find';
import { compileQuery } from '../../shared/text/search/query';
import type { SearchJob } from './search-protocol';

/** Looks through one text. Takes as long as the expression does: whoever waits ends the thread. */
export function runSearchJob({ text, query, replacement, limit }: SearchJob): TextMatches {
  const compiled = compileQuery(query);
  if (!compiled.ok) return { matches: [], more: false };
  return findMatches(
    text,
    compiled.expression,
    replacement === null ? null : { text: replacement, expand: query.regex },
    limit,
  );
}
