import { arrangeItems } from '../../text/edits/arrange-items';
import type { DataReader } from '../read-data';
import type { MaybeFix } from './write-value';

/** The order in which keys rise; those that are equal keep theirs. */
export function risingOrder<K extends number | string>(keys: readonly K[]): readonly number[] {
  const order = keys.map((_, i) => i);
  const key = (i: number) => keys[i] as K;
  return order.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b));
}

/** Sorts the entries of a list by a key that each of them has; none where one lacks it, since its place is not known. */
export function sortEntries(
  list: DataReader,
  keys: readonly (number | string | null)[],
  title: string,
): MaybeFix {
  const known = keys.filter((key) => key !== null);
  if (known.length < keys.length || keys.length !== list.items.length) return {};
  const edits = arrangeItems(list.tree, list.path, risingOrder(known));
  return edits ? { fix: { title, edits } } : {};
}

/** Removes an entry that says the same as another one of its list, word for word. */
export function removeTwin(list: DataReader, first: DataReader, second: DataReader): MaybeFix {
  if (JSON.stringify(first.node?.value) !== JSON.stringify(second.node?.value)) return {};
  const gone = second.path.at(-1);
  const order = list.items.map((_, i) => i).filter((i) => i !== gone);
  const edits = arrangeItems(list.tree, list.path, order);
  return edits ? { fix: { title: 'Remove the entry that stands twice', edits } } : {};
}
