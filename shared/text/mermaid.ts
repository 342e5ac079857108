import type { SyntaxProblem } from './data-tree';
import type { Span } from './span';

/** Diagram types of the artifact specification (K04, K19) and the others Mermaid draws; a file starting with none of them is not a diagram. */
export const DIAGRAM_TYPES = [
  'flowchart', 'graph', 'sequenceDiagram', 'gantt', 'timeline', 'stateDiagram-v2', 'stateDiagram', 'mindmap', 'classDiagram', 'erDiagram', 'journey',
  'pie', 'quadrantChart', 'gitGraph', 'requirementDiagram', 'sankey-beta', 'xychart-beta', 'block-beta', 'architecture-beta', 'ishikawa',
] as const;
export type DiagramType = (typeof DIAGRAM_TYPES)[number];

export interface DiagramNode {
  readonly id: string;
  readonly label: string;
  readonly span: Span;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  /** Empty when the edge carries no text. */
  readonly label: string;
  readonly span: Span;
}

export interface DiagramComment {
  readonly text: string;
  readonly span: Span;
}

/**
 * A structural reading of Mermaid text for the rubric: enough for counting and naming, not a renderer. The drawing page has the last word
 * on whether a diagram draws.
 */
export interface MermaidDoc {
  readonly text: string;
  readonly type: DiagramType | null;
  /** The diagram keyword, or the first word where one was expected. */
  readonly typeSpan: Span;
  readonly title: string | null;
  readonly owner: string | null;
  readonly comments: readonly DiagramComment[];
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  readonly subgraphs: readonly DiagramNode[];
  readonly classDefs: readonly DiagramNode[];
  /** Message arrows of a sequence diagram, or rows (tasks, events, nodes) of the other types. */
  readonly rows: readonly Span[];
  /** Keywords `alt`, `opt`, `loop`, `critical`, `par`, `break` of a sequence diagram. */
  readonly fragments: readonly DiagramNode[];
  readonly problems: readonly SyntaxProblem[];
}

interface Line {
  readonly text: string;
  readonly from: number;
}

/** Reads a Mermaid text. Total; cost is linear in the text. */
export function parseMermaid(text: string): MermaidDoc {
  const reader = new Reader(text);
  return reader.read();
}

const ARROW = /(?:<|[xo](?=-))?(?:-{2,}|={2,}|-\.+-?|~{3,})(?:>|[xo](?=\s|\||$))?/;
const SEQUENCE_MESSAGE = /^\s*(.+?)\s*(?:<<)?(?:--?>>?|--?x|--?\)|->>|-->>)\s*[+-]?\s*([^:]+?)\s*(?::\s*(.*))?$/;

