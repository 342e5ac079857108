import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/** Marks of emphasis in one paragraph or cell, counted by character; also bounds how deep they nest, which the parser follows by recursion. */
const MOST_EMPHASIS = 2000;
/** A longer run of `*` or `_` is a line to look at, not emphasis. */
const LONGEST_RUN = 100;
/** Characters that may be looked at again, for each character of the paragraph. A text that somebody wrote needs two or three. */
const WORK_PER_CHARACTER = 60;

/** What was spent on one paragraph, heading or cell. */
interface Spent {
  work: number;
  marks: number;
  emphasis: number;
  readonly last: Map<string, number>;
}

/**
 * Keeps the time of the inline parser in proportion to the text: whatever would make it search a paragraph again and again stays text. The result
 * is the parser's own wherever a person wrote the text; past the bounds, marks are read as the characters they are.
 */
export function boundedInline(): MarkdownConfig {
  const known = new WeakMap<InlineContext, Spent>();
  const spentOn = (cx: InlineContext): Spent => {
    let spent = known.get(cx);
    if (!spent) {
      spent = { work: 0, marks: 0, emphasis: 0, last: new Map() };
      known.set(cx, spent);
    }
    return spent;
  };
  return {
    parseInline: [
      { name: 'Bounds', before: 'Escape', parse: (cx, next, at) => bound(cx, next, at, spentOn) },
    ],
  };
}

/** Where to go on when the mark at a place may not be read as one, or -1 to let the parser read it. */
function bound(cx: InlineContext, next: number, at: number, spentOn: (cx: InlineContext) => Spent): number {
  switch (next) {
    case 32:
      return blanks(cx, at);
    case 42: // *
    case 95: // _
    case 126: // ~
      return emphasis(cx, next, at, spentOn(cx));
    case 33: // !
      return cx.char(at + 1) === 91 ? mark(cx, at, spentOn(cx), 0) : -1;
    case 91: // [
      return mark(cx, at, spentOn(cx), 0);
    case 93: // ]
      return mark(cx, at, spentOn(cx), linkLength(cx, at, spentOn(cx)));
    case 96: // `
      return code(cx, at, spentOn(cx));
    case 60: // <
      return tag(cx, at, spentOn(cx));
    case 104: // h
    case 119: // w
      return /^(?:https?:|www\.)/.test(cx.slice(at, at + 6)) ? mark(cx, at, spentOn(cx), 0) : -1;
    default:
      return -1;
  }
}

/** The parser looks from each blank to the end of the run; only the first of a long one has to. */
function blanks(cx: InlineContext, at: number): number {
  let end = at;
  while (cx.char(end) === 32) end++;
  return end - at > 2 && cx.char(end) !== 10 ? end : -1;
}

/** Each mark may be compared with all before it. */
function mark(cx: InlineContext, at: number, spent: Spent, reach: number): number {
  spent.marks++;
  return spend(cx, spent, spent.marks + reach) ? -1 : at + 1;
}

function emphasis(cx: InlineContext, next: number, at: number, spent: Spent): number {
  let end = at;
  while (cx.char(end) === next) end++;
  if (end - at > LONGEST_RUN || spent.emphasis + (end - at) > MOST_EMPHASIS) return end;
  spent.emphasis += end - at;
  spent.marks++;
  return spend(cx, spent, spent.marks) ? -1 : end;
}

/** How far the parser looks for the end of `](address "title")`. */
function linkLength(cx: InlineContext, at: number, spent: Spent): number {
  if (cx.char(at + 1) !== 40) return 0;
  const { text, offset } = cx;
  const stop = Math.min(text.length, at - offset + budget(cx) - spent.work);
  let end = at - offset + 2;
  while (end < stop && !isBlank(text.charCodeAt(end))) end++;
  end += offset;
  const opening = cx.char(cx.skipSpace(end));
  if (opening !== 34 && opening !== 39 && opening !== 40) return end - at;
  const close = opening === 40 ? ')' : String.fromCharCode(opening);
  return lastOf(cx, close, spent) > end ? end - at : cx.end - at;
}

/** Code that never closes is searched for once for each length of its mark. */
function code(cx: InlineContext, at: number, spent: Spent): number {
  if (cx.char(at - 1) === 96 && at > cx.offset) return -1;
  let end = at;
  while (cx.char(end) === 96) end++;
  const marks = '`'.repeat(Math.min(end - at, LONGEST_RUN));
  if (lastOf(cx, marks, spent) < end) return end;
  return spend(cx, spent, 1) ? -1 : end;
}

/** What opens with `<` and closes nowhere is text at once. */
function tag(cx: InlineContext, at: number, spent: Spent): number {
  const start = cx.slice(at + 1, at + 9);
  const close = start.startsWith('!--')
    ? '-->'
    : start.startsWith('?')
      ? '?>'
      : start.startsWith('![CDATA[')
        ? ']]>'
        : '>';
  return lastOf(cx, close, spent) > at ? -1 : at + 1;
}

function budget(cx: InlineContext): number {
  return WORK_PER_CHARACTER * (cx.end - cx.offset) + 10_000;
}

/** Whether there is still so much to spend. */
function spend(cx: InlineContext, spent: Spent, work: number): boolean {
  spent.work += work;
  return spent.work <= budget(cx);
}

/** Where a text occurs last, in the document; looked up once. */
function lastOf(cx: InlineContext, text: string, spent: Spent): number {
  let last = spent.last.get(text);
  if (last === undefined) {
    const found = cx.text.lastIndexOf(text);
    last = found < 0 ? -1 : found + cx.offset;
    spent.last.set(text, last);
  }
  return last;
}

function isBlank(character: number): boolean {
  return character === 32 || character === 9 || character === 10 || character === 13;
}
