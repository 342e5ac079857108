import type { JsonSchema } from '../../rubric/kind';
import { newEntry, singular } from '../../rubric/repairs/new-entry';
import { propertiesOf, schemaAt } from '../../rubric/repairs/schema-blank';
import type { DataNode, DataPath, DataTree } from '../../text/data-tree';
import { appendEntry } from '../../text/edits/list-entry';
import type { Span } from '../../text/span';
import { blanksIn, type Snippet } from './snippet';

/** Lists that are offered at one place: those of the file, and those of what is around the cursor. */
const MOST_LISTS = 24;

/** An entry more for each list of mappings that the format has at the top, or around a place; with the next free id and blanks for the rest. */
export function entrySnippets(
  tree: DataTree,
  at: number,
  schema: JsonSchema,
  taken: readonly string[],
): readonly Snippet[] {
  const found: Snippet[] = [];
  for (const path of wayTo(tree.root, at)) {
    const around = schemaAt(schema, path);
    for (const [key] of propertiesOf(around)) {
      const own = [...path, key];
      const items = schemaAt(schema, [...own, 0]);
      if (!items || propertiesOf(items).length === 0) continue;
      const made = entrySnippet(
        tree,
        own,
        items,
        propertiesOf(around).map(([name]) => name),
        taken,
      );
      if (made) found.push({ ...made, boost: Math.min(90, path.length * 10) });
      if (found.length === MOST_LISTS) return found;
    }
  }
  return found;
}

function entrySnippet(
  tree: DataTree,
  path: DataPath,
  items: JsonSchema,
  order: readonly string[],
  taken: readonly string[],
): Snippet | null {
  const key = String(path.at(-1));
  const value = newEntry(tree, path, items, taken);
  const edit = appendEntry(tree, path, value, order);
  if (!edit) return null;
  const id = typeof value === 'object' && 'id' in value ? String(value['id']) : '';
  const known = id.startsWith('<') ? '' : id;
  return {
    label: `Add to ${path.filter((step) => typeof step === 'string').join(' › ')}`,
    detail: [singular(key).replace(/[_-]+/g, ' '), known].filter(Boolean).join(' '),
    group: 'kind',
    edit,
    fields: blanksIn(edit.insert).map((field) => bare(edit.insert, field)),
  };
}

/** A number or truth value is written without the quotes that its blank needs: they go with it. */
function bare(text: string, { from, to }: Span): Span {
  const asked = text.slice(from, to);
  const quoted = text[from - 1] === '"' && text[to] === '"';
  return quoted && /(?:, a (?:whole )?number|^<true or false)>$/.test(asked)
    ? { from: from - 1, to: to + 1 }
    : { from, to };
}

/** The mappings around a place, from the whole file inwards. */
function wayTo(root: DataNode | null, at: number): readonly DataPath[] {
  const ways: DataPath[] = [];
  const path: (string | number)[] = [];
  let node = root;
  while (node && path.length < 8) {
    if (node.kind === 'map') ways.push([...path]);
    const children: readonly (readonly [string | number, DataNode])[] =
      node.kind === 'map'
        ? [...node.members]
        : node.kind === 'list'
          ? node.items.map((item, n) => [n, item] as const)
          : [];
    // What starts before the place and whose next neighbour starts behind it: indentation puts the place in it, or right below it.
    const next = children.findLast(([, child]) => (child.key?.from ?? child.span.from) <= at);
    if (!next) break;
    path.push(next[0]);
    node = next[1];
  }
  return ways;
}
