import { extension } from '../../shared/domain/kit-path';
import type { DataNode, DataTree } from '../../shared/text/data-tree';
import { parseJson } from '../../shared/text/json';
import { parseYaml } from '../../shared/text/yaml';
import type { FrontEntry, PlainNode, TreeAnswer } from './render-protocol';

/** Values that are drawn at most; more than a person reads, few enough to draw at once. */
const MOST_NODES = 4000;
/** Longest scalar that is shown whole, in UTF-16 units. */
const LONGEST = 2000;

/** A data file as it stands: names and values with their places. */
export function plainTree(path: string, text: string): TreeAnswer {
  const tree: DataTree = extension(path) === 'json' ? parseJson(text) : parseYaml(text);
  const [problem] = tree.problems;
  const budget = { left: MOST_NODES };
  return {
    root: tree.root ? convert(tree.root, '', budget) : null,
    problem: problem ? { message: problem.message, from: problem.span.from } : null,
  };
}

function convert(node: DataNode, name: string, budget: { left: number }): PlainNode {
  budget.left--;
  const from = node.key?.from ?? node.span.from;
  if (node.kind === 'scalar') {
    return { name, kind: 'scalar', value: scalarText(node.value), from, children: [], omitted: 0 };
  }
  const entries: readonly (readonly [string, DataNode])[] =
    node.kind === 'map'
      ? [...node.members]
      : node.items.map((item, index) => [String(index + 1), item] as const);
  const children: PlainNode[] = [];
  for (const [key, child] of entries) {
    if (budget.left <= 0) break;
    children.push(convert(child, key, budget));
  }
  return { name, kind: node.kind, value: null, from, children, omitted: entries.length - children.length };
}

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The top-level entries of a front matter block, with lists joined by commas. */
export function frontEntries(source: string): { entries: readonly FrontEntry[]; problem: string | null } {
  const open = source.indexOf('\n') + 1;
  const close = source.lastIndexOf('\n') + 1;
  const tree = parseYaml(source.slice(open, Math.max(open, close)), open);
  const entries: FrontEntry[] = [];
  if (tree.root?.kind === 'map') {
    for (const [key, node] of tree.root.members) {
      entries.push({ key, value: entryText(node), from: node.key?.from ?? node.span.from });
    }
  }
  return { entries, problem: tree.problems[0]?.message ?? null };
}

function entryText(node: DataNode): string {
  if (node.kind === 'scalar') return scalarText(node.value);
  if (node.kind === 'list') return node.items.map(entryText).join(', ');
  return [...node.members].map(([key, member]) => `${key}: ${entryText(member)}`).join('; ');
}
