import type { MarkdownDoc } from '../text/markdown';
import type { PieceText } from '../text/markdown/piece';
import { inPieces } from '../text/markdown/pieces';
import { NUMBER_WORDS } from '../text/number-words';
import { type Match, matches } from '../text/quantities';
import { blocksIn } from '../text/sections';
import type { Fact } from './fact';

/** Beyond this a text is no record of a review. */
const MOST = 100;
const NUMBER = new RegExp(`(?<![\\p{L}\\p{N}.,$€£-])(?:\\d{1,3}|${NUMBER_WORDS.join('|')})$`, 'iu');
/** No number is written longer. */
const LONGEST_NUMBER = 20;
/** How positions begin. */
const POSITION_WORD = 'consent|disagree-and-commit|object|abstain';
const POSITION =
  '(?:consent-with-reservation|consent(?:ed|s)? with (?:a )?reservations?|disagree-and-commit|consent(?:ed|s)?|object(?:ed|s)?|abstain(?:ed|s)?)';
/** A count ends there: "11 consent," is one, "one consent round" is none. */
const END = '(?=\\s*(?:[,.;:)|]|$)|\\s+(?:\\(|(?:and|or)(?![\\p{L}\\p{N}])))';

const COUNTED = new RegExp(`${POSITION}${END}`, 'iuy');

/**
 * Positions as a text counts them (`position-count`): "11 consent, 1 consent-with-reservation and 2 disagree-and-commit". Only sentences that count
 * the consents are read; others count something else, such as comments.
 */
export function positionCounts(doc: MarkdownDoc): Fact[] {
  const counted = countsIn(doc).slice(0, MOST);
  if (counted.length === 0) return [];
  return sentencesOf(doc, counted).flatMap((hits) => {
    const facts = hits.flatMap((hit): Fact[] => {
      const written = /^\S+/.exec(hit.text)?.[0] ?? '';
      const count = /^\d/.test(written) ? Number(written) : NUMBER_WORDS.indexOf(written.toLowerCase());
      const position = positionOf(hit.text.slice(written.length).trim().toLowerCase());
      const span = { from: hit.from, to: hit.from + written.length };
      return [
        {
          type: 'record',
          set: 'position-count',
          id: position,
          fields: { position, count, written },
          places: { count: span },
          span: { from: hit.from, to: hit.to },
        },
      ];
    });
    return facts.some((fact) => fact.type === 'record' && fact.id === 'consent') ? facts : [];
  });
}

/** The positions with the number before them. They are looked for first: positions are rare, numbers are not. */
function countsIn(doc: MarkdownDoc): Match[] {
  const { plain } = doc;
  return inPieces(doc, positionsIn, (at, by) => at + by).flatMap((at) => {
    let end = at;
    while (end > 0 && /\s/.test(plain[end - 1] as string)) end--;
    const number =
      end < at ? NUMBER.exec(plain.slice(Math.max(0, end - LONGEST_NUMBER), end))?.[0] : undefined;
    if (number === undefined) return [];
    COUNTED.lastIndex = at;
    const position = COUNTED.exec(plain)?.[0];
    if (position === undefined) return [];
    const [from, to] = [end - number.length, at + position.length];
    return [{ from, to, text: plain.slice(from, to) }];
  });
}

function positionsIn({ plain }: PieceText): readonly number[] {
  return matches(plain, POSITION_WORD, undefined, 'i').map(({ from }) => from);
}

/** The hits of one sentence each. */
function sentencesOf(doc: MarkdownDoc, hits: readonly Match[]): readonly (readonly Match[])[] {
  return blocksIn(doc, { from: 0, to: doc.text.length }).flatMap(({ span }) => {
    const sentences: Match[][] = [];
    let last: Match | null = null;
    for (const hit of hits) {
      if (hit.from < span.from || hit.to > span.to) continue;
      if (last && !/[.!?]["”)]?\s/.test(doc.plain.slice(last.to, hit.from))) sentences.at(-1)?.push(hit);
      else sentences.push([hit]);
      last = hit;
    }
    return sentences;
  });
}

function positionOf(said: string): string {
  if (/^consent.*reservation/.test(said)) return 'consent-with-reservation';
  if (said === 'disagree-and-commit') return said;
  if (said.startsWith('consent')) return 'consent';
  return said.startsWith('object') ? 'object' : 'abstain';
}
