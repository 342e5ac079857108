import type { DataNode, DataPath, DataTree } from '../../text/data-tree';
import type { NewValue } from '../../text/edits/style';
import type { JsonSchema } from '../kind';
import { firstId, nextId } from './next-id';
import { blankFor, schemaAt } from './schema-blank';

/** An entry more for a list: the next free id, and for the rest blanks that say what is asked for. `items` is the format of an entry. */
export function newEntry(
  tree: DataTree,
  path: DataPath,
  items: JsonSchema,
  taken: readonly string[],
): NewValue {
  const list = tree.node(path);
  const ids = list?.kind === 'list' ? list.items.flatMap(idOf) : [];
  const blank = blankFor(singular(String(path.at(-1))), items);
  return withId(blank, items, ids, path.length === 1 ? taken : []);
}

/** Ids count within their list, and those of the file's own lists in the whole kit, where others speak of them. */
function withId(
  blank: NewValue,
  items: JsonSchema,
  ids: readonly string[],
  taken: readonly string[],
): NewValue {
  if (typeof blank !== 'object' || !('id' in blank)) return blank;
  const pattern = String(schemaAt(items, ['id'])?.['pattern'] ?? '');
  const id = nextId(ids, taken) ?? firstId(pattern, taken);
  return id === null ? blank : { ...blank, id };
}

function idOf(item: DataNode): readonly string[] {
  const id = item.kind === 'map' ? item.members.get('id')?.value : undefined;
  return typeof id === 'string' ? [id] : [];
}

/** What one entry of a list is called, by the key of the list. */
export function singular(key: string): string {
  if (/ies$/.test(key)) return key.replace(/ies$/, 'y');
  return /(?:ss|us)$/.test(key) ? key : key.replace(/s$/, '');
}
