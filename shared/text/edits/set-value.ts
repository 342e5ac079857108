import type { DataNode, DataPath, DataTree } from '../data-tree';
import type { Span } from '../span';
import { applyEdits, lineStart, type TextEdit } from './edit';
import { insertMapKey } from './map-key';
import { isBlockText, withQuotes } from './places';
import { rewrites, type Written } from './rewrite-scalar';
import { sameBut } from './same-but';
import { type Kept, takeOut } from './take-out';

/** The edits that make a change, none where the file says it already; or why it cannot be made, and where that is to be seen. */
export type ChangePlan =
  | { readonly edits: readonly TextEdit[] }
  | { readonly problem: string; readonly span: Span };

/** A file of data, and how its text is read. */
export interface DataText {
  readonly tree: DataTree;
  readonly read: (text: string) => DataTree;
}

/** A value that is to stand at a path; null: none. */
export type Wanted = Written | null;

/**
 * The smallest edit that makes the file say something else in one place, in the style in which it is written: quotation marks, blocks, comments,
 * order and the bytes around it stay. The text is read again before the edit is given out: nothing but that one value may have changed.
 */
export function setValue(
  { tree, read }: DataText,
  path: DataPath,
  wanted: Wanted,
  order: readonly string[] = [],
): ChangePlan {
  const held = heldBy(tree, path);
  if (held) return held;
  const node = tree.node(path);
  if (node ? says(node, wanted, tree.text) : wanted === null) return { edits: [] };
  const tried = candidates(tree, path, node, wanted, order);
  if (typeof tried === 'string') return { problem: KEPT[tried], span: tree.keySpan(path) };
  const edit = tried.find((one) => changesOnly(tree, read(applyEdits(tree.text, [one])), path, wanted));
  return edit ? { edits: [edit] } : { problem: reasonOf(tree, path), span: tree.span(path) };
}

/** Why a change cannot be made, and where that is to be seen. */
export type Held = Exclude<ChangePlan, { edits: unknown }>;

/** What keeps anything at a path from being changed: the file cannot be read, or the place is repeated from elsewhere. Null when nothing does. */
export function heldAt(tree: DataTree, path: DataPath): Held | null {
  const { text, root } = tree;
  const [problem] = tree.problems;
  if (!root) {
    const span = problem?.span ?? { from: 0, to: 0 };
    return { problem: problem?.message ?? 'it cannot be read', span };
  }
  for (let depth = 0; depth <= path.length; depth++) {
    const node = tree.node(path.slice(0, depth));
    if (node && text[node.span.from - 1] === '*') {
      const name = text.slice(node.span.from, node.span.to);
      return {
        problem: `it is repeated from elsewhere by the alias *${name}; change it there`,
        span: node.span,
      };
    }
  }
  return null;
}

/** What keeps a value from being changed, whatever to; null when nothing does. */
export function heldBy(tree: DataTree, path: DataPath): Held | null {
  const held = heldAt(tree, path);
  if (held) return held;
  const { text } = tree;
  const node = tree.node(path);
  if (node && node.kind !== 'scalar') return { problem: 'it holds more than one value', span: node.span };
  if (node && isBlockText(text, node) && String(node.value).trim().includes('\n'))
    return { problem: 'it is a text of several lines', span: node.span };
  return null;
}

const KEPT: Readonly<Record<Kept, string>> = {
  comment: 'the line has a comment, which would go with it',
  only: 'it is the only entry of its mapping',
  shape: 'it does not stand on a line of its own',
};

function candidates(
  tree: DataTree,
  path: DataPath,
  node: DataNode | null,
  wanted: Wanted,
  order: readonly string[],
): readonly TextEdit[] | Kept {
  if (wanted === null) {
    const edit = takeOut(tree, path);
    return typeof edit === 'string' ? edit : [edit];
  }
  if (node) return rewrites(tree, node, wanted);
  const value = 'number' in wanted ? Number(wanted.number) : wanted.text;
  const edit = insertMapKey(tree, path.slice(0, -1), String(path.at(-1)), value, order);
  return edit ? [edit] : [];
}

/** True when a value says what is wanted, however it is spelled. The line break that ends a block belongs to the block. */
function says(node: DataNode, wanted: Wanted, text: string): boolean {
  if (wanted === null || node.kind !== 'scalar') return false;
  if ('number' in wanted) return node.value === Number(wanted.number);
  if (typeof node.value !== 'string') return false;
  return (isBlockText(text, node) ? node.value.trim() : node.value) === wanted.text;
}

function changesOnly(before: DataTree, after: DataTree, path: DataPath, wanted: Wanted): boolean {
  if (!after.root || after.problems.length > before.problems.length) return false;
  const node = after.node(path);
  if (wanted === null ? node !== null : !node || !says(node, wanted, after.text)) return false;
  return sameBut(before.root, after.root, path);
}

/** Why none of the edits would have changed this value alone. */
export function reasonOf(tree: DataTree, path: DataPath): string {
  const node = tree.node(path);
  if (!node) return 'there is no mapping here that it could be added to';
  const own = markOf(tree.text, node);
  if (own?.startsWith('!')) return `it carries the tag ${own}`;
  if (own) return `it carries the anchor ${own}, and other places repeat it`;
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const around = tree.node(path.slice(0, depth));
    const mark = around && markOf(tree.text, around);
    if (mark?.startsWith('&')) return `it stands within the anchor ${mark}, and other places repeat it`;
  }
  return 'it is written in a way that leaves no room for another value';
}

/** The anchor or the tag in front of a value. That of a block stands behind its key, above its first line. */
function markOf(text: string, node: DataNode): string | null {
  const { from } = withQuotes(text, node.span);
  const head = text.slice(node.key?.to ?? lineStart(text, from), from).replace(/#[^\n]*/g, '');
  return /(?:^|[\s:\-,[{])([&!]\S*)\s*(?:[|>][-+\d]*\s*)?$/.exec(head)?.[1] ?? null;
}
