import type { DataPath, DataTree } from '../../text/data-tree';
import type { TextEdit } from '../../text/edits/edit';
import { insertMapKey } from '../../text/edits/map-key';
import type { NewValue } from '../../text/edits/style';
import type { MaybeFix } from './write-value';

/** Keys with what a template has behind them, in the order of the format. */
export type KeyBlanks = readonly (readonly [key: string, blank: NewValue])[];

/**
 * Adds the missing keys of a mapping with their blanks, or with the values that are known, each in its place. Keys that stand there already,
 * empty ones included, are left alone.
 */
export function addKeys(
  tree: DataTree,
  path: DataPath,
  blanks: KeyBlanks,
  missing: readonly string[],
  known: Readonly<Record<string, NewValue>> = {},
): MaybeFix {
  const order = blanks.map(([key]) => key);
  const map = tree.node(path);
  const added: string[] = [];
  const edits: TextEdit[] = [];
  for (const [key, blank] of blanks) {
    if (!missing.includes(key)) continue;
    const edit = insertMapKey(tree, path, key, known[key] ?? blank, order);
    if (!edit) continue;
    added.push(key);
    edits.push(edit);
  }
  // Several keys between two bare braces would need commas of their own.
  if (edits.length === 0 || (edits.length > 1 && map?.kind === 'map' && map.members.size === 0)) return {};
  edits.sort((a, b) => a.from - b.from);
  return { fix: { title: titleOf(added), edits } };
}

export function titleOf(keys: readonly string[]): string {
  const [only] = keys;
  return keys.length === 1 ? `Add ${only}` : `Add ${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}`;
}