class Reader {
  private readonly comments: DiagramComment[] = [];
  private readonly nodes = new Map<string, DiagramNode>();
  private readonly edges: DiagramEdge[] = [];
  private readonly subgraphs: DiagramNode[] = [];
  private readonly classDefs: DiagramNode[] = [];
  private readonly rows: Span[] = [];
  private readonly fragments: DiagramNode[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private type: DiagramType | null = null;
  private typeSpan: Span = { from: 0, to: 0 };

  constructor(private readonly text: string) {}

  read(): MermaidDoc {
    let inFrontMatter = false;
    for (const line of this.lines()) {
      const trimmed = line.text.trim();
      const from = line.from + line.text.indexOf(trimmed);
      const span = { from, to: from + trimmed.length };
      if (trimmed === '') continue;
      if (trimmed === '---' && this.type === null) {
        inFrontMatter = !inFrontMatter;
        continue;
      }
      if (inFrontMatter) continue;
      if (trimmed.startsWith('%%')) {
        if (!trimmed.startsWith('%%{')) this.comments.push({ text: trimmed.slice(2).trim(), span });
        continue;
      }
      if (this.type === null) {
        this.readType(trimmed, span);
        if (this.type === null) break;
        continue;
      }
      this.checkBalance(trimmed, span);
      this.readBody(trimmed, span);
    }
    if (this.type === null && this.problems.length === 0) {
      this.problems.push({ message: 'The file holds no diagram: a keyword such as `flowchart LR` is expected', span: { from: 0, to: Math.min(1, this.text.length) } });
    }
    const remark = (name: string) => {
      const hit = this.comments.find((c) => c.text.toLowerCase().startsWith(`${name}:`));
      return hit ? hit.text.slice(name.length + 1).trim() : null;
    };
    return {
      text: this.text,
      type: this.type,
      typeSpan: this.typeSpan,
      title: remark('title'),
      owner: remark('owner'),
      comments: this.comments,
      nodes: [...this.nodes.values()],
      edges: this.edges,
      subgraphs: this.subgraphs,
      classDefs: this.classDefs,
      rows: this.rows,
      fragments: this.fragments,
      problems: this.problems,
    };
  }

  private *lines(): Generator<Line> {
    let from = 0;
    for (const text of this.text.split('\n')) {
      yield { text: text.endsWith('\r') ? text.slice(0, -1) : text, from };
      from += text.length + 1;
    }
  }

  private readType(line: string, span: Span): void {
    const word = /^[\w-]+/.exec(line)?.[0] ?? line.split(/\s/)[0] ?? '';
    this.typeSpan = { from: span.from, to: span.from + word.length };
    this.type = DIAGRAM_TYPES.find((t) => t === word) ?? null;
    if (this.type === null) {
      this.problems.push({ message: `"${word}" is no diagram type; start with a keyword such as \`flowchart LR\` or \`sequenceDiagram\``, span: this.typeSpan });
    }
  }

  /** Brackets and quotes must close on their line; arrows and comparison signs are no brackets. */
  private checkBalance(line: string, span: Span): void {
    if (this.type !== 'flowchart' && this.type !== 'graph') {
      if ((line.match(/"/g) ?? []).length % 2 === 1 && this.type !== 'sequenceDiagram' && this.type !== 'gantt' && this.type !== 'timeline') {
        this.problems.push({ message: 'A quotation mark is not closed on this line', span });
      }
      return;
    }
    const open: string[] = [];
    let quoted = false;
    const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
    for (const c of line) {
      if (c === '"') quoted = !quoted;
      else if (quoted) continue;
      else if (c === '(' || c === '[' || c === '{') open.push(c);
      else if (c === ')' || c === ']' || c === '}') {
        if (open.at(-1) !== pairs[c]) {
          this.problems.push({ message: `The bracket "${c}" on this line has no partner`, span });
          return;
        }
        open.pop();
      }
    }
    if (quoted) this.problems.push({ message: 'A quotation mark is not closed on this line', span });
    else if (open.length > 0) this.problems.push({ message: `The bracket "${open.at(-1)}" on this line is not closed`, span });
  }

  private readBody(line: string, span: Span): void {
    switch (this.type) {
      case 'flowchart': case 'graph':
        this.flowLine(line, span);
        break;
      case 'sequenceDiagram':
        this.sequenceLine(line, span);
        break;
      case 'gantt':
        if (line.includes(':') && !/^(?:title|dateFormat|axisFormat|excludes|todayMarker|tickInterval|weekday|section)\b/.test(line)) this.row(line, span);
        else if (line.startsWith('section ')) this.subgraphs.push({ id: line.slice(8), label: line.slice(8), span });
        break;
      case 'timeline':
        if (!/^(?:title|section)\b/.test(line)) this.row(line, span);
        break;
      case 'mindmap':
        this.row(line, span);
        break;
      default:
        this.row(line, span);
    }
  }

  private row(line: string, span: Span): void {
    this.rows.push(span);
    const label = unquote(line.split(':')[0]?.trim() ?? line);
    this.nodes.set(`${span.from}`, { id: `${span.from}`, label, span });
  }

  private sequenceLine(line: string, span: Span): void {
    const participant = /^(?:create\s+)?(?:participant|actor)\s+(\S+)(?:\s+as\s+(.+))?$/.exec(line);
    if (participant) {
      const id = participant[1] as string;
      this.nodes.set(id, { id, label: unquote(participant[2] ?? id), span });
      return;
    }
    const fragment = /^(alt|opt|loop|critical|par|break)\b\s*(.*)$/.exec(line);
    if (fragment) {
      this.fragments.push({ id: fragment[1] as string, label: fragment[2] ?? '', span });
      return;
    }
    if (/^(?:else|and|option|end|note|activate|deactivate|autonumber|rect|box|title|destroy|link|links)\b/i.test(line)) return;
    const message = SEQUENCE_MESSAGE.exec(line);
    if (!message) return;
    for (const id of [message[1] as string, message[2] as string]) if (!this.nodes.has(id)) this.nodes.set(id, { id, label: id, span });
    this.edges.push({ from: message[1] as string, to: message[2] as string, label: message[3] ?? '', span });
    this.rows.push(span);
  }

  private flowLine(line: string, span: Span): void {
    const subgraph = /^subgraph\s+(.+)$/.exec(line);
    if (subgraph) {
      const named = /^([\w-]+)\s*\[(.*)\]$/.exec(subgraph[1] as string);
      this.subgraphs.push({ id: named?.[1] ?? (subgraph[1] as string), label: unquote(named?.[2] ?? (subgraph[1] as string)), span });
      return;
    }
    const classDef = /^classDef\s+(\S+)/.exec(line);
    if (classDef) {
      this.classDefs.push({ id: classDef[1] as string, label: classDef[1] as string, span });
      return;
    }
    if (/^(?:end|class|style|linkStyle|click|direction|accTitle|accDescr)\b/.test(line)) return;
    this.chain(line, span);
  }

  /** A chain such as `a["A"] -->|text| b & c -- text --> d`. */
  private chain(line: string, span: Span): void {
    let rest = line;
    let offset = span.from;
    let left = this.group(rest, offset);
    if (!left) return;
    rest = rest.slice(left.length);
    offset += left.length;
    while (rest.trim() !== '') {
      const lead = rest.length - rest.trimStart().length;
      const arrow = ARROW.exec(rest.slice(lead));
      if (!arrow || arrow.index !== 0) return;
      let label = '';
      let after = lead + arrow[0].length;
      const tail = rest.slice(after);
      const piped = /^\s*\|("[^"]*"|[^|]*)\|/.exec(tail);
      const inline = piped || />$|[xo]$/.test(arrow[0]) ? null : /^\s*("[^"]*"|[^\s|"-][^|]*?)\s*(?:-{2,}|={2,}|\.+-)>?\s*/.exec(tail);
      if (piped) {
        label = unquote((piped[1] as string).trim());
        after += piped[0].length;
      } else if (inline) {
        label = unquote((inline[1] as string).trim());
        after += inline[0].length;
      }
      const right = this.group(rest.slice(after), offset + after);
      if (!right) return;
      for (const from of left.ids) for (const to of right.ids) this.edges.push({ from, to, label, span });
      rest = rest.slice(after + right.length);
      offset += after + right.length;
      left = right;
    }
  }

  /** One node, or several joined by `&`; null when the text does not start with a node. */
  private group(text: string, offset: number): { ids: string[]; length: number } | null {
    const found: string[] = [];
    let at = 0;
    for (;;) {
      const lead = /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
      const node = this.node(text.slice(at + lead), offset + at + lead);
      if (!node) return found.length > 0 ? { ids: found, length: at } : null;
      found.push(node.id);
      at += lead + node.length;
      const and = /^\s*&/.exec(text.slice(at));
      if (!and) return { ids: found, length: at };
      at += and[0].length;
    }
  }

  private node(text: string, offset: number): { id: string; length: number } | null {
    const id = /^[\p{L}\p{N}_.]+(?:-(?![-.>=])[\p{L}\p{N}_.]+)*/u.exec(text)?.[0];
    if (!id) return null;
    let length = id.length;
    let label = '';
    const open = /^(?:@\{[^}]*\}|[[({>]+[/\\]?)/.exec(text.slice(length))?.[0];
    if (open && !open.startsWith('@')) {
      const body = text.slice(length + open.length);
      const quoted = /^\s*"([^"]*)"/.exec(body);
      const end = quoted ? quoted[0].length : body.search(/[\])}]/);
      if (end >= 0) {
        label = quoted ? (quoted[1] as string) : body.slice(0, end);
        const close = /^\s*[/\\]?[\])}]+/.exec(body.slice(end))?.[0].length ?? 0;
        length += open.length + end + close;
      }
    } else if (open) length += open.length;
    const className = /^:::[\w-]+/.exec(text.slice(length));
    if (className) length += className[0].length;
    const known = this.nodes.get(id);
    if (!known || (label && known.label === known.id)) {
      this.nodes.set(id, { id, label: label ? cleanLabel(label) : (known?.label ?? id), span: { from: offset, to: offset + length } });
    }
    return { id, length };
  }
}

function unquote(text: string): string {
  return cleanLabel(text.replace(/^"|"$/g, ''));
}

function cleanLabel(text: string): string {
  return text.replace(/<br\s*\/?>/gi, ' ').replace(/\s+/g, ' ').trim();
}
