import type { TextEdit } from '../text/edits/edit';

/** The words that the kit itself declares to be spelled right: plain text, one a line, sorted. It travels with the kit. */
export const WORDS_FILE = '.staffwright/words.txt';

/** Longer than any word; what is longer is no line of this file. UTF-16 units. */
export const LONGEST_WORD = 64;
/** More words than this are a dictionary, not the words of one kit. */
const MOST_WORDS = 20_000;

/** The words of the file: a line each, blanks around it dropped; a line that begins with `#` is a note. Total. */
export function readWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const word = line.trim();
    if (word === '' || word.startsWith('#') || word.length > LONGEST_WORD) continue;
    words.push(word);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** The edit that adds a word at its place in the order, and none when it is there. `null` is a file that does not exist. */
export function addWordEdits(text: string | null, word: string): readonly TextEdit[] {
  const known = text ?? '';
  if (readWords(known).includes(word)) return [];
  let at = 0;
  for (let start = 0; start < known.length; ) {
    const newline = known.indexOf('\n', start);
    const end = newline < 0 ? known.length : newline + 1;
    const line = known.slice(start, end).trim();
    // Notes stay above the word that follows them; an unsorted file keeps its order.
    if (line !== '' && (line.startsWith('#') || compareWords(line, word) < 0)) at = end;
    start = end;
  }
  const broken = at > 0 && !known.slice(0, at).endsWith('\n');
  return [{ from: at, to: at, insert: `${broken ? '\n' : ''}${word}\n` }];
}

/** By letter whatever the case, small letters after capital ones of the same word; the same on every machine. */
export function compareWords(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
