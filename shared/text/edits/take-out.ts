import type { DataPath, DataTree } from '../data-tree';
import { lineEnd, lineStart, type TextEdit } from './edit';
import { withQuotes } from './places';

/** Why a key stays where it is. */
export type Kept = 'comment' | 'only' | 'shape';

/**
 * The edit that takes a key with a value on one line out of its mapping: in `{…}` with the comma beside it, else with its line. A comment on the
 * line would go with it, so the key stays then; and so it does where nothing would be left of a block.
 */
export function takeOut(tree: DataTree, path: DataPath): TextEdit | Kept {
  const { text } = tree;
  const map = tree.node(path.slice(0, -1));
  const node = tree.node(path);
  if (map?.kind !== 'map' || node?.kind !== 'scalar' || !node.key) return 'shape';
  const key = withQuotes(text, node.key);
  const end = Math.max(withQuotes(text, node.span).to, key.to);
  if (/[\r\n]/.test(text.slice(key.from, end))) return 'shape';
  if (text[map.span.from] === '{') return fromFlow(text, key.from, end);
  if (map.members.size < 2) return 'only';
  const from = lineStart(text, key.from);
  const to = lineEnd(text, end);
  if (!/^[ \t]*$/.test(text.slice(from, key.from))) return 'shape';
  const rest = text.slice(end, to).replace(/^[ \t]*:/, '');
  if (rest.trim() !== '') return rest.includes('#') ? 'comment' : 'shape';
  return withBreak(text, from, to);
}

export function fromFlow(text: string, from: number, end: number): TextEdit {
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 200));
  // The blanks in front stay with what follows.
  if (behind) return { from, to: end + behind[0].length, insert: '' };
  const before = /(?<![ \t])[ \t]*,[ \t]*$/.exec(text.slice(Math.max(0, from - 200), from));
  return { from: before ? from - before[0].length : from, to: end, insert: '' };
}

/** A whole line with its break; the last one, which may have none, with the break before it. */
export function withBreak(text: string, from: number, to: number): TextEdit {
  const next = text.indexOf('\n', to);
  if (next >= 0) return { from, to: next + 1, insert: '' };
  return { from: from > 1 && text[from - 2] === '\r' ? from - 2 : Math.max(0, from - 1), to, insert: '' };
}
