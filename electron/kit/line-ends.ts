/** What ends the lines of a file: only LF (or none), only CRLF, or anything else, lone CR included. */
export type LineEnd = 'lf' | 'crlf' | 'mixed';

/** Decides {@link LineEnd} in one pass; texts without a carriage return cost one search. */
export function lineEndOf(text: string): LineEnd {
  if (!text.includes('\r')) return 'lf';
  for (const [end] of text.matchAll(/\r\n|\r|\n/g)) if (end !== '\r\n') return 'mixed';
  return 'crlf';
}

/** Every line end as `\n`: what CodeMirror makes of a text, so that offsets of checks and editor agree. */
export function toLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Gives an edited text (line ends `\n`) the line ends of the text it was made from. Purely LF or CRLF files stay so; in mixed files every
 * line keeps its own end, a changed one too, and new lines take that of the line before them. An unedited text comes back identical.
 */
export function restoreLineEnds(edited: string, original: string): string {
  const text = toLineFeeds(edited);
  const lineEnd = lineEndOf(original);
  if (lineEnd === 'lf') return text;
  if (lineEnd === 'crlf') return text.replace(/\n/g, '\r\n');
  const before = splitLines(original);
  const lines = text.split('\n');
  const kept = alignLines(
    before.map((line) => line.text),
    lines,
  );
  let end = before[0]?.end || '\n';
  let result = '';
  for (const [index, line] of lines.entries()) {
    if (index === lines.length - 1) return result + line;
    // The last line of the original has no end; a line that now follows it continues with the end used before it.
    const own = before[kept[index] ?? -1]?.end;
    if (own) end = own;
    // A lone CR before an empty line that ends in LF would become one CRLF, and a line would be gone.
    if (line === '' && end === '\n' && result.endsWith('\r')) end = '\r\n';
    result += line + end;
  }
  return result;
}

interface Line {
  readonly text: string;
  readonly end: string;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(from, match.index), end: match[0] });
    from = match.index + match[0].length;
  }
  lines.push({ text: text.slice(from), end: '' });
  return lines;
}

/**
 * For each new line the index of the old line it is, or undefined. Patience diff: equal heads and tails first, then lines that stand once on
 * both sides as anchors, and so on between them. Where nothing is equal, lines stand for each other in their order: the changed ones. A wrong match
 * costs a line end, never text.
 */
function alignLines(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  const result: (number | undefined)[] = new Array(after.length).fill(undefined);
  const work = [{ a: 0, aEnd: before.length, b: 0, bEnd: after.length }];
  for (let next = work.pop(); next; next = work.pop()) {
    let { a, aEnd, b, bEnd } = next;
    while (a < aEnd && b < bEnd && before[a] === after[b]) result[b++] = a++;
    while (a < aEnd && b < bEnd && before[aEnd - 1] === after[bEnd - 1]) result[--bEnd] = --aEnd;
    if (a === aEnd || b === bEnd) continue;
    const anchors = uniqueAnchors(before, after, a, aEnd, b, bEnd);
    if (anchors.length === 0) while (a < aEnd && b < bEnd) result[b++] = a++;
    let fromA = a;
    let fromB = b;
    for (const anchor of anchors) {
      result[anchor.b] = anchor.a;
      work.push({ a: fromA, aEnd: anchor.a, b: fromB, bEnd: anchor.b });
      fromA = anchor.a + 1;
      fromB = anchor.b + 1;
    }
    if (anchors.length > 0) work.push({ a: fromA, aEnd, b: fromB, bEnd });
  }
  return result;
}

interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** Lines that stand exactly once in both ranges, in the longest order that both share. */
function uniqueAnchors(
  before: readonly string[],
  after: readonly string[],
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
): Anchor[] {
  const seen = new Map<string, { a: number; b: number; countA: number; countB: number }>();
  for (let i = a; i < aEnd; i++) {
    const line = before[i] as string;
    const entry = seen.get(line);
    if (entry) entry.countA++;
    else seen.set(line, { a: i, b: -1, countA: 1, countB: 0 });
  }
  for (let i = b; i < bEnd; i++) {
    const entry = seen.get(after[i] as string);
    if (!entry) continue;
    entry.countB++;
    entry.b = i;
  }
  const pairs = [...seen.values()].filter((entry) => entry.countA === 1 && entry.countB === 1);
  return longestRising(pairs.sort((x, y) => x.b - y.b));
}

/** Longest subsequence with rising `a` (patience sorting, n log n). */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const previous: number[] = new Array(pairs.length).fill(-1);
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as Anchor).a < pair.a) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = index;
  }
  const chain: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number) {
    chain.push(pairs[index] as Anchor);
  }
  return chain.reverse();
}
