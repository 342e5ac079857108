/** An entry of a list with a key of its own. */
export interface Keyed<T> {
  readonly key: string;
  readonly item: T;
}

/**
 * Keys for entries that have no name of their own: their text, numbered where it repeats. An entry that stays keeps its key when others come
 * or go, unlike with its position.
 */
export function keyed<T>(items: readonly T[], text: (item: T) => string): readonly Keyed<T>[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const base = text(item);
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { key: count === 0 ? base : `${base}#${count}`, item };
  });
}
