/**
 * False only when no word of a text can stand twice in a row: nowhere are the letters before a gap those after it. Looks at each
 * character once, which is far cheaper than to find all words; a word with signs beyond ASCII counts as alike.
 */
export function mayRepeat(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const end = at;
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    if (at === end) at++;
    else {
      const start = at;
      while (at < text.length && isLetter(text.charCodeAt(at))) at++;
      const next = text.charCodeAt(at);
      if (next >= 128 && !isBlank(next)) return true;
      if (at > start && isSame(text, end, start, at - start)) return true;
    }
  }
  return false;
}

/** Whether the letters that end at `end` are those from `start` on, in any case. */
function isSame(text: string, end: number, start: number, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const before = text.charCodeAt(end - length + i);
    // Not a number before the text.
    if (!(before >= 128) && (before | 32) !== (text.charCodeAt(start + i) | 32)) return false;
  }
  return true;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** What `\s` is. */
function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}
