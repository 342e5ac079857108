import type { MarkdownDoc } from '../text/markdown';
import { matches } from '../text/quantities';
import { blocksIn } from '../text/sections';
import type { Fact } from './fact';

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
];
/** Beyond this a text is no record of a review. */
const MOST = 100;
const NUMBER = `(?<![\\p{L}\\p{N}.,$€£-])(?:\\d{1,3}|${WORDS.join('|')})`;
const POSITION =
  '(?:consent-with-reservation|consent(?:ed|s)? with (?:a )?reservations?|disagree-and-commit|consent(?:ed|s)?|object(?:ed|s)?|abstain(?:ed|s)?)';
/** A count ends there: "11 consent," is one, "one consent round" is none. */
const END = '(?=\\s*(?:[,.;:)|]|$)|\\s+(?:\\(|(?:and|or|against|to)(?![\\p{L}\\p{N}])))';

/**
 * Positions as a text counts them (`position-count`): "11 consent, 1 consent-with-reservation and 2 disagree-and-commit". Only sentences that count
 * the consents are read; others count something else, such as comments.
 */
export function positionCounts(doc: MarkdownDoc): Fact[] {
  const counted = matches(doc.plain, `${NUMBER}\\s+${POSITION}${END}`, undefined, 'i').slice(0, MOST);
  if (counted.length === 0) return [];
  const blocks = blocksIn(doc, { from: 0, to: doc.text.length });
  return blocks.flatMap((block) => {
    const here = counted.filter((hit) => hit.from >= block.span.from && hit.to <= block.span.to);
    const facts = here.flatMap((hit): Fact[] => {
      const written = /^\S+/.exec(hit.text)?.[0] ?? '';
      const count = /^\d/.test(written) ? Number(written) : WORDS.indexOf(written.toLowerCase());
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

function positionOf(said: string): string {
  if (/^consent.*reservation/.test(said)) return 'consent-with-reservation';
  if (said === 'disagree-and-commit') return said;
  if (said.startsWith('consent')) return 'consent';
  return said.startsWith('object') ? 'object' : 'abstain';
}
