/** Percentages by panel id as the split component wants them; undefined when what is remembered does not fit the panels. */
export function layoutOf(
  ids: readonly string[],
  sizes: readonly number[] | undefined,
): Record<string, number> | undefined {
  if (!sizes || sizes.length !== ids.length) return undefined;
  const sum = sizes.reduce((total, size) => total + size, 0);
  if (Math.abs(sum - 100) > 1 || sizes.some((size) => size < 5)) return undefined;
  return Object.fromEntries(ids.map((id, index) => [id, sizes[index] ?? 0]));
}

/** The same, back to a list in the order of the panels, within what a session may hold. */
export function sizesOf(ids: readonly string[], layout: Readonly<Record<string, number>>): readonly number[] {
  return ids.map((id) => Math.min(100, Math.max(0, layout[id] ?? 0)));
}
