import { atOnce, STEP, type Steps } from '../util/steps';
import type { TextBlock } from './markdown';
import type { PieceText } from './markdown/piece';
import { eachPiece, type InPieces, inPieces, inPiecesBySteps, keptOfPiece } from './markdown/pieces';
import { contains, movedSpan, type Span } from './span';

/** Number of words: runs without blanks that hold a letter or a digit. */
export function words(text: string): number {
  return wordEnds(text).length;
}

/** Where each word ends. Text is read character by character, since whole documents are counted at each edit. */
export function wordEnds(text: string): number[] {
  const ends: number[] = [];
  let isWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if (code === 32 || (code >= 9 && code <= 13)) {
        if (isWord) ends.push(i);
        isWord = false;
      } else if (!isWord)
        isWord = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    } else if (!isWord || code === 0xa0 || code > 0x1000) {
      // In a word only a blank matters, and further blanks are all behind the alphabets.
      const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
      if (/\s/.test(char)) {
        if (isWord) ends.push(i);
        isWord = false;
      } else isWord ||= /[\p{L}\p{N}]/u.test(char);
    }
  }
  if (isWord) ends.push(text.length);
  return ends;
}

/** The words of a document that was asked about last, by piece: where each ends, and how many there are before. */
let counted = new WeakMap<InPieces, (place: number) => number>();

/** How many words end in a range whose ends cut none. */
export function wordsWithin(doc: InPieces, { from, to }: Span): number {
  let upTo = counted.get(doc);
  if (!upTo) {
    upTo = wordsUpTo(doc);
    counted = new WeakMap([[doc, upTo]]);
  }
  return Math.max(0, upTo(to) - upTo(from));
}

function wordsUpTo(doc: InPieces): (place: number) => number {
  const starts: number[] = [];
  const before: number[] = [];
  let total = 0;
  const ends = eachPiece(doc, wordEndsOfPiece, (inIt, from) => {
    starts.push(from);
    before.push(total);
    total += inIt.length;
    return inIt;
  });
  return (place) => {
    const piece = Math.max(0, upToIndex(starts, place) - 1);
    return (before[piece] ?? 0) + upToIndex(ends[piece] ?? [], place - (starts[piece] ?? 0));
  };
}

function wordEndsOfPiece({ plain }: PieceText): readonly number[] {
  return wordEnds(plain);
}

/** How many of the ascending numbers are not above a limit. */
function upToIndex(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ascending[mid] as number) <= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}

export interface Sentence {
  readonly text: string;
  readonly span: Span;
  readonly block: TextBlock;
}

/** Never the end of a sentence. */
const ALWAYS_ABBREVIATED = /(?:^|[\s(])(?:[Ee]\.g|[Ii]\.e|vs|cf|incl|approx|Mr|Mrs|Dr|St)$/;
/** An abbreviation only before something that cannot open a sentence: "no. 3", "5 ms. The next" ends one. */
const MAYBE_ABBREVIATED = /(?:^|[\s(])(?:no|fig|sec|min|etc|resp)$/i;

function isAbbreviation(before: string, after: string): boolean {
  return ALWAYS_ABBREVIATED.test(before) || (MAYBE_ABBREVIATED.test(before) && /^\s+[\p{Ll}\d]/u.test(after));
}

/**
 * The sentences of a span: cut at `.`, `!` and `?` before a blank, and at the ends of paragraphs, headings and table cells.
 * Code stays in (`plain`), since inline names are part of a sentence.
 */
export function sentencesIn(doc: InPieces, s: Span): Sentence[] {
  const all = allSentences(doc);
  const found: Sentence[] = [];
  for (let i = firstBehind(all, s.from); i < all.length; i++) {
    const sentence = all[i] as Sentence;
    if (sentence.block.span.from > s.to) break;
    if (contains(s, sentence.block.span)) found.push(sentence);
  }
  return found;
}

/** The index of the first sentence whose block does not start before a place; blocks come in the order of the text. */
function firstBehind(sentences: readonly Sentence[], place: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sentences[mid] as Sentence).block.span.from < place) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The sentences of the document that was asked about last: several ask about the same in turn, and no more are worth their memory. */
let latest = new WeakMap<InPieces, readonly Sentence[]>();

/** All sentences of a document or a piece of one. */
export function allSentences(doc: InPieces): readonly Sentence[] {
  let known = latest.get(doc) ?? keptOfPiece(doc, sentencesOfPiece);
  if (!known) {
    known = inPieces(doc, sentencesOfPiece, movedSentence);
    latest = new WeakMap([[doc, known]]);
  }
  return known;
}

/** Splits a long document into its sentences in steps, so that {@link allSentences} has them. */
export function* splitInSteps(doc: InPieces): Steps<void> {
  if (latest.has(doc) || keptOfPiece(doc, sentencesOfPiece)) return;
  const found = yield* inPiecesBySteps(doc, {
    find: sentencesOfPiece,
    inSteps: sentencesInSteps,
    move: movedSentence,
  });
  latest = new WeakMap([[doc, found]]);
}

function sentencesOfPiece(piece: PieceText): readonly Sentence[] {
  return atOnce(sentencesInSteps(piece));
}

function* sentencesInSteps({ blocks, plain }: PieceText): Steps<readonly Sentence[]> {
  const out: Sentence[] = [];
  let next = STEP;
  for (const block of blocks) {
    splitSentences(plain, block.span, (span) =>
      out.push({ text: plain.slice(span.from, span.to), span, block }),
    );
    if (block.span.to < next) continue;
    next = block.span.to + STEP;
    yield;
  }
  return out;
}

function movedSentence({ text, span, block }: Sentence, by: number): Sentence {
  return { text, span: movedSpan(span, by), block: { ...block, span: movedSpan(block.span, by) } };
}

/** Calls `emit` with the trimmed span of each sentence in a piece of plain text. */
export function splitSentences(text: string, s: Span, emit: (span: Span) => void): void {
  let start = s.from;
  const flush = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text[from] as string)) from++;
    while (to > from && /\s/.test(text[to - 1] as string)) to--;
    if (to > from) emit({ from, to });
    start = end;
  };
  for (let i = s.from; i < s.to; i++) {
    const c = text[i];
    if (c !== '.' && c !== '!' && c !== '?') continue;
    let end = i + 1;
    while (end < s.to && /["'”’)\]]/.test(text[end] as string)) end++;
    if (end < s.to && !/\s/.test(text[end] as string)) continue;
    if (
      c === '.' &&
      isAbbreviation(text.slice(Math.max(start, i - 8), i), text.slice(end, Math.min(s.to, end + 8)))
    )
      continue;
    flush(end);
    i = end - 1;
  }
  flush(s.to);
}

/** The sentences of plain text that is not Markdown, such as a YAML value; spans are offsets into `text`. */
export function sentencesOfText(text: string): Span[] {
  const out: Span[] = [];
  splitSentences(text, { from: 0, to: text.length }, (span) => out.push(span));
  return out;
}

const STOP_WORDS = new Set(
  (
    'a an and are as at be been but by can did do does for from had has have how if in into is it its may more not of on one or our out ' +
    'over so than that the their them then there they this to was we were what when where which who why will with would'
  ).split(' '),
);

/** The words that carry meaning, lower-cased and crudely stemmed (plural and -ed/-ing endings), for overlap tests. */
export function contentWords(text: string): Set<string> {
  const out = new Set<string>();
  for (const token of text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []) {
    if (token.length < 3 || STOP_WORDS.has(token)) continue;
    out.add(token.replace(/(?:ing|ed|es|s)$/, ''));
  }
  return out;
}
