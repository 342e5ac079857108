import { DataTree } from '../data-tree';
import type { Span } from '../span';
import { parseYaml } from '../yaml';

const OPENING = /^\uFEFF?---[ \t]*\r?\n/;

export interface FrontMatter {
  readonly tree: DataTree;
  /** Both fences included. */
  readonly span: Span;
}

/** The YAML between `---` fences at the very start of a text, or null. One that never closes is a problem, and the rest is read as text. */
export function readFrontMatter(text: string): FrontMatter | null {
  const open = OPENING.exec(text);
  if (!open) return null;
  const start = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*$/gm;
  close.lastIndex = start;
  const end = close.exec(text);
  if (!end) {
    const span = { from: 0, to: start };
    const problem = { message: 'The front matter opened with `---` is not closed by a line `---`', span };
    return { tree: new DataTree(text, null, [problem]), span };
  }
  const span = { from: 0, to: end.index + end[0].length };
  const source = text.slice(start, end.index);
  if (!/\S/.test(source))
    return { tree: new DataTree(text, null, [{ message: 'The front matter is empty', span }]), span };
  const parsed = parseYaml(source, start);
  // The tree answers for positions in the whole file, so it is given the whole text.
  return { tree: new DataTree(text, parsed.root, parsed.problems), span };
}

/** The header of a text whose header an earlier one has letter by letter; null when that may be otherwise. It stands at the start, so its places hold. */
export function sameFrontMatter(
  text: string,
  before: {
    readonly text: string;
    readonly frontMatter: DataTree | null;
    readonly frontMatterSpan: Span | null;
  },
): FrontMatter | null {
  const { frontMatter: tree, frontMatterSpan: span } = before;
  // With the letter behind it: what stands on the line of the closing fence may open it again.
  if (!tree?.root || !span || text.slice(0, span.to + 1) !== before.text.slice(0, span.to + 1)) return null;
  return { tree: new DataTree(text, tree.root, tree.problems), span };
}

/** The text with a range blanked; line ends and length stay. */
export function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n\r]/g, ' ') + text.slice(to);
}
