import type { Span } from '../text/span';

/** A word whose spelling can be judged, with its place. */
export interface SpelledWord extends Span {
  /** As a dictionary has it: straight apostrophes, no possessive ending. */
  readonly word: string;
}

const LONGEST = 64;

/** What stands around a word or a name without being part of it: quotes, brackets, emphasis, the end of a sentence. */
const BEFORE = /^[^\p{L}\p{N}/.\\@#$&%=~]+/u;
const AFTER = /[^\p{L}\p{N}/\\@#$&%=~]+$/u;
/** Addresses, mentions, assignments, escapes, `snake_case`, `dotted.names`: written for machines. */
const TECHNICAL = /[@\\#$&%=~_]|:\/|[\p{L}\p{N}][.:]+[\p{L}\p{N}]/u;
/** Folders and files; "and/or" is neither. */
const PATH = /^[./]|\/$|\/.*[/.]/;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;
/** SLO, ADRs, API's. */
const ACRONYM = /^\p{Lu}{2,}(?:['’]?s)?$/u;
/** camelCase, GitHub, IPv, O'Neill: whoever writes so means a name. */
const INNER_CAPITAL = /[\p{Ll}'’]\p{Lu}|^\p{Lu}{2,}\p{Ll}/u;
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{M}'’]/u;
/** Stand before a hyphen and are no words. */
const PREFIXES = new Set(
  'anti auto bi co counter de cross eco en ex extra geo hyper infra inter intra kilo macro mega meta micro mid mini mis mono multi neo non para poly post pre pro pseudo quasi re semi sub super tele trans tri ultra un uni vice'.split(
    ' ',
  ),
);
/** A word this short behind a number is its unit: 5 ms, 20 kpu. */
const LONGEST_UNIT = 4;

/**
 * The words of a piece of prose. What is no prose is left out: ids, addresses, paths, names of code, acronyms, numbers with their units, and
 * words of other scripts. Total, and linear in the length. Places are offsets into `text` plus `offset`.
 */
export function wordsIn(text: string, offset = 0): readonly SpelledWord[] {
  const words: SpelledWord[] = [];
  let afterNumber = false;
  for (const { 0: run, index } of text.matchAll(/\S+/g)) {
    // A run this long is no text that anybody reads.
    if (run.length > 1024) continue;
    const before = BEFORE.exec(run)?.[0].length ?? 0;
    const core = run.slice(before).replace(AFTER, '');
    const unit = afterNumber;
    afterNumber = /\d$/.test(core);
    if (core === '' || TECHNICAL.test(core) || PATH.test(core) || isSlug(core)) continue;
    for (const { 0: found, index: at } of core.matchAll(WORD)) {
      const end = at + found.length;
      if (unit && at === 0 && found.length <= LONGEST_UNIT && end === core.length) continue;
      if (!isJudged(found) || /[\d]/.test(core.charAt(at - 1)) || /[\d]/.test(core.charAt(end))) continue;
      if (run.charAt(before + end) === '-' && PREFIXES.has(found.toLowerCase())) continue;
      const word = dictionaryForm(found);
      const from = offset + index + before + at;
      words.push({ word, from, to: from + word.length });
    }
  }
  return words;
}

/** `adr-002`, `msk-cost-1`: a number behind a hyphen makes an id; "24-hour" is none. */
function isSlug(core: string): boolean {
  const parts = core.split('-');
  return parts.some((part, i) => {
    if (i === 0 || !/\d/.test(part)) return false;
    return /\d/.test(parts[i - 1] as string) || /^\p{L}*\d/u.test(part);
  });
}

function isJudged(found: string): boolean {
  return (
    found.length > 1 &&
    found.length <= LONGEST &&
    !ACRONYM.test(found) &&
    !INNER_CAPITAL.test(found) &&
    !OTHER_SCRIPT.test(found)
  );
}

function dictionaryForm(found: string): string {
  return found.replaceAll('’', "'").replace(/'s$/i, '');
}
