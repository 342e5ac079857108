import { comparePaths } from '../domain/kit-path';
import type { Place } from '../rubric/rule';

/** Problems in one order, whatever the rule looked at first: by file, then by place. */
export function inTextOrder<P extends Place>(problems: readonly P[]): P[] {
  return [...problems].sort((a, b) => comparePaths(a.path, b.path) || a.span.from - b.span.from);
}
