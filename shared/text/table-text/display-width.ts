/** Characters that take two columns in a font of equal widths: East Asian letters, and pictures. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
/** Characters that take none: marks on the letter before them, joiners. */
const NO_WIDTH = /\p{Mn}|\p{Me}|\u200B|\u200C|\u200D/u;

/** Columns that a text takes in a font of equal widths. */
export function displayWidth(text: string): number {
  // Most texts are plain; they need no look at each character.
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
