/** A list with one entry a place up or down; null where it stands at the end already. */
export function moved<T>(list: readonly T[], entry: T, by: -1 | 1): T[] | null {
  const from = list.indexOf(entry);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return null;
  const next = [...list];
  next.splice(from, 1);
  next.splice(to, 0, entry);
  return next;
}

/** A list with some entries directly before or behind another. */
export function movedTo<T>(list: readonly T[], entries: readonly T[], target: T, before: boolean): T[] {
  const rest = list.filter((one) => !entries.includes(one) || one === target);
  const at = rest.indexOf(target) + (before ? 0 : 1);
  const going = list.filter((one) => entries.includes(one) && one !== target);
  return [...rest.slice(0, at), ...going, ...rest.slice(at)];
}

/** The order of a whole composition with that of one part in it: its paths stand together where the first of them stood. */
export function withOrderOf(order: readonly string[], part: readonly string[]): readonly string[] {
  const first = order.findIndex((path) => part.includes(path));
  const before = first < 0 ? order : order.slice(0, first);
  const behind = first < 0 ? [] : order.slice(first).filter((path) => !part.includes(path));
  return [...before, ...part, ...behind];
}
