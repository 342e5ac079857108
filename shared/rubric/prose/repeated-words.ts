import type { DataNode } from '../../text/data-tree';
import type { PieceText } from '../../text/markdown/piece';
import { inPieces } from '../../text/markdown/pieces';
import { allSentences } from '../../text/prose';
import type { Span } from '../../text/span';
import type { Source } from '../artifact';
import { judge, notApplicable } from '../criterion';
import { movedProblem, type OwnProblem } from '../moved-problem';
import { mayRepeat } from './may-repeat';
import type { Remark } from './remark';

const WORD = /(?<![\p{L}\p{M}\p{N}_'’.-])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}_'’-])/gu;
/** English that says a word twice and means it: "he had had", "what it is is", "no, no" without its comma. */
const TWICE = new Set(['had', 'that', 'is', 'do', 'no', 'so', 'very', 'bye', 'her', 'blah', 'long', 'again']);
/** Words that two capitalised spellings of are never names: "The the". */
const SMALL =
  'a an and are as at be but by can for from has have if in into it its may not of on or our so than the their then there these they this to was we were when which who will with would you your';
const SMALL_WORDS = new Set(SMALL.split(' '));

/** PROSE-01: a word that stands twice in a row. */
export const repeatedWords: Remark = {
  id: 'PROSE-01',
  mode: 'auto',
  severity: 'info',
  scope: 'value',
  readsPacket: false,
  title: 'No word stands twice in a row',
  failTitle: 'A word stands twice in a row',
  why: 'A doubled word says that the sentence was not read again after it was written.',
  hint: 'Delete one of the two.',
  sources: ['Seed'],
  check: ({ source }) => {
    const problems = problemsIn(source);
    if (problems === null) return notApplicable('Only prose is looked through for doubled words');
    return judge([...problems].sort((a, b) => a.span.from - b.span.from));
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source:
          '# Note\n\nHe had had it. He said that that works. That. That again. A `the` the, and tick-tick tick. Duran Duran.\n',
      },
      { path: 'data.yaml', source: 'note: "The log keeps all events."\n' },
    ],
    fail: [
      { path: 'note.md', source: '# Note\n\nWe replay the the log.\n', at: ['the the'] },
      { path: 'note.md', source: '# Note\n\nThe the log\nlog is kept.\n', at: ['The the', 'log\nlog'] },
      { path: 'data.yaml', source: 'note: We keep all of of it\n', at: ['of of'] },
    ],
  },
};

/** Words of two sentences or values are never neighbours. Null for formats without prose. */
function problemsIn(source: Source): readonly OwnProblem[] | null {
  switch (source.format) {
    case 'md':
      return inPieces(source.markdown, repeatedInPiece, movedProblem);
    case 'yaml':
    case 'json': {
      const { text } = source;
      const spans: Span[] = [];
      if (source.data.root) collect(source.data.root, spans);
      return spans.flatMap((span) => repeatedIn(text, text.slice(span.from, span.to), span));
    }
    default:
      return null;
  }
}

/** Looks through sentences with code and markup blank. */
function repeatedInPiece(piece: PieceText): OwnProblem[] {
  if (!mayRepeat(piece.prose)) return [];
  return allSentences(piece).flatMap(({ span }) =>
    repeatedIn(piece.text, piece.prose.slice(span.from, span.to), span),
  );
}

function collect(node: DataNode, into: Span[]): void {
  if (node.kind === 'map') for (const child of node.members.values()) collect(child, into);
  else if (node.kind === 'list') for (const child of node.items) collect(child, into);
  else if (typeof node.value === 'string') into.push(node.span);
}

function repeatedIn(source: string, piece: string, { from }: Span): OwnProblem[] {
  const problems: OwnProblem[] = [];
  if (!mayRepeat(piece)) return problems;
  let before: { readonly word: string; readonly at: number; readonly end: number } | null = null;
  for (const { 0: word, index: at } of piece.matchAll(WORD)) {
    const end = at + word.length;
    // Between the two there may be code or markup, which is blank in the piece.
    if (before && isTwice(before.word, word) && /^\s+$/.test(source.slice(from + before.end, from + at))) {
      problems.push({
        span: { from: from + before.at, to: from + end },
        message: `"${before.word} ${word}" says the word twice`,
        fix: {
          title: `Write "${before.word}" once`,
          edits: [{ from: from + before.end, to: from + end, insert: '' }],
        },
      });
    }
    before = { word, at, end };
  }
  return problems;
}

function isTwice(first: string, second: string): boolean {
  const word = second.toLowerCase();
  if (first.toLowerCase() !== word || TWICE.has(word)) return false;
  // "Will will do it", "Walla Walla": names, unless the word is too small for one.
  return /^\p{Lu}/u.test(first)
    ? SMALL_WORDS.has(word) && /^\p{Ll}/u.test(second)
    : first === second && word.length > 1;
}
