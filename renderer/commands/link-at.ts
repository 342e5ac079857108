import type { EditorState } from '@codemirror/state';
import { extension } from '../../shared/domain/kit-path';

/** A value of a data file that is plainly a path. */
const PATH_VALUE = /(?:\.{1,2}\/|[\w-]+\/)[\w./-]+\.\w{2,5}(?:#[\w-]+)?/g;
/** The destination of a Markdown link, and of a link definition. */
const DESTINATION = /\]\(\s*<?([^\s()<>]+)>?[^()]*\)|^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)>?/g;
/** Longer lines are not looked through. */
const LONGEST = 20_000;

/** The link that an offset stands in, text or destination, as the file writes it; null when there is none. */
export function linkAt(path: string, state: EditorState, offset: number): string | null {
  const line = state.doc.lineAt(offset);
  if (line.length > LONGEST) return null;
  const at = offset - line.from;
  const prose = /^(?:md|markdown)$/.test(extension(path));
  for (const match of line.text.matchAll(prose ? DESTINATION : PATH_VALUE)) {
    const url = match[1] ?? match[2] ?? match[0];
    const from = prose ? startOfLink(line.text, match.index) : match.index;
    if (from <= at && at <= match.index + match[0].length) return url;
  }
  return null;
}

/** Where the text of a link begins, given the bracket that closes it. */
function startOfLink(text: string, close: number): number {
  if (text[close] !== ']') return close;
  const open = text.lastIndexOf('[', close);
  return open < 0 ? close : open;
}
