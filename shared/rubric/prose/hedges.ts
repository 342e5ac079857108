import type { PieceText } from '../../text/markdown/piece';
import { inPieces } from '../../text/markdown/pieces';
import { allSentences } from '../../text/prose';
import { matches } from '../../text/quantities';
import { contains } from '../../text/span';
import { judge, notApplicable } from '../criterion';
import { movedProblem, type OwnProblem } from '../moved-problem';
import type { Remark } from './remark';

const MODAL = '(?:might|may|could|probably|possibly|perhaps)';
/** Each says less than the sentence without it. One word of doubt is honest; these are doubt about doubt, or an adverb in place of a reason. */
const HEDGE = [
  `\\bwe (?:believe|think|feel|guess|suspect|hope)(?: that)? (?:[\\p{L}\\d'’-]+ ){0,3}?${MODAL}\\b`,
  '\\b(?:might|may|could) (?:possibly|perhaps|potentially|conceivably|arguably)\\b',
  '\\b(?:possibly|perhaps|probably|maybe) (?:might|may|could)\\b',
  '\\bsomewhat\\b',
  '\\bit (?:would )?(?:seems?|appears?) (?:that|as if|like|as though)\\b',
  '\\b(?:hopefully|arguably|presumably)\\b',
].join('|');
/** Each of them holds one of these, which are far cheaper to look for. */
const TELLS =
  /\b(?:might|may|could|possibly|probably|perhaps|somewhat|seem|appear|hopefully|arguably|presumably)/iu;
/** Words between quotation marks are somebody else's. */
const QUOTED = '"[^"\\n]{1,200}"|“[^”\\n]{1,200}”';

/** PROSE-02: words that take back what the sentence says. */
export const hedges: Remark = {
  id: 'PROSE-02',
  mode: 'auto',
  severity: 'info',
  scope: 'value',
  readsPacket: false,
  title: 'Sentences say what they claim',
  failTitle: 'A sentence takes back what it claims',
  why: 'A reader cannot tell a claim that was hedged from habit from one that is uncertain, and discounts both.',
  hint: 'Say it, or say how sure you are and what would settle it: "likely (two of three runs)".',
  sources: ['Seed'],
  check: ({ source }) => {
    if (source.format !== 'md')
      return notApplicable('Only prose of Markdown files is looked through for hedges');
    return judge(inPieces(source.markdown, hedgesIn, movedProblem));
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source:
          '# Note\n\nThe queue may grow to 40 min. We believe the broker is the cause (R-03). It arises to some degree in every log, and it costs more or less than planned. She wrote "hopefully it holds".\n\n> It is somewhat late.\n',
      },
    ],
    fail: [
      {
        path: 'note.md',
        source:
          '# Note\n\nWe believe that it might help. The log is somewhat slow, and could possibly stop.\n',
        at: ['We believe that it might', 'somewhat', 'could possibly'],
      },
      {
        path: 'note.md',
        source: '# Note\n\nHopefully the pilot holds.\n\n| Risk |\n| --- |\n| It seems that nobody asked |\n',
        at: ['Hopefully', 'It seems that'],
      },
    ],
  },
};

function hedgesIn(piece: PieceText): OwnProblem[] {
  const { prose } = piece;
  const problems: OwnProblem[] = [];
  if (!TELLS.test(prose)) return problems;
  for (const { span, block } of allSentences(piece)) {
    if (block.inQuote || block.kind === 'heading') continue;
    if (!TELLS.test(prose.slice(span.from, span.to))) continue;
    const hits = matches(prose, HEDGE, span, 'i');
    if (hits.length === 0) continue;
    const quoted = matches(prose, QUOTED, span);
    for (const hit of hits)
      if (!quoted.some((quote) => contains(quote, hit)))
        problems.push({
          span: { from: hit.from, to: hit.to },
          message: `"${hit.text.replace(/\s+/g, ' ')}" takes back what the sentence says`,
          ...rewrite(piece.text, hit.from),
        });
  }
  return problems;
}

/** Doubt upon doubt, of which the first word of each pattern's group can go; and the adverb that can always go, but for "somewhat of a". */
const SPARE =
  /^(?:(?:might|may|could)( +(?:possibly|perhaps|potentially|conceivably|arguably))\b|((?:possibly|perhaps|probably|maybe) +)(?:might|may|could)\b|(somewhat +)(?!of\b|like\b)[\p{L}\d])/u;

/** The sentence without the word that takes it back, where nothing else has to change. */
function rewrite(text: string, at: number): Pick<OwnProblem, 'fix'> {
  const found = SPARE.exec(text.slice(at, at + 60));
  const spare = found?.[1] ?? found?.[2] ?? found?.[3];
  if (!found || spare === undefined) return {};
  const from = at + found[0].indexOf(spare);
  return {
    fix: {
      title: `Leave out "${spare.trim()}"`,
      edits: [{ from, to: from + spare.length, insert: '' }],
    },
  };
}
