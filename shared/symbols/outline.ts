import type { Source } from '../rubric/artifact';
import type { CountedBudget } from '../rubric/word-budget';
import type { DataNode } from '../text/data-tree';
import type { MarkdownDoc } from '../text/markdown';
import { diagramOutline } from './outline-diagram';
import { OutlineTree } from './outline-tree';

/** A part of a file: a heading, a key, an entry of a list, a node of a diagram. */
export interface OutlineEntry {
  /** Stays while the text around it changes, so that what is folded stays folded. */
  readonly id: string;
  /** As written, numbering included. */
  readonly title: string;
  /** What it says beside its title: a value, the title of what has an id. */
  readonly detail: string;
  /** What is selected when one goes there. */
  readonly from: number;
  readonly to: number;
  readonly children: readonly OutlineEntry[];
}

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** The file has more parts than are listed. */
  readonly cut: boolean;
  /** What its criteria want of the length of parts, and how long they are; absent where they want nothing. */
  readonly budgets?: readonly CountedBudget[];
}

/** Longest title or value that is listed, in UTF-16 units. */
const WIDTH = 120;

/** The parts of a file in the order of its text, in the shape of their nesting. Null for data that cannot be read as it is. */
export function outlineOf(source: Source): Outline | null {
  const tree = new OutlineTree();
  if (source.format === 'md') readDocument(tree, source.markdown);
  else if (source.format === 'mmd') diagramOutline(tree, source.diagram);
  else if (source.data.root) readMembers(tree, source.text, source.data.root);
  const outline = tree.done();
  const isData = source.text.trim() !== '' && (source.format === 'yaml' || source.format === 'json');
  return isData && outline.entries.length === 0 && source.problems.length > 0 ? null : outline;
}

/** Headings below headings of a higher rank; a rank that is left out does no harm. */
function readDocument(tree: OutlineTree, { frontMatterSpan, headings }: MarkdownDoc): void {
  if (frontMatterSpan) {
    const { from } = frontMatterSpan;
    tree.open('Header', '', { from, to: Math.min(from + 3, frontMatterSpan.to) });
    tree.close();
  }
  const levels: number[] = [];
  for (const { level, text, span } of headings) {
    while (levels.length > 0 && (levels.at(-1) as number) >= level) {
      levels.pop();
      tree.close();
    }
    tree.open(short(text) || 'Heading without words', '', span);
    levels.push(level);
  }
}

function readMembers(tree: OutlineTree, text: string, node: DataNode): void {
  if (node.kind === 'map')
    for (const [key, member] of node.members) {
      if (tree.full) return;
      tree.open(short(key) || '""', short(scalarOf(member)), member.key ?? member.span);
      readMembers(tree, text, member);
      tree.close();
    }
  else if (node.kind === 'list')
    node.items.forEach((item, index) => {
      if (tree.full) return;
      const { title, detail } = nameOf(item, index);
      const { from } = item.span;
      const line = text.slice(from, from + WIDTH).search(/[\r\n]|$/);
      tree.open(short(title), short(detail), { from, to: Math.min(from + line, item.span.to) });
      readMembers(tree, text, item);
      tree.close();
    });
}

/** Keys that name an entry of a list, and those that say what it is; the first that is there counts. */
const NAMES = ['id', 'key', 'name', 'ref'];
const TITLES = ['title', 'name', 'summary', 'what', 'action', 'description'];

/** An entry is called by its id; by what it is where it has none, else by its number. */
function nameOf(item: DataNode, index: number): { readonly title: string; readonly detail: string } {
  if (item.kind === 'scalar') return { title: scalarOf(item) || `${index + 1}`, detail: '' };
  if (item.kind === 'list') return { title: `${index + 1}`, detail: '' };
  const word = (keys: readonly string[]) =>
    keys.map((key) => item.members.get(key)).find((member) => member?.kind === 'scalar' && scalarOf(member));
  const name = word(NAMES);
  const title = word(TITLES.filter((key) => item.members.get(key) !== name));
  const first = [...item.members.values()].find((member) => member.kind === 'scalar' && scalarOf(member));
  const called = name ?? title ?? first;
  return {
    title: called ? scalarOf(called) : `${index + 1}`,
    detail: title && title !== called ? scalarOf(title) : '',
  };
}

function scalarOf(node: DataNode): string {
  return node.kind === 'scalar' && node.value !== null ? String(node.value) : '';
}

function short(text: string): string {
  const line = text
    .slice(0, 2 * WIDTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > WIDTH ? `${line.slice(0, WIDTH).trimEnd()}…` : line;
}
