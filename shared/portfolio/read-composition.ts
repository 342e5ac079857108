import { kitPath } from '../domain/kit-path';
import { PARTS, type Part } from '../domain/part';
import { type DataNode, type DataTree, firstLine } from '../text/data-tree';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { parseYaml } from '../text/yaml';
import { AUDIENCES, type Composition, DEFAULT_COMPOSITION, INNER_KEYS, KEYS, PLACES } from './composition';
import { OUTPUTS, type Output } from './outputs';

/** Something in the file that does not hold, with its place. */
export interface CompositionProblem {
  readonly message: string;
  readonly span: Span;
  /** Line of the span's start, from 1. */
  readonly line: number;
}

export interface CompositionReading {
  readonly composition: Composition;
  readonly problems: readonly CompositionProblem[];
  /** True when the file cannot be read at all: nothing of it counts, and nothing can be written into it. */
  readonly broken: boolean;
}

/** A composition is a page of text; more than this is not one, in UTF-16 units. */
const MOST_TEXT = 512 * 1024;
const MOST_PATHS = 5000;
const LONGEST = 300;

/**
 * Reads what the portfolio of a kit holds. Total: what does not hold is told with its place and leaves that choice to the kit; the rest counts.
 * `has` knows the files of the kit; without it paths are not looked up.
 */
export function readComposition(text: string | null, has?: (path: string) => boolean): CompositionReading {
  if (text === null || text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line)))
    return { composition: DEFAULT_COMPOSITION, problems: [], broken: false };
  const reader = new Reader(text, has ?? (() => true));
  return reader.read();
}

class Reader {
  private readonly problems: CompositionProblem[] = [];
  private readonly lines: LineIndex;
  private tree: DataTree | null = null;

  constructor(
    private readonly text: string,
    private readonly has: (path: string) => boolean,
  ) {
    this.lines = new LineIndex(text);
  }

  read(): CompositionReading {
    if (this.text.length > MOST_TEXT)
      return this.broken({ from: 0, to: 0 }, `The file is longer than ${MOST_TEXT / 1024} KB`);
    const tree = parseYaml(this.text);
    for (const { span, message } of tree.problems) this.wrong(span, message);
    const { root } = tree;
    if (!root || tree.problems.length > 0) return this.broken();
    if (root.kind !== 'map')
      return this.broken(
        firstLine(this.text, root.span),
        `The file is a list of keys: ${KEYS.slice(0, 4).join(', ')} …`,
      );
    const version = root.members.get('version');
    if (version && version.value !== 1)
      return this.broken(
        version.span,
        `This studio reads version 1 of this file, found ${String(version.value)}`,
      );
    this.tree = tree;
    this.unknown(root.members, KEYS, '');
    for (const [key, inner] of Object.entries(INNER_KEYS)) {
      const node = root.members.get(key);
      if (node?.kind === 'map') this.unknown(node.members, inner, `${key}.`);
      else if (node && node.value !== null)
        this.wrong(node.span, `"${key}" is a mapping of ${inner.join(', ')}`);
    }
    const composition: Composition = {
      audience: this.choice(
        'audience',
        AUDIENCES.map(({ id }) => id),
        DEFAULT_COMPOSITION.audience,
      ),
      paper: this.choice('paper', ['A4', 'Letter'] as const, null),
      formulas: this.flag('formulas', DEFAULT_COMPOSITION.formulas),
      outputs: this.outputs(),
      redact: this.flag('redact', DEFAULT_COMPOSITION.redact),
      title: this.line('title'),
      subtitle: this.line('subtitle'),
      candidate: {
        name: this.line('name'),
        level: this.line('level'),
        period: this.line('period'),
        manager: this.line('manager'),
      },
      parts: this.parts(),
      order: this.paths('order'),
      leaveOut: this.paths('leaveOut'),
      appendix: this.paths('appendix'),
      memo: this.flag('memo', DEFAULT_COMPOSITION.memo),
      claims: this.flag('claims', DEFAULT_COMPOSITION.claims),
      grades: this.flag('grades', null),
      sources: this.flag('sources', DEFAULT_COMPOSITION.sources),
    };
    return { composition, problems: this.problems, broken: false };
  }

  private broken(span?: Span, message?: string): CompositionReading {
    if (span && message !== undefined) this.wrong(span, message);
    return { composition: DEFAULT_COMPOSITION, problems: this.problems, broken: true };
  }

