import { folderOf } from '../../domain/kit-path';
import { insertMapKey } from '../../text/edits/map-key';
import type { Packet } from '../packet';
import type { DataReader } from '../read-data';
import { addEntry, type MaybeFix } from './write-value';

/**
 * What already claims to belong to an entry: definitions of a family in the same folder whose list names it. Files elsewhere may be about
 * another incident that counts from 01 again.
 */
export function claims(
  packet: Packet,
  path: string,
  family: string,
  list: string,
  entry: DataReader,
): readonly string[] {
  const id = entry.at('id').text;
  if (id === null) return [];
  return packet
    .definitions(family)
    .filter((other) => folderOf(other.path) === folderOf(path))
    .filter((other) => {
      const named = other.data[list];
      return Array.isArray(named) && named.includes(id);
    })
    .map((other) => other.id);
}

/** Writes the missing half of a relation that the other side states. */
export function claimed(entry: DataReader, key: string, ids: readonly string[]): MaybeFix {
  const [first] = ids;
  if (first === undefined) return {};
  if (ids.length === 1) return addEntry(entry, key, first);
  const list = entry.at(key);
  const edit = list.exists ? null : insertMapKey(entry.tree, entry.path, key, ids);
  return edit
    ? { fix: { title: `Add ${ids.join(', ')} to ${key}`, edits: [edit] } }
    : addEntry(entry, key, first);
}
