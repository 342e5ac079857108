/** A version that was kept of a file. */
interface Kept {
  readonly hash: string;
  readonly at: number;
  readonly size: number;
}

/** A milestone, as far as one file is concerned. */
export interface Marked extends Kept {
  readonly name: string;
}

/** A version with the names it bears. */
export type Named<T> = T & { readonly milestones: string[] };

/**
 * The versions of a file with the milestones that hold them, by time. A milestone's name goes to the newest version of its content that was kept
 * by then; where that was thinned out, the milestone is a version of its own, as `asVersion` makes it.
 */
export function timeline<T extends Kept>(
  versions: readonly T[],
  milestones: readonly Marked[],
  asVersion: (marked: Marked) => T,
): readonly Named<T>[] {
  const named: Named<T>[] = versions.map((version) => ({ ...version, milestones: [] }));
  for (const marked of [...milestones].sort((a, b) => a.at - b.at)) {
    const version = named.findLast(({ hash, at }) => hash === marked.hash && at <= marked.at);
    if (version) version.milestones.push(marked.name);
    else named.push({ ...asVersion(marked), milestones: [marked.name] });
  }
  return named.sort((a, b) => a.at - b.at);
}
