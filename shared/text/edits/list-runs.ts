import type { DataNode } from '../data-tree';
import type { Span } from '../span';
import { lineEnd, lineStart } from './edit';
import { withQuotes } from './places';

export type List = DataNode & { readonly kind: 'list' };

/** Entries between brackets, each from its first character to its last. */
export function flowRuns(text: string, list: List): readonly Span[] {
  return list.items.map((item) => withQuotes(text, item.span));
}

/** Entries behind dashes, each with whole lines and the comments directly above it; null when they can't be told apart. */
export function blockRuns(text: string, list: List): readonly Span[] | null {
  const first = lineStart(text, list.span.from);
  const lead = text.slice(first, list.span.from);
  if (text[list.span.from] !== '-' || /[^ ]/.test(lead)) return null;
  const dashes: number[] = [];
  for (let at = first; at < list.span.to; at = nextLine(text, at))
    if (text.startsWith(lead, at) && /^-(?:\s|$)/.test(text.slice(at + lead.length, at + lead.length + 2)))
      dashes.push(at);
  if (dashes.length !== list.items.length) return null;
  const starts = dashes.map((at, i) => (i === 0 ? at : commentsAbove(text, at, lead.length)));
  return starts.map((from, i) => ({
    from,
    to: lastOwnLine(text, from, starts[i + 1] ?? endOfLast(text, list.span.to, lead.length), lead.length),
  }));
}

/** The start of the first line below a list that is neither blank nor a comment indented as the content of its last entry. */
function endOfLast(text: string, end: number, indent: number): number {
  let at = nextLine(text, end - 1);
  while (at < text.length) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    if (line.trim() !== '' && (!/^ *#/.test(line) || isOuterComment(line, indent))) break;
    at = next;
  }
  return at;
}

/** True where a comment stands right above the first entry: it may speak of all of them. */
export function isBelowComment(text: string, list: List): boolean {
  const first = lineStart(text, list.span.from);
  return commentsAbove(text, first, list.span.from - first) < first;
}

/** Where an entry ends: blank lines behind it and comments that are not indented as its content is are not its own. */
function lastOwnLine(text: string, from: number, next: number, indent: number): number {
  let end = next;
  while (end > from) {
    const start = lineStart(text, end - 1);
    const line = text.slice(start, end);
    if (line.trim() !== '' && !isOuterComment(line, indent)) break;
    end = start;
  }
  return lineEnd(text, Math.max(from, end - 1 - (text[end - 2] === '\r' ? 1 : 0)));
}

function isOuterComment(line: string, indent: number): boolean {
  return /^ *#/.test(line) && line.indexOf('#') <= indent;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Where the comment lines that stand directly above a line start, not indented further than it; the line itself when there are none. */
export function commentsAbove(text: string, at: number, indent: number): number {
  let start = at;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!isOuterComment(text.slice(above, start), indent)) break;
    start = above;
  }
  return start;
}
