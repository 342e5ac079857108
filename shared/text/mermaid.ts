import type { SyntaxProblem } from './data-tree';
import { flowchartReader } from './mermaid/flowchart';
import { mindmapReader } from './mermaid/mindmap';
import { type BodyReader, DIAGRAM_LIMITS, DiagramParts } from './mermaid/parts';
import { ganttReader, rowReader, timelineReader } from './mermaid/rows';
import { sequenceReader } from './mermaid/sequence';
import { stateReader } from './mermaid/state';
import type { Span } from './span';

/** Diagram types of the artifact specification (K04, K19) and the others Mermaid draws; a file starting with none of them is not a diagram. */
export const DIAGRAM_TYPES = [
  'flowchart',
  'flowchart-elk',
  'graph',
  'sequenceDiagram',
  'gantt',
  'timeline',
  'stateDiagram-v2',
  'stateDiagram',
  'mindmap',
  'classDiagram',
  'classDiagram-v2',
  'erDiagram',
  'journey',
  'pie',
  'quadrantChart',
  'gitGraph',
  'requirementDiagram',
  'sankey',
  'sankey-beta',
  'xychart',
  'xychart-beta',
  'block',
  'block-beta',
  'architecture',
  'architecture-beta',
  'ishikawa',
  'ishikawa-beta',
  'kanban',
  'packet',
  'packet-beta',
  'radar-beta',
  'treemap',
  'treemap-beta',
  'C4Context',
  'C4Container',
  'C4Component',
  'C4Dynamic',
  'C4Deployment',
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
  /** Lines that start with `%%`, without it; directives (`%%{…}%%`) are no comments. */
  readonly comments: readonly DiagramComment[];
  /** Each node once, at its first mention or where it gets its label. Subgraphs are no nodes, and neither are start and end of a state diagram. */
  readonly nodes: readonly DiagramNode[];
  /** Links of a flowchart, messages of a sequence diagram, transitions of a state diagram, parent to child in a mindmap. */
  readonly edges: readonly DiagramEdge[];
  /** Subgraphs of a flowchart, composite states, sections of a Gantt chart or timeline. */
  readonly subgraphs: readonly DiagramNode[];
  readonly classDefs: readonly DiagramNode[];
  /** Message arrows of a sequence diagram, or rows (tasks, periods, nodes) of the other types; empty for flowcharts. */
  readonly rows: readonly Span[];
  /** Keywords `alt`, `opt`, `loop`, `critical`, `par`, `break` of a sequence diagram. */
  readonly fragments: readonly DiagramNode[];
  /** The text is no diagram at all: its first word is no diagram type. */
  readonly problems: readonly SyntaxProblem[];
  /** Places where a diagram of a known type would not draw: brackets, quotes and blocks that do not close. In text order. */
  readonly bodyProblems: readonly SyntaxProblem[];
}

/** Reads a Mermaid text. Total; cost is linear in the text. */
export function parseMermaid(text: string): MermaidDoc {
  const comments: DiagramComment[] = [];
  const parts = new DiagramParts();
  const problems: SyntaxProblem[] = [];
  let type: DiagramType | null = null;
  let typeSpan: Span = { from: 0, to: 0 };
  let body: BodyReader | null = null;
  let inFrontMatter = false;
  let inDirective = false;

  for (const { line, from: lineStart } of linesOf(text)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const indent = line.indexOf(trimmed);
    const from = lineStart + indent;
    const span = { from, to: from + trimmed.length };
    if (inDirective) {
      inDirective = !trimmed.includes('}%%');
      continue;
    }
    if (trimmed === '---' && type === null) {
      inFrontMatter = !inFrontMatter;
      continue;
    }
    if (inFrontMatter) continue;
    if (trimmed.startsWith('%%{')) {
      inDirective = !trimmed.includes('}%%');
      continue;
    }
    if (trimmed.startsWith('%%')) {
      comments.push({ text: trimmed.slice(2).trim(), span });
      continue;
    }
    if (body) {
      body.line(trimmed, span, indent);
      continue;
    }
    const word = /^[\w-]+/.exec(trimmed)?.[0] ?? trimmed.split(/\s/)[0] ?? '';
    typeSpan = { from, to: from + word.length };
    type = DIAGRAM_TYPES.find((t) => t === word) ?? null;
    if (type === null) {
      const message = `"${word}" is no diagram type; start with a keyword such as \`flowchart LR\` or \`sequenceDiagram\``;
      problems.push({ message, span: typeSpan });
      break;
    }
    body = readerOf(type, parts);
    body.header?.(trimmed.slice(word.length), { from: typeSpan.to, to: span.to });
  }
  body?.finish?.();
  const { length } = DIAGRAM_LIMITS;
  if (body && text.length > length)
    parts.problem('A diagram longer than 50,000 characters is not drawn', { from: length, to: length + 1 });
  if (type === null && problems.length === 0) {
    const message = 'The file holds no diagram: a keyword such as `flowchart LR` is expected';
    problems.push({ message, span: { from: 0, to: Math.min(1, text.length) } });
  }
  const remark = (name: string): string | null => {
    const hit = comments.find((c) => c.text.toLowerCase().startsWith(`${name}:`));
    return hit?.text.slice(name.length + 1).trim() || null;
  };
  return {
    text,
    type,
    typeSpan,
    title: remark('title'),
    owner: remark('owner'),
    comments,
    problems,
    ...parts.done(),
  };
}

function readerOf(type: DiagramType, parts: DiagramParts): BodyReader {
  switch (type) {
    case 'flowchart':
    case 'flowchart-elk':
    case 'graph':
      return flowchartReader(parts);
    case 'sequenceDiagram':
      return sequenceReader(parts);
    case 'stateDiagram':
    case 'stateDiagram-v2':
      return stateReader(parts);
    case 'mindmap':
      return mindmapReader(parts);
    case 'gantt':
      return ganttReader(parts);
    case 'timeline':
      return timelineReader(parts);
    default:
      return rowReader(parts);
  }
}

function* linesOf(text: string): Generator<{ line: string; from: number }> {
  let from = 0;
  for (const line of text.split('\n')) {
    yield { line: line.endsWith('\r') ? line.slice(0, -1) : line, from };
    from += line.length + 1;
  }
}

/** True for both spellings of a flowchart (`graph` is the older one) and its ELK layout. */
export function isFlowchart(doc: MermaidDoc): boolean {
  return doc.type === 'flowchart' || doc.type === 'graph' || doc.type === 'flowchart-elk';
}
