/** A line that holds at least this much of letters and digits is worth a sign; less says nothing. */
const LEAST = 8;

/**
 * What a text says, in pieces that are kept or rewritten as a whole: sentences of prose, rows of a table, lines of data, without blanks and
 * capitals. Headings and keys that only lead to more are left out: they are shared by all documents of a kind.
 */
export function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  for (const line of text.split('\n')) {
    if (/^\s{0,3}#|^\s*<!--|:\s*$/.test(line)) continue;
    for (const sentence of line.split(/[.!?](?=\s)/)) {
      const unit = sentence
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[.!?]$/, '');
      if (unit.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST) units.push(unit);
    }
  }
  return units;
}

/** A sign of four characters for a piece of text (FNV-1a): equal pieces have equal signs, others hardly ever. */
export function hashOf(unit: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < unit.length; i++) hash = Math.imul(hash ^ unit.charCodeAt(i), 0x01000193) >>> 0;
  return (hash % 36 ** 4).toString(36).padStart(4, '0');
}
