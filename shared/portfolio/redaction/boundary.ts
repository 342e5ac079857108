import type { Folded } from './folded';

/** Scripts that write words without blanks between them, or hang endings on: there, any place may be the end of a name. */
const RUN_ON =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}\u30fc]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\p{N}/u;
/** Arabic and Hebrew write "and", "the", "in" as letters in front of a word. */
const PREFIXES = /^[\u0648\u0641\u0628\u0643\u0644\u0627\u05d5\u05d4\u05d1\u05db\u05dc\u05de\u05e9]$/;
const SEMITIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const MOST_PREFIXES = 3;

/** The character at a position of folded text, whole where it takes two units; empty outside. */
function characterAt(text: string, at: number): string {
  if (at < 0 || at >= text.length) return '';
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit < 0xe000 && at > 0) return text.slice(at - 1, at + 1);
  return String.fromCodePoint(text.codePointAt(at) as number);
}

/** From this length on a word is told apart from digits beside it; shorter ones turn up in checksums. */
const BESIDE_DIGITS = 4;

/** True when a word may start at a position: also at the hump of `ourAcme`, and where digits meet letters. */
export function startsWord({ cased }: Folded, at: number, end: number): boolean {
  const before = characterAt(cased, at - 1);
  if (before === '' || !WORD.test(before)) return true;
  const first = characterAt(cased, at);
  if (RUN_ON.test(before) || RUN_ON.test(first)) return true;
  if (DIGIT.test(before) !== DIGIT.test(first) && end - at >= BESIDE_DIGITS) return true;
  if (LOWER.test(before) && UPPER.test(first)) return true;
  if (!SEMITIC.test(first)) return false;
  for (let back = 1; back <= MOST_PREFIXES; back++) {
    const letter = characterAt(cased, at - back);
    if (letter === '' || !WORD.test(letter)) return true;
    if (!PREFIXES.test(letter)) return false;
  }
  const beyond = characterAt(cased, at - MOST_PREFIXES - 1);
  return beyond === '' || !WORD.test(beyond);
}

/** True when a word may end in front of a position; a plural `s` may follow. */
export function endsWord({ cased }: Folded, start: number, end: number): boolean {
  const after = characterAt(cased, end);
  if (after === '' || !WORD.test(after)) return true;
  const last = characterAt(cased, end - 1);
  if (RUN_ON.test(after) || RUN_ON.test(last)) return true;
  if (DIGIT.test(after) !== DIGIT.test(last) && end - start >= BESIDE_DIGITS) return true;
  const beyond = characterAt(cased, end + 1);
  if (UPPER.test(after) && (LOWER.test(last) || LOWER.test(beyond))) return true;
  const plural = /^s$/i.test(after) && end - start >= 4 && (beyond === '' || !WORD.test(beyond));
  return plural && LOWER.test(last);
}
