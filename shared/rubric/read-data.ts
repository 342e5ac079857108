import { type DataNode, type DataPath, type DataTree, nodeAt } from '../text/data-tree';
import type { Span } from '../text/span';

/**
 * Reads half-written data files for the criteria: every accessor answers `null` (or an empty list) where the file has something else, so that
 * models are total. Positions come along through `path`.
 */
export class DataReader {
  constructor(
    readonly tree: DataTree,
    /** The way from {@link from}, or from the root without one. */
    private readonly way: DataPath = [],
    readonly node: DataNode | null = tree.node(way),
    private readonly from: DataReader | null = null,
  ) {}

  /** The way from the root. Put together when asked for: few ask, and a model has thousands of readers. */
  get path(): DataPath {
    return this.from ? this.from.path.concat(this.way) : this.way;
  }

  at(...steps: DataPath): DataReader {
    return new DataReader(this.tree, steps, nodeAt(this.node, steps), this);
  }

  private child(step: string | number, node: DataNode): DataReader {
    return new DataReader(this.tree, [step], node, this);
  }

  get exists(): boolean {
    return this.node !== null;
  }

  /** The value's span, else the nearest existing ancestor's. */
  get span(): Span {
    return this.node?.span ?? this.tree.span(this.path);
  }

  get keySpan(): Span {
    return this.node?.key ?? this.span;
  }

  /** Text with something in it, trimmed; numbers and booleans are not text. */
  get text(): string | null {
    const value = this.node?.value;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  }

  /** Text, or a number or boolean as it is spelled in the file. */
  get spelled(): string | null {
    const value = this.node?.value;
    if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
  }

  /** A finite number. */
  get number(): number | null {
    const value = this.node?.value;
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  get boolean(): boolean | null {
    const value = this.node?.value;
    return typeof value === 'boolean' ? value : null;
  }

  get items(): readonly DataReader[] {
    const node = this.node;
    return node?.kind === 'list' ? node.items.map((item, i) => this.child(i, item)) : [];
  }

  get members(): readonly (readonly [string, DataReader])[] {
    const node = this.node;
    if (node?.kind !== 'map') return [];
    const members: (readonly [string, DataReader])[] = [];
    for (const [key, member] of node.members) members.push([key, this.child(key, member)]);
    return members;
  }

  /** The texts of a list; entries that are no text are left out. */
  get texts(): readonly string[] {
    return this.items.map((item) => item.text).filter((text) => text !== null);
  }
}
