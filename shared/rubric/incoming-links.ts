import { comparePaths } from '../domain/kit-path';
import type { Contribution, IncomingLink } from './packet';

/** Adds the links of one file to those that lead to each target. */
export function addLinks(index: Map<string, readonly IncomingLink[]>, { path, links }: Contribution): void {
  const own = new Map<string, IncomingLink[]>();
  for (const link of links) {
    if (link.target === null || link.target === path) continue;
    const list = own.get(link.target);
    if (list) list.push({ ...link, from: path });
    else own.set(link.target, [{ ...link, from: path }]);
  }
  for (const [target, list] of own) index.set(target, [...(index.get(target) ?? []), ...list]);
}

/** Replaces the links of one file, each at its place in the order of paths. */
export function relink(
  index: Map<string, readonly IncomingLink[]>,
  path: string,
  before: Contribution | undefined,
  after: Contribution | null,
): void {
  for (const target of new Set(before?.links.map((link) => link.target)))
    if (target !== null)
      index.set(
        target,
        (index.get(target) ?? []).filter((link) => link.from !== path),
      );
  if (!after) return;
  addLinks(index, after);
  for (const target of new Set(after.links.map((link) => link.target))) {
    const list = target === null ? undefined : index.get(target);
    if (target !== null && list)
      index.set(
        target,
        [...list].sort((a, b) => comparePaths(a.from, b.from)),
      );
  }
}
