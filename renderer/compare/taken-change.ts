import type { Chunk } from '@codemirror/merge';
import type { Text } from '@codemirror/state';
import type { TextChange } from '../state/text-change';

/**
 * The edit of `mine` that takes a changed stretch of lines over from `theirs`. A stretch counts the end of each line, also of the last, which
 * the text does not have.
 */
export function takenChange(chunk: Chunk, theirs: Text, mine: Text): TextChange {
  const { fromA, toA, fromB, toB } = chunk;
  const insert = fromA < toA ? `${theirs.sliceString(fromA, Math.min(toA - 1, theirs.length))}\n` : '';
  if (toB <= mine.length) return { from: fromB, to: toB, insert };
  const to = mine.length;
  if (fromB > mine.length) return { from: to, to, insert: `\n${insert.slice(0, -1)}` };
  // Without anything in its place, the last line takes the end of the one before along.
  if (insert === '') return { from: Math.max(0, fromB - 1), to, insert: '' };
  return { from: fromB, to, insert: insert.slice(0, -1) };
}
