import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
} from 'js-yaml';
import { type DataNode, newMapping, type SyntaxProblem } from '../data-tree';
import { inexactReason } from '../exact-number';
import type { Span } from '../span';
import type { Event } from './events';

/** Makes a tree with places from the events of one document. `offset` is where the text starts in its file. */
export class TreeBuilder {
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
