import type { PieceText } from '../../text/markdown/piece';
import { inPieces } from '../../text/markdown/pieces';
import { allSentences, type Sentence, words } from '../../text/prose';
import { judge, notApplicable } from '../criterion';
import { movedProblem, type OwnProblem } from '../moved-problem';
import type { Remark } from './remark';

/** A sentence of more words than this is read twice. */
const MOST_WORDS = 45;
/** With a comma for every so many words it is a list, and read as one. */
const WORDS_PER_COMMA = 5;

/** PROSE-03: sentences that have to be read twice. */
export const longSentences: Remark = {
  id: 'PROSE-03',
  mode: 'auto',
  severity: 'info',
  scope: 'value',
  readsPacket: false,
  title: `No sentence is longer than ${MOST_WORDS} words`,
  failTitle: 'A sentence is too long to be read once',
  why: 'Whoever has to start a sentence again starts to look for what it hides.',
  hint: 'Cut it where a second thought begins, or make its parts a list.',
  sources: ['Seed'],
  check: ({ source }) => {
    if (source.format !== 'md') return notApplicable('Only sentences of Markdown files are measured');
    return judge(inPieces(source.markdown, longIn, movedProblem));
  },
  examples: {
    pass: [
      { path: 'note.md', source: `# Note\n\n${'It ends and goes on. '.repeat(12)}\n` },
      { path: 'note.md', source: `# Note\n\nIt holds ${'one item, '.repeat(30)}and no more.\n` },
      {
        path: 'note.md',
        source: `# Note\n\nIn the context of a log, facing late data, we decided for Kafka ${'and for it '.repeat(15)}in the end.\n`,
      },
      { path: 'note.md', source: `# Note\n\n${'Owner: the team that runs it\n'.repeat(9)}\n` },
    ],
    fail: [
      {
        path: 'note.md',
        source: `# Note\n\nShort. ${'It goes on and '.repeat(11)}then ends. Short.\n`,
        at: [`${'It goes on and '.repeat(11)}then ends.`],
      },
    ],
  },
};

function longIn(piece: PieceText): OwnProblem[] {
  return allSentences(piece).flatMap((sentence) => {
    const count = isOneSentence(piece, sentence) ? words(sentence.text) : 0;
    return count > MOST_WORDS
      ? [
          {
            span: sentence.span,
            message: `This sentence has ${count} words; more than ${MOST_WORDS} are read twice`,
          },
        ]
      : [];
  });
}

/** False for what no full stop ends because it is none: headings, quotations, cells, lines such as "Owner: …" under each other, lists in a line. */
function isOneSentence(piece: PieceText, { text, span, block }: Sentence): boolean {
  if (block.inQuote || block.kind !== 'paragraph') return false;
  if (isDecisionForm(text)) return false;
  if (!/[.!?]["'”’)\]]*$/.test(text)) return false;
  const source = piece.text.slice(span.from, span.to);
  if (/\n[ \t]*(?:[*_]{1,2})?\p{Lu}[^\n:]{0,40}:/u.test(source) || /(?: {2}|\\)\n|<br/i.test(source))
    return false;
  const commas = text.split(/[,;]/).length - 1;
  return commas * WORDS_PER_COMMA < words(text);
}

/** The one-sentence form of a decision record, long by design: "In the context of …, facing …, we decided for …". */
function isDecisionForm(text: string): boolean {
  const facing = text.search(/,\s+facing\s/);
  return text.startsWith('In the context of') && facing > 0 && /\sdecided\s/.test(text.slice(facing));
}
