/** A text cut where backticks stand in pairs; a single one stays a character. Joined without backticks, nothing is lost. */
export function codeParts(text: string): readonly { readonly text: string; readonly code: boolean }[] {
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) pieces.push(pieces.splice(-2).join('`'));
  return pieces.map((piece, i) => ({ text: piece, code: i % 2 === 1 })).filter((part) => part.text !== '');
}
