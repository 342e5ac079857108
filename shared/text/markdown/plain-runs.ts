import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/**
 * Steps over what no mark can begin at, where the parser would ask each of its dozen readers at each character: the rest of a word, since
 * an address begins where no letter, digit or `_` of ASCII stands before; letters beyond ASCII; and signs such as a comma or a bracket,
 * whose links are read from their end. The tree is the same.
 */
export function plainRuns(): MarkdownConfig {
  return { parseInline: [{ name: 'PlainRun', before: 'Escape', parse: skipPlain }] };
}

/** Signs that begin nothing. */
const SIGNS = new Set([...',;:()"\'=?/%#$|{}^'].map((sign) => sign.charCodeAt(0)));
const BLANK = 32;
const LINE_FEED = 10;
const UNDERSCORE = 95;

/** Where to go on, or -1 to let the parser look. */
function skipPlain(cx: InlineContext, next: number, at: number): number {
  if (next >= 128) return endOfRun(cx, at, isWide);
  if (isPlain(next)) {
    const before = at > cx.offset ? cx.char(at - 1) : BLANK;
    return before === UNDERSCORE || isPlain(before) ? endOfRun(cx, at, isPlain) : -1;
  }
  if (next !== BLANK) return SIGNS.has(next) ? at + 1 : -1;
  // Two blanks before the end of a line break it.
  const after = cx.char(at + 1);
  return after === BLANK || after === LINE_FEED ? -1 : at + 1;
}

function endOfRun(cx: InlineContext, from: number, belongs: (code: number) => boolean): number {
  let at = from + 1;
  while (at < cx.end && belongs(cx.char(at))) at++;
  return at;
}

function isWide(code: number): boolean {
  return code >= 128;
}

/** A letter or digit of ASCII. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
