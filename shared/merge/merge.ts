import { differences, linesOf } from '../text/differences';
import { type Range, type RegionKind, regionsOf } from './regions';

/** A stretch of whole lines, as each of the three texts has it. */
export interface MergePart {
  readonly kind: RegionKind;
  /** What both started from; null where that is not known. */
  readonly base: string | null;
  readonly mine: string;
  readonly theirs: string;
}

/** Two texts that went apart, taken apart: `mine` and `theirs` of all parts, one after the other, are the two texts. */
export interface Merge {
  readonly parts: readonly MergePart[];
  readonly conflicts: readonly MergePart[];
  /** How many changes of either side stand for themselves, and how many both made alike. */
  readonly fromMine: number;
  readonly fromTheirs: number;
  readonly alike: number;
}

/** What a conflict can become. */
export type Take = 'mine' | 'theirs' | 'both' | 'words';

/** Conflicts that are longer are not combined word by word, in UTF-16 units. */
const LONGEST_COMBINED = 20_000;

/**
 * Merges two texts with the one they come from, by lines. Without it, everything in which they differ is a conflict: what only one of them has
 * could be new there or deleted here.
 */
export function mergeTexts(base: string | null, mine: string, theirs: string): Merge {
  const [a, b] = [linesOf(mine), linesOf(theirs)];
  const parts = base === null ? twoSides(a, b) : threeSides(linesOf(base), a, b);
  const count = (kind: RegionKind) => parts.filter((part) => part.kind === kind).length;
  return {
    parts,
    conflicts: parts.filter(({ kind }) => kind === 'conflict'),
    fromMine: count('mine'),
    fromTheirs: count('theirs'),
    alike: count('both'),
  };
}

/** The text of a part; a conflict becomes what is chosen for it. */
export function textOf(part: MergePart, take: Take = 'mine'): string {
  if (part.kind === 'conflict') return taken(part, take);
  return part.kind === 'theirs' ? part.theirs : part.mine;
}

/** The merged text, with a choice for each conflict in order. */
export function mergedText({ parts }: Merge, takes: readonly Take[] = []): string {
  let conflict = 0;
  return parts
    .map((part) => (part.kind === 'conflict' ? textOf(part, takes[conflict++]) : textOf(part)))
    .join('');
}

function taken(part: MergePart, take: Take): string {
  switch (take) {
    case 'mine':
      return part.mine;
    case 'theirs':
      return part.theirs;
    case 'both':
      return inTurn(part.mine, part.theirs);
    case 'words':
      return combined(part) ?? inTurn(part.mine, part.theirs);
  }
}

/** One below the other; the last line of a text may have no end. */
function inTurn(first: string, second: string): string {
  const glued = first !== '' && second !== '' && !first.endsWith('\n');
  return glued ? `${first}\n${second}` : first + second;
}

/**
 * A conflict with the words that each side changed, where they changed different words; else null. Never done unasked: two changes of a
 * sentence may fit in letters and not in sense.
 */
export function combined({ base, mine, theirs }: MergePart): string | null {
  if (base === null || base === '' || mine === '' || theirs === '') return null;
  if (base.length + mine.length + theirs.length > LONGEST_COMBINED) return null;
  const [a, b] = [wordsOf(mine), wordsOf(theirs)];
  let text = '';
  for (const { kind, mine: inMine, theirs: inTheirs } of regionsOf(wordsOf(base), a, b)) {
    if (kind === 'conflict') return null;
    text += (kind === 'theirs' ? b.slice(inTheirs.from, inTheirs.to) : a.slice(inMine.from, inMine.to)).join(
      '',
    );
  }
  return text;
}

function threeSides(
  base: readonly string[],
  a: readonly string[],
  b: readonly string[],
): readonly MergePart[] {
  const text = (lines: readonly string[], { from, to }: Range) => lines.slice(from, to).join('');
  return regionsOf(base, a, b).map(({ kind, base: inBase, mine, theirs }) => ({
    kind,
    base: text(base, inBase),
    mine: text(a, mine),
    theirs: text(b, theirs),
  }));
}

function twoSides(a: readonly string[], b: readonly string[]): readonly MergePart[] {
  const parts: MergePart[] = [];
  const push = (kind: RegionKind, base: string | null, mine: string, theirs: string) => {
    if (mine !== '' || theirs !== '') parts.push({ kind, base, mine, theirs });
  };
  let at = 0;
  for (const { fromA, toA, fromB, toB } of differences(a, b)) {
    const same = a.slice(at, fromA).join('');
    push('same', same, same, same);
    push('conflict', null, a.slice(fromA, toA).join(''), b.slice(fromB, toB).join(''));
    at = toA;
  }
  const rest = a.slice(at).join('');
  push('same', rest, rest, rest);
  return parts;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\s\p{L}\p{N}_]/gu) ?? [];
}
