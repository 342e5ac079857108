import type { Folded } from './folded';
import type { Form } from './forms';

/** The positions of a form's words in folded text. */
export type WordPlaces = readonly { readonly start: number; readonly end: number }[];

/** What stands in place of a match: in the spelling of the match, with its marks between words, and with as many line breaks. */
export function replacement(folded: Folded, form: Form, places: WordPlaces, identifier: '-' | '_'): string {
  const { pieces } = form;
  const gaps = places.slice(1).map((place, i) => rawBetween(folded, places[i]?.end ?? 0, place.start));
  if (pieces.length === places.length) {
    return pieces.map((piece, i) => inStyle(folded, form, places, i, piece) + (gaps[i] ?? '')).join('');
  }
  const styled = pieces.map((piece) => inStyle(folded, form, places, 0, piece));
  const [first] = gaps;
  const joined =
    first === undefined ? joinAlone(folded, form, places, styled, identifier) : join(styled, first);
  // What the gaps hold besides blanks stays: the marks of bold type would lose their partners, and later lines their numbers.
  const marks = gaps.join('').replace(/[^*`~\r\n]/g, '');
  return joined + marks;
}

function rawBetween({ text, from, to }: Folded, start: number, end: number): string {
  return text.slice(to[start - 1] ?? 0, from[end] ?? text.length);
}

/** Words as the first gap joins them: `Company A`, `company-a`, `CompanyA`, `Company%20A`. */
function join(words: readonly string[], gap: string): string {
  if (gap === '') return words.map((word, i) => (i === 0 ? word : capital(word, words[0] ?? ''))).join('');
  if (/^%[0-9a-f]{2}$/i.test(gap) || /^[-_.+]$/.test(gap)) return words.join(gap);
  return words.join(' ');
}

function joinAlone(
  folded: Folded,
  form: Form,
  places: WordPlaces,
  words: readonly string[],
  identifier: '-' | '_',
): string {
  if (words.length < 2) return words[0] ?? '';
  const [place = { start: 0, end: 0 }] = places;
  const before = folded.cased[place.start - 1] ?? ' ';
  const after = folded.cased[place.end] ?? ' ';
  const beyond = folded.cased[place.end + 1] ?? ' ';
  // Scripts without blanks stand beside a name as a blank would.
  const lettered = /(?=[\p{L}\p{N}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;
  if ((lettered.test(before) || lettered.test(after)) && !/^s$/i.test(after)) return join(words, '');
  if (before === '_' || after === '_') return words.join('_');
  const inName =
    /[-/\\.@#=]/.test(before) ||
    (/[-/\\@=]/.test(after) && lettered.test(beyond)) ||
    (after === '.' && lettered.test(beyond));
  const small = spelling(folded, form, places, 0) === 'small';
  return inName || small ? words.join(identifier) : words.join(' ');
}

type Spelling = 'small' | 'capitals' | 'given' | 'first';

/** How a word of a match is spelled, beside how the entry spells it. */
function spelling(folded: Folded, form: Form, places: WordPlaces, index: number): Spelling {
  const place = places[index] ?? { start: 0, end: 0 };
  const found = folded.cased.slice(place.start, place.end);
  const given = form.cased[index] ?? '';
  if (found === given) return 'given';
  const letters = found.replace(/\P{L}/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return 'capitals';
  if (found === found.toLowerCase() && given !== given.toLowerCase()) return 'small';
  return /^\p{Lu}/u.test(found) && !/^\p{Lu}/u.test(given) ? 'first' : 'given';
}

function inStyle(folded: Folded, form: Form, places: WordPlaces, index: number, piece: string): string {
  switch (spelling(folded, form, places, index)) {
    case 'capitals':
      return piece.toUpperCase();
    case 'small':
      return piece.toLowerCase();
    case 'first':
      return piece.slice(0, 1).toUpperCase() + piece.slice(1);
    case 'given':
      return piece;
  }
}

function capital(word: string, first: string): string {
  return first === first.toLowerCase() ? word : word.slice(0, 1).toUpperCase() + word.slice(1);
}
