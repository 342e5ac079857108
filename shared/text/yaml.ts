import {
  constructFromEvents,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import { type DataNode, DataTree, newMapping, type SyntaxProblem } from './data-tree';
import { inexactReason } from './exact-number';
import type { Span } from './span';

/** Limits of a YAML file (security requirements C2 and the limits list); each has its own located message. */
export const YAML_LIMITS = { length: 2 * 1024 * 1024, depth: 64, aliases: 100, nodes: 100_000 } as const;

type Event = ReturnType<typeof parseEvents>[number];

/**
 * Parses one YAML 1.2 document (core types, no custom tags, no merge keys) with the place of each value.
 * `offset` shifts all spans: front matter is a slice of a Markdown file, and findings point into that file.
 * Aliases are counted with their expansion before any value is built: walking an alias bomb would never end.
 */
export function parseYaml(text: string, offset = 0): DataTree {
  // A byte order mark is left out and counted: a blank in its place would indent the first line.
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const source = text.slice(mark);
  const base = offset + mark;
  const fail = (message: string, from: number, to: number): DataTree =>
    new DataTree(text, null, [{ message, span: { from: from + base, to: to + base } }]);
  if (source.length > YAML_LIMITS.length)
    return fail(
      'YAML longer than 2 million characters is not read',
      YAML_LIMITS.length,
      YAML_LIMITS.length + 1,
    );
  if (!/\S/.test(source)) return fail('The file is empty', 0, 0);
  let events: Event[];
  try {
    events = parseEvents(source, { maxDepth: YAML_LIMITS.depth + 1 } as Parameters<typeof parseEvents>[1]);
  } catch (error) {
    return yamlFailure(error, text, source, base);
  }
  const over = limitProblem(events);
  if (over) return fail(over.message, over.at, over.at + 1);
  try {
    // Building values is what finds duplicate keys and unknown tags; the events alone do not.
    const documents = constructFromEvents(events, { source }) as unknown[];
    if (documents.length > 1) return fail('The file holds more than one YAML document', 0, 0);
  } catch (error) {
    return yamlFailure(error, text, source, base);
  }
  const builder = new TreeBuilder(source, events, base);
  const root = builder.build();
  if (!root) return fail('The file holds nothing but comments', 0, 0);
  return new DataTree(text, root, builder.problems);
}

function yamlFailure(error: unknown, whole: string, text: string, offset: number): DataTree {
  if (error instanceof YAMLException) {
    const at = Math.min(error.mark?.position ?? 0, text.length);
    const lineEnd = text.indexOf('\n', at);
    const to = lineEnd < 0 ? text.length : lineEnd;
    const problem: SyntaxProblem = {
      message: plainReason(error.reason),
      span: { from: at + offset, to: Math.max(at, to) + offset },
    };
    return new DataTree(whole, null, [problem]);
  }
  throw error;
}

function plainReason(reason: string): string {
  if (reason === 'duplicated mapping key') return 'This key stands twice in the same mapping';
  if (/^nesting exceeded/i.test(reason)) return `The nesting is deeper than ${YAML_LIMITS.depth} levels`;
  if (reason === 'deficient indentation')
    return 'The bracket opened above is not closed, or this line needs more indentation';
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}

function limitProblem(events: readonly Event[]): { message: string; at: number } | null {
  const sizes = new Map<string, number>();
  const open: { size: number; anchor: string | null }[] = [];
  let aliases = 0;
  let total = 0;
  let at = 0;
  const anchors: string[] = [];
  for (const e of events) {
    if (e.type === EVENT_DOCUMENT) continue;
    if (e.type === EVENT_POP) {
      const done = open.pop();
      if (!done) continue;
      if (done.anchor !== null) sizes.set(done.anchor, done.size);
      const parent = open.at(-1);
      if (parent) parent.size += done.size;
      else total += done.size;
      continue;
    }
    if (e.type === EVENT_MAPPING || e.type === EVENT_SEQUENCE) {
      at = e.start;
      open.push({ size: 1, anchor: e.anchorStart >= 0 ? `${e.anchorStart}` : null });
      if (open.length > YAML_LIMITS.depth)
        return { message: `The nesting is deeper than ${YAML_LIMITS.depth} levels`, at };
      if (e.anchorStart >= 0) anchors.push(`${e.anchorStart}`);
      continue;
    }
    let size = 1;
    if (e.type === EVENT_ALIAS) {
      at = e.anchorStart;
      if (++aliases > YAML_LIMITS.aliases)
        return { message: `The file uses more than ${YAML_LIMITS.aliases} aliases`, at };
      // An alias may repeat any anchor that came before it: the largest one bounds its expansion from above.
      for (const anchor of anchors) size = Math.max(size, sizes.get(anchor) ?? 1);
    }
    const parent = open.at(-1);
    if (parent) {
      parent.size += size;
      if (parent.size > YAML_LIMITS.nodes) {
        return {
          message: `The file holds more than ${YAML_LIMITS.nodes.toLocaleString('en-US')} values, aliases expanded`,
          at,
        };
      }
    } else total += size;
  }
  return total > YAML_LIMITS.nodes
    ? {
        message: `The file holds more than ${YAML_LIMITS.nodes.toLocaleString('en-US')} values, aliases expanded`,
        at,
      }
    : null;
}

class TreeBuilder {
  readonly problems: SyntaxProblem[] = [];
  private index = 0;
  private lastEnd = 0;
  private readonly anchors = new Map<string, DataNode>();

  constructor(
    private readonly source: string,
    private readonly events: readonly Event[],
    private readonly offset: number,
  ) {}

  build(): DataNode | null {
    while (this.index < this.events.length && this.events[this.index]?.type === EVENT_DOCUMENT) this.index++;
    if (this.index >= this.events.length || this.events[this.index]?.type === EVENT_POP) return null;
    return this.node(null);
  }

  private node(key: Span | null): DataNode {
    const e = this.events[this.index++] as Event;
    switch (e.type) {
      case EVENT_SCALAR: {
        const from = e.valueStart >= 0 ? e.valueStart : this.lastEnd;
        const to = e.valueEnd >= 0 ? e.valueEnd : from;
        const trimmed = this.trimEnd(from, to);
        this.lastEnd = Math.max(this.lastEnd, this.isQuoted(from, to) ? to + 1 : to);
        const scalar: DataNode = {
          kind: 'scalar',
          key,
          span: this.at(from, trimmed),
          value: scalarValue(e, this.source),
        };
        const inexact = inexactReason(scalar.value, this.source.slice(from, trimmed));
        if (inexact) this.problems.push({ message: inexact, span: scalar.span });
        return this.remember(e, scalar);
      }
      case EVENT_ALIAS: {
        this.lastEnd = Math.max(this.lastEnd, e.anchorEnd);
        const target = this.anchors.get(this.source.slice(e.anchorStart, e.anchorEnd));
        const s = this.at(e.anchorStart, e.anchorEnd);
        if (!target) return { kind: 'scalar', key, span: s, value: null };
        return { ...target, key, span: s };
      }
      case EVENT_SEQUENCE: {
        const items: DataNode[] = [];
        this.lastEnd = Math.max(this.lastEnd, e.start);
        while (this.events[this.index] && this.events[this.index]?.type !== EVENT_POP)
          items.push(this.node(null));
        this.index++;
        const list: DataNode = {
          kind: 'list',
          key,
          span: this.at(e.start, this.collectionEnd(e)),
          value: items.map((item) => item.value),
          items,
        };
        return this.remember(e, list);
      }
      case EVENT_MAPPING: {
        const members = new Map<string, DataNode>();
        const value = newMapping();
        this.lastEnd = Math.max(this.lastEnd, e.start);
        while (this.events[this.index] && this.events[this.index]?.type !== EVENT_POP) {
          const name = this.node(null);
          const child = this.node(name.span);
          const text = typeof name.value === 'string' ? name.value : JSON.stringify(name.value);
          members.set(text, child);
          value[text] = child.value;
        }
        this.index++;
        const map: DataNode = {
          kind: 'map',
          key,
          span: this.at(e.start, this.collectionEnd(e)),
          value,
          members,
        };
        return this.remember(e, map);
      }
      default:
        return { kind: 'scalar', key, span: this.at(this.lastEnd, this.lastEnd), value: null };
    }
  }

  private remember(
    e: { readonly anchorStart: number; readonly anchorEnd: number },
    node: DataNode,
  ): DataNode {
    if (e.anchorStart >= 0) this.anchors.set(this.source.slice(e.anchorStart, e.anchorEnd), node);
    return node;
  }

  /** Flow collections end with their bracket, block ones with their last value. */
  private collectionEnd(e: { readonly start: number }): number {
    const first = this.source[e.start];
    if (first === '{' || first === '[') {
      const close = this.source.indexOf(first === '{' ? '}' : ']', this.lastEnd);
      if (close >= 0) this.lastEnd = close + 1;
    }
    return Math.max(this.lastEnd, e.start);
  }

  /** The place of a quoted scalar is its text without the quotes, but a collection ends behind them. */
  private isQuoted(from: number, to: number): boolean {
    const quote = this.source[to];
    return (quote === '"' || quote === "'") && this.source[from - 1] === quote;
  }

  private trimEnd(from: number, to: number): number {
    let end = to;
    while (end > from && /\s/.test(this.source[end - 1] as string)) end--;
    return end;
  }

  private at(from: number, to: number): Span {
    return { from: from + this.offset, to: to + this.offset };
  }
}

const CORE_NULL = /^(?:~|null|Null|NULL|)$/;
const CORE_BOOL = /^(?:true|True|TRUE|false|False|FALSE)$/;
const CORE_INT = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const CORE_FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** The value of a scalar by the YAML 1.2 core schema: only plain (unquoted, untagged) scalars can be other than text. */
function scalarValue(e: Extract<Event, { type: typeof EVENT_SCALAR }>, source: string): unknown {
  const text = e.valueStart < 0 ? '' : String(getScalarValue(source, e));
  if (e.style !== 1 || e.tagStart >= 0) return text;
  if (CORE_NULL.test(text)) return null;
  if (CORE_BOOL.test(text)) return text[0] === 't' || text[0] === 'T';
  if (CORE_INT.test(text)) return Number(text.replace(/^\+/, ''));
  if (CORE_FLOAT.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN;
  return text;
}
