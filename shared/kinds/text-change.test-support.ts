const LONGEST = 90;
/** A text so short says little without the words before it. */
const SHORT = 24;

/**
 * Says in words what a change did to a text, for the table of mutations: what was replaced, taken out or added, the first place of several.
 * Derived, so that it cannot say something else than was done.
 */
export function describeChange(before: string | null, after: string | null): string {
  if (before === null) return 'the file is added';
  if (after === null) return 'the file is taken out';
  if (before.replaceAll('\r\n', '\n') === after.replaceAll('\r\n', '\n')) return 'other line ends';
  const old = before.split('\n');
  const now = after.split('\n');
  if (old.length === now.length) {
    const lines = old.flatMap((line, i) => (line === now[i] ? [] : [i]));
    const [first = 0] = lines;
    const more = lines.length - 1;
    const others = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'line' : 'lines'}`;
    return `${inLine(old[first] ?? '', now[first] ?? '')}${others}`;
  }
  return overLines(old, now);
}

/** The words that differ between two lines. */
function inLine(old: string, now: string): string {
  const a = old.split(/(?<=\s)|(?=\s)/);
  const b = now.split(/(?<=\s)|(?=\s)/);
  const { start, left, right } = differing(a, b);
  const gone = a.slice(start, left).join('').trim();
  const put = b.slice(start, right).join('').trim();
  if (gone === '' && put === '') return `the spaces of ${quote(old)}`;
  if (gone === '') return `adds ${quote(put)}`;
  if (put === '') return `takes out ${quote(gone)}`;
  const before = gone.length < SHORT ? wordsBefore(a, start) : '';
  return `${quote(before + gone)} becomes ${quote(before + put)}`;
}

/** Up to two words that stand before a place: the key of a value, for one. */
function wordsBefore(tokens: readonly string[], at: number): string {
  let from = at;
  for (let words = 0; from > 0 && words < 2; from--) if (tokens[from - 1]?.trim() !== '') words++;
  return tokens.slice(from, at).join('').trimStart();
}

function overLines(old: readonly string[], now: readonly string[]): string {
  const { start, left, right } = differing(old, now);
  const gone = old.slice(start, left);
  const put = now.slice(start, right);
  if (gone.length === 0) return `adds ${count(put)}`;
  return put.length === 0 ? `takes out ${count(gone)}` : `${count(gone)} become ${count(put)}`;
}

/** The stretch between the common start and the common end. */
function differing(a: readonly string[], b: readonly string[]) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let left = a.length;
  let right = b.length;
  while (left > start && right > start && a[left - 1] === b[right - 1]) {
    left--;
    right--;
  }
  return { start, left, right };
}

function count(lines: readonly string[]): string {
  const first = quote(lines.find((line) => line.trim() !== '') ?? '');
  return lines.length === 1 ? `the line ${first}` : `${lines.length} lines from ${first}`;
}

function quote(text: string): string {
  const flat = text.trim().replace(/\s+/g, ' ');
  return `“${flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1).trimEnd()}…` : flat}”`;
}
