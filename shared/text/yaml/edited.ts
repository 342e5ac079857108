import { type DataNode, DataTree, movedNode, newMapping, type SyntaxProblem } from '../data-tree';
import { type OneEdit, oneEdit } from '../one-edit';
import { movedSpan } from '../span';
import { readYaml } from '../yaml';
import { type Entry, entriesOf } from './entries';
import { YAML_LIMITS } from './limits';

/**
 * Stands behind an entry that is read alone, as the next one does in the file: that it is found to be an entry of its own says that the text before
 * it leaves nothing open. Longer than a key that somebody has.
 */
const NEXT = '~the next entry~: 0\n';

type Mapping = Extract<DataNode, { kind: 'map' }>;

/** The entries of trees that were made here; the next edit goes on from them. */
const known = new WeakMap<DataTree, readonly Entry[]>();

/**
 * Parses a text that is being edited and says what `parseYaml` says. Where only one top-level entry is another since the tree before, that entry is
 * read, and the others are taken over.
 */
export function parseEditedYaml(text: string, before: DataTree | null): DataTree {
  const taken = before && withOneEntry(text, before);
  if (taken) return taken;
  const { tree, events } = readYaml(text);
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const entries = events && entriesOf(text.slice(mark), events);
  if (entries)
    known.set(
      tree,
      entries.map(({ from, nodes }) => ({ from: from + mark, nodes })),
    );
  return tree;
}

/** The tree with one entry read anew; null when that is not certain to be the same as reading it all. */
function withOneEntry(text: string, before: DataTree): DataTree | null {
  const entries = known.get(before);
  if (!entries || before.root?.kind !== 'map' || text.length > YAML_LIMITS.length) return null;
  if (before.root.members.size !== entries.length) return null;
  const edit = oneEdit(before.text, text);
  const index = entries.findLastIndex((entry) => entry.from < edit.from);
  const entry = entries[index];
  const next = entries[index + 1];
  const end = next?.from ?? before.text.length;
  if (!entry || edit.to > end) return null;
  const read = readEntry(text.slice(entry.from, end + edit.by), entry.from, next === undefined);
  if (!read) return null;
  const nodes = entries.reduce((sum, one) => sum + one.nodes, 1) - entry.nodes + read.entry.nodes;
  const key = [...before.root.members.keys()][index];
  const old = key === undefined ? null : (before.root.members.get(key)?.key ?? null);
  if (nodes > YAML_LIMITS.nodes || key !== read.key || !old) return null;
  const same = read.node.key?.from === old.from && read.node.key.to === old.to;
  if (!same || before.text.slice(entry.from, old.to) !== text.slice(entry.from, old.to)) return null;
  const rootEnd = next ? before.root.span.to + edit.by : read.end;
  const tree = new DataTree(
    text,
    exchanged(before.root, { index, node: read.node, by: edit.by, end: rootEnd }),
    problemsOf(before, read.problems, { ...edit, from: entry.from, to: end }),
  );
  known.set(
    tree,
    entries.map((one, i) =>
      i < index ? one : i === index ? read.entry : { from: one.from + edit.by, nodes: one.nodes },
    ),
  );
  return tree;
}

interface ReadEntry {
  readonly entry: Entry;
  readonly key: string;
  readonly node: DataNode;
  /** Where its value ends. */
  readonly end: number;
  readonly problems: readonly SyntaxProblem[];
}

/** Reads one entry alone; null when it does not parse, when it is none or more than one, or when it goes on behind its end. */
function readEntry(text: string, from: number, last: boolean): ReadEntry | null {
  const source = last ? text : text + NEXT;
  const { tree, events } = readYaml(source, from);
  const entries = events && entriesOf(source, events);
  const [entry, next] = entries ?? [];
  if (!entry || entries?.length !== (last ? 1 : 2) || entry.from !== 0) return null;
  if (next && next.from !== text.length) return null;
  if (tree.root?.kind !== 'map') return null;
  const [first] = tree.root.members;
  if (!first) return null;
  const [key, node] = first;
  return {
    entry: { from, nodes: entry.nodes },
    key,
    node,
    end: tree.root.span.to,
    problems: tree.problems,
  };
}

/** A mapping with the node of one entry exchanged, and what stands behind it moved. */
function exchanged(
  root: Mapping,
  { index, node, by, end }: { index: number; node: DataNode; by: number; end: number },
): Mapping {
  const members = new Map<string, DataNode>();
  const value = newMapping();
  let at = 0;
  for (const [key, member] of root.members) {
    const now = at < index ? member : at === index ? node : movedNode(member, by);
    members.set(key, now);
    value[key] = now.value;
    at++;
  }
  return { kind: 'map', span: { from: root.span.from, to: end }, key: null, value, members };
}

/** The problems of all entries but the one within `edit`, and those it has now. */
function problemsOf(before: DataTree, now: readonly SyntaxProblem[], { from, to, by }: OneEdit) {
  return [
    ...before.problems.filter(({ span }) => span.from < from),
    ...now,
    ...before.problems
      .filter(({ span }) => span.from >= to)
      .map(({ message, span }) => ({ message, span: movedSpan(span, by) })),
  ];
}
