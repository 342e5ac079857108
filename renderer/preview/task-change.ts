import type { Text } from '@codemirror/state';
import type { TextChange } from '../state/text-change';

/** Marks of quotes and lists before the box of a task, then the box. */
const TASK = /^((?:[ \t]*(?:>|[-*+]|\d{1,9}[.)]))*[ \t]+\[)([ \txX])\](?=[ \t]|$)/;

/** The one character that ticks or unticks the task whose item starts at an offset; null when there is no task (the text moved on). */
export function taskChange(doc: Text, offset: number): TextChange | null {
  if (offset > doc.length) return null;
  const { to } = doc.lineAt(offset);
  const found = TASK.exec(doc.sliceString(offset, to));
  if (!found) return null;
  const from = offset + (found[1] ?? '').length;
  return { from, to: from + 1, insert: /x/i.test(found[2] ?? '') ? ' ' : 'x' };
}
