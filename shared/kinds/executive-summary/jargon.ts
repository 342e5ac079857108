import { words } from '../../text/prose';
import { type Match, matches } from '../../text/quantities';

/** A term of the trade that a slide uses, with the pattern of its uses. */
export interface Jargon {
  readonly term: string;
  readonly pattern: string;
}

/**
 * Words that the people who run the system take for plain. "Offset" is one where it is a place in a log, not in "savings offset the cost".
 */
export const JARGON: readonly Jargon[] = [
  { term: 'consumer lag', pattern: 'consumer[ -]lag' },
  { term: 'DLQ', pattern: 'DLQs?|dead[ -]letter (?:queues?|topics?)' },
  { term: 'schema registry', pattern: 'schema[ -]registr(?:y|ies)' },
  { term: 'TTL', pattern: 'TTLs?' },
  {
    term: 'offset',
    pattern:
      '(?:consumer|committed|topic|partition|broker|read|log|kafka|latest|earliest|stale|wrong|old|last) offsets?|offsets? (?:reset|commits?|lag)|(?:from|to|at) offset(?! by)|offsets (?:were|are) (?:reset|committed|lost|stale)',
  },
];

/** How far behind a term its gloss may begin. */
const REACH = 10;
const GLOSS =
  /\(([^()]{3,200})\)|(?<!\p{L})(?:i\.\s?e\.|meaning|that is|in plain words|in other words|which (?:is|are|means?|holds?|decides?|checks?|approves?|keeps?)|or rather)(?!\p{L})|\s[—–]\s(?:the|a|an|where|how)\s|,\s(?:the|a|an)\s/giu;
/** A reference is no explanation: "(CF-02)", "(see the postmortem)", "(2 h)". */
const REFERENCE = /^(?:see|cf\.?|source|from)(?!\p{L})/iu;

/** The first use of a term in a text, or null; whole words only. */
export function firstUse(text: string, { pattern }: Jargon): Match | null {
  return matches(text, `(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}])`, undefined, 'i')[0] ?? null;
}

/** True when plain words about the term stand close behind it, or when the term itself is put in brackets behind them. */
export function isGlossed(text: string, use: Match): boolean {
  if (/\p{L}{3}[^()\n]{0,3}\($/u.test(text.slice(Math.max(0, use.from - 12), use.from))) return true;
  const behind = text.slice(use.to, use.to + 400);
  for (const gloss of behind.matchAll(GLOSS)) {
    if (words(behind.slice(0, gloss.index)) > REACH) return false;
    if (gloss[1] === undefined || explains(gloss[1])) return true;
  }
  return false;
}

function explains(bracket: string): boolean {
  if (REFERENCE.test(bracket.trim())) return false;
  const plain = bracket.replace(/[A-Z]{1,12}-[\w-]{0,40}\d/g, ' ').match(/\p{L}{2,}/gu) ?? [];
  return plain.length >= 2;
}
