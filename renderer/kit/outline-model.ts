import type { FindingSeverity } from '../../shared/domain/verdict';
import type { Finding } from '../../shared/rubric/finding';
import type { OutlineEntry } from '../../shared/symbols/outline';

/** How many findings stand in a part, and the gravest of them. */
export interface EntryFindings {
  readonly count: number;
  readonly gravest: FindingSeverity;
}

const RANK: Readonly<Record<FindingSeverity, number>> = { must: 0, should: 1, could: 2, info: 3 };

/** The parts that hold an offset, from the outermost in. A part reaches to where the next one begins. */
export function entriesAt(entries: readonly OutlineEntry[], offset: number): readonly OutlineEntry[] {
  const path: OutlineEntry[] = [];
  let level = entries;
  for (;;) {
    const at = lastBefore(level, offset);
    if (!at) return path;
    path.push(at);
    level = at.children;
  }
}

function lastBefore(entries: readonly OutlineEntry[], offset: number): OutlineEntry | null {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((entries[mid] as OutlineEntry).from <= offset) low = mid + 1;
    else high = mid;
  }
  return entries[low - 1] ?? null;
}

/** Findings by the parts they stand in: `own` in the innermost one, `all` in each that holds it. Those of the whole file are in none. */
export function findingsByEntry(
  entries: readonly OutlineEntry[],
  findings: readonly Finding[],
): { readonly own: ReadonlyMap<string, EntryFindings>; readonly all: ReadonlyMap<string, EntryFindings> } {
  const own = new Map<string, EntryFindings>();
  const all = new Map<string, EntryFindings>();
  for (const { severity, span } of findings) {
    const path = entriesAt(entries, span.from);
    const last = path.at(-1);
    if (last) add(own, last.id, severity);
    for (const { id } of path) add(all, id, severity);
  }
  return { own, all };
}

function add(to: Map<string, EntryFindings>, id: string, severity: FindingSeverity): void {
  const { count, gravest } = to.get(id) ?? { count: 0, gravest: severity };
  to.set(id, { count: count + 1, gravest: RANK[severity] < RANK[gravest] ? severity : gravest });
}

/** Only the parts that hold all words of the filter, with those around them; what is below a hit is left out unless it is one too. */
export function filteredEntries(entries: readonly OutlineEntry[], filter: string): readonly OutlineEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.flatMap((entry) => {
    const children = filteredEntries(entry.children, filter);
    const text = `${entry.title} ${entry.detail}`.toLowerCase();
    return children.length > 0 || words.every((word) => text.includes(word)) ? [{ ...entry, children }] : [];
  });
}

/** Ids of the parts that can be folded, down to a depth. */
export function foldableIds(
  entries: readonly OutlineEntry[],
  depth = Number.POSITIVE_INFINITY,
): readonly string[] {
  if (depth <= 0) return [];
  return entries.flatMap(({ id, children }) =>
    children.length === 0 ? [] : [id, ...foldableIds(children, depth - 1)],
  );
}
