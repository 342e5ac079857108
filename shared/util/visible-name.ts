/** Marks of an emoji that belong to its look: in a name they hide nothing. */
const OF_EMOJI =
  /(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\ufe0f/u
    .source;

/** Control, direction and zero-width characters, fillers and separators of lines: nobody sees them, and some change what one sees. */
const UNSEEN = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]`;
const IN_NAMES = new RegExp(`(${OF_EMOJI})|${UNSEEN}`, 'gu');

/**
 * A name with its invisible characters written out, such as ‹202E›: direction marks, zero-width and control characters could make one name look
 * like another. For names, titles and all that a kit says about itself, wherever the studio shows them.
 */
export function visibleName(name: string): string {
  return name.replace(IN_NAMES, (character, ofEmoji?: string) =>
    ofEmoji === undefined ? written(character) : character,
  );
}

/** As {@link visibleName}, for words of the studio that quote a kit: their own lines and indentations stay. */
export function visibleText(text: string): string {
  return text.replace(IN_NAMES, (character, ofEmoji?: string) =>
    ofEmoji !== undefined || character === '\n' || character === '\t' ? character : written(character),
  );
}

function written(character: string): string {
  return `\u2039${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u203a`;
}
