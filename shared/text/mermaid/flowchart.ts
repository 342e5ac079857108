import type { Span } from '../span';
import { type BodyReader, checkBalance, cleanLabel, type DiagramParts } from './parts';
import { readNode, readShape } from './shape';

/** A whole link; the label may follow in `|…|`. */
const LINK = /[xo<]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?|~~~+)/y;
/** The start of a link whose label stands inside it: `-- text -->`, `== text ==>`, `-. text .->`. */
const LINK_START = /[xo<]?(--|==|-\.)/y;
const LINK_END: Readonly<Record<string, RegExp>> = {
  '--': /--+[-xo>]/g,
  '==': /==+[=xo>]/g,
  '-.': /(?<!\.)\.+-[xo>]?/g,
};
/** `e1@-->`: a link with a name. */
const LINK_NAME = /\s*[\w-]+@(?=[xo<]?[-=~])/y;
const BLANKS = /\s*/y;
const AND = /\s*&/y;
const DIRECTION = /^(?:TB|TD|BT|RL|LR|[<>^v])?$/;

/** At most this many nodes joined by `&` make links, on either side. */
const MAX_JOINED = 100;

/** Nodes, links and subgraphs of `flowchart` and `graph`. */
export function flowchartReader(parts: DiagramParts): BodyReader {
  const reader = new FlowchartReader(parts);
  return {
    header: (text, span) => reader.header(text, span),
    line: (text, span) => reader.line(text, span),
    finish: () => reader.finish(),
  };
}

class FlowchartReader {
  constructor(private readonly parts: DiagramParts) {}

  header(text: string, span: Span): void {
    const [first, ...rest] = splitStatements(text);
    const word = first?.text.trim() ?? '';
    if (!DIRECTION.test(word)) {
      const from = span.from + text.indexOf(word);
      this.parts.problem(`"${word}" is no direction; write LR or TD`, { from, to: from + word.length });
    }
    for (const s of rest) this.statement(s.text, span.from + s.from);
  }

  line(text: string, span: Span): void {
    checkBalance(this.parts, text, span);
    for (const s of splitStatements(text)) this.statement(s.text, span.from + s.from);
  }

  finish(): void {
    this.parts.finishBlocks();
    // A link may end at a subgraph; that does not make the subgraph a node.
    for (const subgraph of this.parts.subgraphs) this.parts.nodes.delete(subgraph.id);
  }

  private statement(raw: string, at: number): void {
    const text = raw.trim();
    const from = at + raw.indexOf(text);
    const span = { from, to: from + text.length };
    const keyword =
      /^(?:subgraph|end|classDef|class|style|linkStyle|click|direction|accTitle|accDescr)(?=\s|:|$)/.exec(
        text,
      )?.[0];
    if (text === '' || text.startsWith('%%')) return;
    if (keyword === 'subgraph') this.subgraph(text.slice(keyword.length).trim(), span);
    else if (keyword === 'end') this.parts.closeBlock(span);
    else if (keyword === 'classDef') this.parts.classDef(text, span);
    else if (keyword === undefined) this.chain(text, span);
  }

  private subgraph(name: string, span: Span): void {
    this.parts.openBlock('subgraph', span);
    const named = readNode(name, 0);
    const whole = named !== null && named.length === name.length;
    // Mermaid allows a blank between the id of a subgraph and its label.
    const gap =
      named && !whole && named.label === '' ? readShape(name.slice(named.length).trimStart(), 0) : null;
    if (named && (whole || gap))
      this.parts.subgraphs.push({ id: named.id, label: gap?.label || named.label || named.id, span });
    else this.parts.subgraphs.push({ id: cleanLabel(name), label: cleanLabel(name), span });
  }

  /** A chain such as `a["A"] -->|text| b & c -- text --> d`. Stops where the text is no link any more. */
  private chain(text: string, span: Span): void {
    let left = this.group(text, 0, span.from);
    while (left) {
      const link = readLink(text, left.end);
      if (!link) return;
      const right = this.group(text, link.end, span.from);
      if (!right) return;
      for (const from of left.ids.slice(0, MAX_JOINED)) {
        for (const to of right.ids.slice(0, MAX_JOINED)) this.parts.edge(from, to, link.label, span);
      }
      left = right;
    }
  }

  /** One node, or several joined by `&`; null when no node starts there. */
  private group(
    text: string,
    at: number,
    offset: number,
  ): { readonly ids: readonly string[]; readonly end: number } | null {
    const ids: string[] = [];
    let end = at;
    for (;;) {
      const start = skip(BLANKS, text, end);
      const node = readNode(text, start);
      if (!node) return ids.length > 0 ? { ids, end } : null;
      ids.push(node.id);
      end = start + node.length;
      this.parts.node(node.id, node.label, { from: offset + start, to: offset + end });
      const and = skip(AND, text, end);
      if (and === end) return { ids, end };
      end = and;
    }
  }
}

function readLink(text: string, at: number): { readonly label: string; readonly end: number } | null {
  const start = skip(BLANKS, text, skip(LINK_NAME, text, at));
  const whole = skip(LINK, text, start);
  if (whole > start) {
    const bar = skip(BLANKS, text, whole);
    if (text[bar] !== '|') return { label: '', end: whole };
    const close = closingBar(text, bar + 1);
    return { label: cleanLabel(text.slice(bar + 1, close)), end: Math.min(text.length, close + 1) };
  }
  LINK_START.lastIndex = start;
  const open = LINK_START.exec(text);
  const end = open ? LINK_END[open[1] as string] : undefined;
  if (!open || !end) return null;
  let from = start + open[0].length;
  const labelFrom = skip(BLANKS, text, from);
  if (text[labelFrom] === '"') from = Math.max(labelFrom, text.indexOf('"', labelFrom + 1));
  end.lastIndex = from;
  const close = end.exec(text);
  return close
    ? { label: cleanLabel(text.slice(labelFrom, close.index)), end: close.index + close[0].length }
    : null;
}

/** The bar that ends a label; bars in quotes are text. */
function closingBar(text: string, at: number): number {
  const start = skip(BLANKS, text, at);
  const quoteEnd = text[start] === '"' ? text.indexOf('"', start + 1) : -1;
  const close = text.indexOf('|', quoteEnd >= 0 ? quoteEnd : at);
  return close < 0 ? text.length : close;
}

/** The place behind a sticky pattern at `at`, or `at` when it does not match there. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Cuts at `;` outside quotes and brackets. */
function splitStatements(text: string): { readonly text: string; readonly from: number }[] {
  const out: { text: string; from: number }[] = [];
  let from = 0;
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth = Math.max(0, depth - 1);
    else if (c === ';' && depth === 0) {
      out.push({ text: text.slice(from, i), from });
      from = i + 1;
    }
  }
  out.push({ text: text.slice(from), from });
  return out;
}
