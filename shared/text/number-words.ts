/** Small numbers as English writes them, each at its own index: zero to eighteen. */
export const NUMBER_WORDS: readonly string[] = [
  'zero',
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

/** Up to twelve: beyond, prose writes digits. */
export const WORDS_TO_TWELVE: readonly string[] = NUMBER_WORDS.slice(0, 13);
