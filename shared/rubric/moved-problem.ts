import { movedSpan } from '../text/span';
import type { Problem } from './criterion';

/** A gap that was found in a piece of a text, at its place in the whole. Such a gap is about nothing but its piece: it has no related places. */
export type OwnProblem = Omit<Problem, 'related'>;

export function movedProblem<T extends OwnProblem>(problem: T, by: number): T {
  const { span, fix } = problem;
  return {
    ...problem,
    span: movedSpan(span, by),
    ...(fix
      ? { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...movedSpan(edit, by) })) } }
      : {}),
  };
}
