import type { SyntaxProblem } from '../data-tree';
import type { DiagramEdge, DiagramNode, MermaidDoc } from '../mermaid';
import type { Span } from '../span';

/** Reads the lines after the diagram keyword; comments and empty lines are left out. `indent` counts the blanks before the text. */
export interface BodyReader {
  /** What stands behind the keyword on its line. */
  header?(text: string, span: Span): void;
  line(text: string, span: Span, indent: number): void;
  finish?(): void;
}

/** `a & b --> c & d` multiplies; beyond this many links a diagram is unreadable, and counting on would only cost memory. */
const MAX_EDGES = 10_000;

/** What is drawn at most (security limit): the drawing page refuses more. */
export const DIAGRAM_LIMITS = { length: 50_000, edges: 500 } as const;

/** What the readers of the diagram types collect. */
export class DiagramParts {
  readonly nodes = new Map<string, DiagramNode>();
  readonly edges: DiagramEdge[] = [];
  readonly subgraphs: DiagramNode[] = [];
  readonly classDefs: DiagramNode[] = [];
  readonly rows: Span[] = [];
  readonly fragments: DiagramNode[] = [];
  readonly problems: SyntaxProblem[] = [];
  private tooMany: SyntaxProblem | null = null;
  private readonly open: { readonly name: string; readonly span: Span }[] = [];

  /** Registers a node at its first mention; a later mention that brings a label replaces the bare one. */
  node(id: string, label: string, span: Span): void {
    const known = this.nodes.get(id);
    if (!known || (label !== '' && known.label === known.id))
      this.nodes.set(id, { id, label: label || id, span });
  }

  edge(from: string, to: string, label: string, span: Span): void {
    if (this.edges.length < MAX_EDGES) this.edges.push({ from, to, label, span });
    if (this.edges.length === DIAGRAM_LIMITS.edges + 1)
      this.tooMany ??= {
        message: `A diagram with more than ${DIAGRAM_LIMITS.edges} links is not drawn`,
        span,
      };
  }

  problem(message: string, span: Span): void {
    this.problems.push({ message, span });
  }

  /** A block that `end` (or `}`) has to close. */
  openBlock(name: string, span: Span): void {
    this.open.push({ name, span });
  }

  closeBlock(span: Span, closer = 'end'): void {
    if (!this.open.pop()) this.problem(`This \`${closer}\` closes nothing`, span);
  }

  /** Reports the blocks that are still open. */
  finishBlocks(closer = 'end'): void {
    for (const block of this.open.splice(0))
      this.problem(`This \`${block.name}\` is not closed by \`${closer}\``, block.span);
  }

  classDef(line: string, span: Span): void {
    for (const name of (/^classDef\s+(\S+)/.exec(line)?.[1] ?? '').split(',')) {
      if (name !== '') this.classDefs.push({ id: name, label: name, span });
    }
  }

  done(): Pick<
    MermaidDoc,
    'nodes' | 'edges' | 'subgraphs' | 'classDefs' | 'rows' | 'fragments' | 'bodyProblems'
  > {
    const { edges, subgraphs, classDefs, rows, fragments } = this;
    const bodyProblems = [...this.problems, ...(this.tooMany ? [this.tooMany] : [])].sort(
      (a, b) => a.span.from - b.span.from,
    );
    return { nodes: [...this.nodes.values()], edges, subgraphs, classDefs, rows, fragments, bodyProblems };
  }
}

/** A label as it is read: quotes, Markdown marks and line breaks removed. */
export function cleanLabel(text: string): string {
  return text
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^`|`$/g, '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const PARTNER: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Reports brackets and quotes that do not close on their line. Text in double quotes may hold any bracket; `id>text]` opens a flag shape,
 * while the `>` of an arrow opens nothing.
 */
export function checkBalance(parts: DiagramParts, line: string, span: Span): void {
  const open: string[] = [];
  let quoted = false;
  let inLabel = false;
  let bare: string | null = null;
  const flag = line.lastIndexOf(']');
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string;
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === '|' && open.length === 0) inLabel = !inLabel;
    else if (c === '(' || c === '[' || c === '{') {
      // `((` and `[(` are shapes; a bracket further inside a label ends the label for Mermaid.
      if (open.length > 0 && !'([{'.includes(line[i - 1] ?? '') && !line.includes('@{')) bare ??= c;
      open.push(c);
    } else if (
      c === '>' &&
      open.length === 0 &&
      !inLabel &&
      i < flag &&
      /[\p{L}\p{N}_]/u.test(line[i - 1] ?? '')
    )
      open.push('[');
    else if (c === ')' || c === ']' || c === '}') {
      if (open.pop() !== PARTNER[c]) {
        parts.problem(`The bracket "${c}" on this line has no partner`, span);
        return;
      }
    }
  }
  if (quoted) parts.problem('A quotation mark is not closed on this line', span);
  else if (open.length > 0) parts.problem(`The bracket "${open.at(-1)}" on this line is not closed`, span);
  else if (bare !== null)
    parts.problem(`A label on this line holds "${bare}" and stands without quotes`, span);
}
