import { LineIndex } from '../line-index';
import type { Span } from '../span';
import { expandReplacement } from './expand';

/** Units of the line that are shown in front of a match, and of all of it. */
const BEFORE = 16;
const WIDTH = 160;

/** A place that was found, with as much of its line as can be taken in. */
export interface TextMatch extends Span {
  /** From 1. */
  readonly line: number;
  readonly excerpt: string;
  /** Where in the excerpt the match is; a match over several lines is marked to the end of its first. */
  readonly mark: Span;
  /** What would stand in its place; null while nothing is to be replaced. */
  readonly insert: string | null;
}

export interface TextMatches {
  readonly matches: readonly TextMatch[];
  /** There are more than were asked for. */
  readonly more: boolean;
}

/** How matches are replaced: `expand` reads `$1` and its like. */
export interface Replacement {
  readonly text: string;
  readonly expand: boolean;
}

/** The first `limit` matches of a global expression. Empty matches count too, as they do for `String.replace`. */
export function findMatches(
  text: string,
  expression: RegExp,
  replacement: Replacement | null,
  limit: number,
): TextMatches {
  const matches: TextMatch[] = [];
  let lines: LineIndex | null = null;
  expression.lastIndex = 0;
  for (let found = expression.exec(text); found; found = expression.exec(text)) {
    if (matches.length >= limit) return { matches, more: true };
    lines ??= new LineIndex(text);
    const span = { from: found.index, to: found.index + found[0].length };
    const insert =
      replacement && (replacement.expand ? expandReplacement(replacement.text, found) : replacement.text);
    matches.push({ ...span, ...excerptOf(text, lines, span), insert });
    if (span.to === span.from) expression.lastIndex = span.to + unitsAt(text, span.to);
  }
  return { matches, more: false };
}

/** A character of two units is stepped over as one. */
function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Looks only at what is shown: a line may be as long as the file. */
function excerptOf(
  text: string,
  lines: LineIndex,
  { from, to }: Span,
): Omit<TextMatch, 'from' | 'to' | 'insert'> {
  const at = lines.position(from);
  const start = from - at.column + 1;
  let cut = Math.max(start, from - BEFORE);
  // Between words where there are some, never within a character.
  const blank = cut > start ? text.slice(cut, from).search(/\s\S/) : -1;
  if (blank >= 0) cut += blank + 1;
  else if (cut > start && isLowSurrogate(text, cut)) cut++;
  const whole = text.slice(cut, Math.max(from, cut) + WIDTH);
  const end = whole.slice(from - cut).search(/[\r\n]/);
  const line = end < 0 ? whole : whole.slice(0, from - cut + end);
  const indent = cut === start ? Math.min(line.length - line.trimStart().length, from - cut) : 0;
  const head = cut > start ? '…' : '';
  const tail = end < 0 && cut + whole.length < text.length ? '…' : '';
  const excerpt = `${head}${line.slice(indent)}${tail}`;
  const shift = head.length - indent - cut;
  const last = head.length + line.length - indent;
  return {
    line: at.line,
    excerpt,
    mark: { from: Math.min(from + shift, last), to: Math.min(to + shift, last) },
  };
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
