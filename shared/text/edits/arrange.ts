import type { Span } from '../span';
import type { TextEdit } from './edit';

/**
 * The edits that bring runs of a text (entries of a list, rows of a table) into another order: `order` holds the index of the run that stands
 * at each place; a run it leaves out is removed. As few runs as possible move, whole, and what stands between two runs separates two runs
 * again. Null where anything but blanks and commas stands in the way of a move: it would not be known which run it belongs to.
 */
export function arrange(
  text: string,
  runs: readonly Span[],
  order: readonly number[],
): readonly TextEdit[] | null {
  const gaps = runs.slice(1).map((run, i) => text.slice((runs[i] as Span).to, run.from));
  const edits: TextEdit[] = [];
  let [first, last] = [runs.length, 0];
  // Between two runs that stay, the old ones go and the new ones come, as one change.
  let placed = -1;
  for (const place of [...longestRising(order), order.length]) {
    const before = order[placed] ?? -1;
    const behind = order[place] ?? runs.length;
    const incoming = order.slice(placed + 1, place).map((n) => runs[n] as Span);
    placed = place;
    if (incoming.length === 0 && behind - before === 1) continue;
    first = Math.min(first, Math.max(before, 0));
    last = Math.max(last, behind);
    const own = gaps.slice(Math.max(before, 0), behind);
    const spare = own.length > 0 ? own : behind < runs.length ? gaps.slice(0, 1) : gaps.slice(-1);
    let used = 0;
    const gap = () => spare[Math.min(used++, spare.length - 1)] ?? '';
    let insert = '';
    for (const run of incoming) {
      const moved = text.slice(run.from, run.to);
      insert += before >= 0 ? gap() + moved : moved + gap();
    }
    if (before >= 0 && behind < runs.length) insert += gap();
    const from = runs[before]?.to ?? runs[0]?.from ?? 0;
    const to = runs[behind]?.from ?? runs.at(-1)?.to ?? 0;
    edits.push(trimmed(text, { from, to, insert }));
  }
  if (gaps.slice(first, last).some((gap) => /[^\s,]/.test(gap))) return null;
  return edits;
}

/** Places of a longest rising subsequence, in order: what need not move. */
function longestRising(order: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  order.forEach((value, i) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((order[tails[mid] as number] as number) < value) low = mid + 1;
      else high = mid;
    }
    before[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const places: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) places.push(at);
  return places.reverse();
}

/** The edit without what it leaves as it is at either end. */
function trimmed(text: string, { from, to, insert }: TextEdit): TextEdit {
  const most = Math.min(to - from, insert.length);
  let head = 0;
  while (head < most && text[from + head] === insert[head]) head++;
  let tail = 0;
  while (tail < most - head && text[to - 1 - tail] === insert[insert.length - 1 - tail]) tail++;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
