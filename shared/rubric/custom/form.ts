import { type DataNode, firstLine } from '../../text/data-tree';
import type { Span } from '../../text/span';
import type { Finding } from '../finding';
import { standardFinding } from './standard';

/**
 * Reads one mapping of a kit's own standard and says, with its place, what in it does not hold. `sound` stays true while nothing was wrong, so
 * that a half-understood entry is left out rather than guessed.
 */
export class Form {
  sound = true;

  constructor(
    readonly path: string,
    private readonly text: string,
    readonly node: DataNode,
    private readonly findings: Finding[],
    /** What the mapping is called in messages: "An entry of people". */
    private readonly name: string,
  ) {}

  /** The first line of the whole entry. */
  get span(): Span {
    return this.node.key ?? firstLine(this.text, this.node.span);
  }

  /** True for a mapping with no keys but these. A misspelt key is said alone: what seems missing beside it is most likely what it meant. */
  hasOnly(keys: readonly string[]): boolean {
    if (this.node.kind !== 'map') {
      this.complain(this.span, `${this.name} is a mapping with ${keys.join(', ')}`);
      return false;
    }
    for (const [key, child] of this.node.members)
      if (!keys.includes(key) && !key.startsWith('x-'))
        this.complain(child.key ?? child.span, `${this.name} has no key "${key}"; it has ${keys.join(', ')}`);
    return this.sound;
  }

  member(key: string): DataNode | null {
    return this.node.kind === 'map' ? (this.node.members.get(key) ?? null) : null;
  }

  /** The place of a member's value, or of its key when the value is empty; the whole entry without one. */
  place(key: string): Span {
    const node = this.member(key);
    if (!node) return this.span;
    return node.span.to > node.span.from ? firstLine(this.text, node.span) : (node.key ?? node.span);
  }

  /** A line of text; null when it is absent, and when it is something else, which is then said. */
  line(key: string): string | null {
    const value = this.member(key)?.value;
    if (value === undefined) return null;
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    if (text !== '' && text.length <= 1000) return text;
    this.complain(this.place(key), `"${key}" is a text`);
    return null;
  }

  /** As {@link line}, and its absence is a problem. */
  needed(key: string): string {
    const text = this.line(key);
    if (text === null && !this.member(key)) this.complain(this.span, `${this.name} needs "${key}"`);
    return text ?? '';
  }

  oneOf<T extends string | number>(key: string, values: readonly T[]): T | null {
    const node = this.member(key);
    if (!node) return null;
    if ((values as readonly unknown[]).includes(node.value)) return node.value as T;
    this.complain(this.place(key), `"${key}" is one of ${values.join(', ')}`);
    return null;
  }

  number(key: string, least = Number.NEGATIVE_INFINITY, whole = false): number | null {
    const node = this.member(key);
    if (!node) return null;
    const { value } = node;
    if (
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= least &&
      (!whole || Number.isInteger(value))
    )
      return value;
    const floor = least > Number.NEGATIVE_INFINITY ? ` of at least ${least}` : '';
    this.complain(this.place(key), `"${key}" is a ${whole ? 'whole ' : ''}number${floor}`);
    return null;
  }

  flag(key: string): boolean {
    const node = this.member(key);
    if (!node || node.value === false) return false;
    if (node.value === true) return true;
    this.complain(this.place(key), `"${key}" is true or false`);
    return false;
  }

  /** A list of texts; one text alone is a list of one. */
  lines(key: string): readonly string[] {
    const node = this.member(key);
    if (!node) return [];
    const items = node.kind === 'list' ? node.items : [node];
    const texts = items.filter((item) => typeof item.value === 'string' && item.value.trim() !== '');
    if (items.length === 0 || texts.length < items.length) {
      this.complain(this.place(key), `"${key}" is a list of texts`);
      return [];
    }
    return texts.map((item) => (item.value as string).trim());
  }

  complain(span: Span, message: string, hint?: string): void {
    this.sound = false;
    this.findings.push(standardFinding(this.path, span, message, hint));
  }
}