  private wrong(span: Span, message: string): void {
    this.problems.push({ message, span, line: this.lines.position(span.from).line });
  }

  private unknown(members: ReadonlyMap<string, DataNode>, known: readonly string[], before: string): void {
    for (const [key, node] of members)
      if (!known.includes(key) && !key.startsWith('x-'))
        this.wrong(
          node.key ?? node.span,
          `"${before}${key}" is not a key of this file; there are ${known.join(', ')}`,
        );
  }

  /** The value of a field; null where it is absent or has none. */
  private node(field: keyof typeof PLACES): DataNode | null {
    const node = this.tree?.node(PLACES[field]) ?? null;
    return node === null || node.value === null ? null : node;
  }

  private name(field: keyof typeof PLACES): string {
    return PLACES[field].join('.');
  }

  private choice<T extends string, D>(
    field: keyof typeof PLACES,
    choices: readonly T[],
    otherwise: D,
  ): T | D {
    const node = this.node(field);
    if (!node) return otherwise;
    const found = choices.find((choice) => choice === node.value);
    if (found !== undefined) return found;
    this.wrong(place(this.text, node), `"${this.name(field)}" is one of ${choices.join(', ')}`);
    return otherwise;
  }

  private line(field: keyof typeof PLACES): string {
    const node = this.node(field);
    if (!node) return '';
    const { value } = node;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && !/[\r\n]/.test(text.trim()) && text.length <= LONGEST) return text.trim();
    this.wrong(
      place(this.text, node),
      `"${this.name(field)}" is a single line of text, of ${LONGEST} characters at most`,
    );
    return '';
  }

  private flag<D>(field: keyof typeof PLACES, otherwise: D): boolean | D {
    const node = this.node(field);
    if (!node) return otherwise;
    if (typeof node.value === 'boolean') return node.value;
    this.wrong(place(this.text, node), `"${this.name(field)}" is true or false`);
    return otherwise;
  }

  private items(field: keyof typeof PLACES, what: string): readonly DataNode[] {
    const node = this.node(field);
    if (!node) return [];
    if (node.kind === 'list') {
      const beyond = node.items[MOST_PATHS];
      if (beyond)
        this.wrong(
          place(this.text, beyond),
          `Only the first ${MOST_PATHS.toLocaleString('en-US')} entries of "${this.name(field)}" are read`,
        );
      return node.items.slice(0, MOST_PATHS);
    }
    this.wrong(place(this.text, node), `"${this.name(field)}" is a list of ${what}`);
    return [];
  }

  private parts(): Part[] {
    const parts: Part[] = [];
    for (const item of this.items('parts', 'part numbers')) {
      const part = PARTS.find(({ part: known }) => known === item.value)?.part;
      if (part === undefined) this.wrong(place(this.text, item), 'The parts are 1, 2, 3 and 4');
      else if (parts.includes(part)) this.wrong(place(this.text, item), `Part ${part} stands twice`);
      else parts.push(part);
    }
    return parts;
  }

  /** In the order they are made, whatever the order they are named in. */
  private outputs(): readonly Output[] {
    const named = new Set<unknown>();
    for (const item of this.items('outputs', `any of ${OUTPUTS.join(', ')}`)) {
      if (OUTPUTS.some((output) => output === item.value)) named.add(item.value);
      else this.wrong(place(this.text, item), `An output is one of ${OUTPUTS.join(', ')}`);
    }
    return OUTPUTS.filter((output) => named.has(output));
  }

  private paths(field: 'order' | 'leaveOut' | 'appendix'): string[] {
    const paths: string[] = [];
    for (const item of this.items(field, 'paths of the kit')) {
      const at = place(this.text, item);
      if (typeof item.value !== 'string') {
        this.wrong(at, 'A path of the kit is a line of text');
        continue;
      }
      const path = kitPath(item.value);
      if (!path.ok) this.wrong(at, path.error);
      else if (paths.includes(path.value)) this.wrong(at, `"${item.value}" stands twice`);
      else {
        if (!this.has(path.value)) this.wrong(at, `There is no file "${item.value}" in this kit`);
        paths.push(path.value);
      }
    }
    return paths;
  }
}

/** The first line of a value; its key where it has no width. */
function place(text: string, node: DataNode): Span {
  return node.span.from === node.span.to ? (node.key ?? node.span) : firstLine(text, node.span);
}
