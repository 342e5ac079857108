/**
 * Why a number of a data file cannot be counted with, or null. Totals over such a number would be wrong in silence; `written` is its spelling in
 * the file.
 */
export function inexactReason(value: unknown, written: string): string | null {
  if (typeof value !== 'number') return null;
  if (Number.isNaN(value)) return 'This says "not a number"; write the number, or leave the key out';
  if (!Number.isFinite(value)) return 'This number is larger than any that can be counted with';
  if (startsWithZero(written) && (/^[-+]?0o/.test(written) || /^[-+]?0\d+$/.test(written)))
    return 'Tools read a number with a zero in front differently, some by eights; write it without, or in quotes when it is no number';
  if (
    Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    /^[-+]?(?:\d+(?:\.0*)?|0x[\da-fA-F]+)$/.test(written)
  )
    return 'This whole number is larger than can be counted exactly; write it in quotes when it is a name, or in a larger unit';
  return null;
}

/** A scenario has thousands of numbers: no pattern is asked about those that cannot be meant. */
function startsWithZero(written: string): boolean {
  const sign = written.charCodeAt(0);
  const at = sign === 45 || sign === 43 ? 1 : 0;
  return written.charCodeAt(at) === 48 && written.length > at + 1;
}
