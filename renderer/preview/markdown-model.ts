import type { ChangeSet, Text } from '@codemirror/state';
import { NextFrame } from '../state/next-frame';
import { type Block, BlockList } from './block-list';
import { BlockReader } from './block-ranges';
import {
  collectReferences,
  definesWithin,
  definitionsFor,
  foreignDefinitions,
  mentionedLabels,
  NO_REFERENCES,
  numberFootnotes,
  type References,
} from './references';
import type { RenderClient } from './render-client';
import type { Rendered } from './render-protocol';

/** Main-thread time for parsing after a key, in milliseconds; the rest follows in further slices. */
const SLICE = 6;

/** Texts up to this length are always parsed at once: that takes a few milliseconds. In UTF-16 units. */
const SHORT = 64 * 1024;

/** What is drawn of a block, and the text it was drawn from. */
export interface Drawn {
  readonly revision: number;
  readonly result: Rendered;
}

export interface ModelSnapshot {
  /** Blocks to show in order: definitions of links show nothing, footnotes come last. */
  readonly blocks: readonly Block[];
  readonly version: number;
  /** Counts up with every block that was drawn. */
  readonly drawings: number;
}

interface Work {
  readonly labels: readonly string[];
  /** What the block was last drawn with from elsewhere. */
  borrowed: string;
}

/**
 * The preview of one Markdown text without its DOM: which blocks there are, and what is drawn of them. Only blocks that were asked for
 * (those near the screen) are drawn, and only when their text, or a definition they use, changed. What was drawn stays until its
 * replacement is there, so nothing flickers.
 */
export class MarkdownModel {
  private readonly reader: BlockReader;
  private readonly list = new BlockList();
  private readonly drawn = new Map<number, Drawn>();
  private readonly asked = new Set<number>();
  private readonly works = new WeakMap<Block, { revision: number; work: Work }>();
  private readonly defining = new Set<Block>();
  private readonly listeners = new Set<() => void>();
  private references: References = NO_REFERENCES;
  private numbers: ReadonlyMap<string, number> = new Map();
  /** The text that the offsets of the blocks belong to; older than the text itself while a long parse is under way. */
  private blocksDoc: Text;
  private snapshot: ModelSnapshot = { blocks: [], version: 0, drawings: 0 };
  private wanted: readonly Block[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private closed = false;
  /** What is drawn of a key and what the key moved are shown together. */
  private readonly tell = new NextFrame(() => {
    for (const listener of this.listeners) listener();
  });
  /** Blocks that were sent to be drawn, over the life of the model. */
  renders = 0;
  /** Formulas are set, as the settings were when it was made. */
  readonly math: boolean;

  constructor(
    private doc: Text,
    private readonly client: Pick<RenderClient, 'render'> & { readonly math?: boolean },
  ) {
    this.blocksDoc = doc;
    this.math = client.math === true;
    this.reader = new BlockReader(doc, this.math);
    this.work();
  }

  /** Takes over an edited text; `changes` leads from the text before to `doc`. */
  update(doc: Text, changes: ChangeSet): void {
    this.doc = doc;
    this.reader.update(doc, changes);
    this.work();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): ModelSnapshot => this.snapshot;

  /** True while somebody is shown what changes. */
  get isWatched(): boolean {
    return this.listeners.size > 0;
  }

  text(): Text {
    return this.doc;
  }

  /** True when all that is near the screen is drawn as it is written now. */
  get isDrawn(): boolean {
    return this.wanted.every(({ key, revision }) => this.drawn.get(key)?.revision === revision);
  }

  drawnOf(block: Block): Drawn | null {
    return this.drawn.get(block.key) ?? null;
  }

  /** Line from 1 of an offset in the text that the blocks belong to. */
  lineAt(offset: number): number {
    return this.blocksDoc.lineAt(Math.min(offset, this.blocksDoc.length)).number;
  }

  /** Offset of the start of a line; the end of the text when it has fewer. */
  lineStart(line: number): number {
    return line > this.blocksDoc.lines ? this.blocksDoc.length : this.blocksDoc.line(line).from;
  }

  source(block: Block): string {
    return this.blocksDoc.sliceString(block.from, block.to);
  }

  /** The blocks near the screen: those are drawn and kept up to date. */
  want(blocks: readonly Block[]): void {
    this.wanted = blocks;
    for (const block of blocks) this.draw(block);
  }

  close(): void {
    this.closed = true;
    this.listeners.clear();
    this.tell.cancel();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private work(): void {
    const until = performance.now() + SLICE;
    const long = this.doc.length > SHORT;
    const done = this.reader.work(() => long && performance.now() >= until);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (!done) {
      this.timer = setTimeout(() => this.work(), 0);
      // What is there of a long text is shown meanwhile; later edits wait for a complete parse.
      if (this.list.blocks.length > 0) return;
    }
    const { blocks, touched, definitions: atTop } = this.list.take(this.reader.take());
    this.blocksDoc = this.doc;
    const definitions = this.noteContainers(touched) || atTop;
    if (definitions || this.references !== NO_REFERENCES) this.takeReferences(blocks, definitions);
    this.snapshot = {
      blocks: this.order(blocks),
      version: this.snapshot.version + 1,
      drawings: this.snapshot.drawings,
    };
    if (this.drawn.size > 4 * blocks.length + 400) this.forget(blocks);
    this.tell.call();
    this.want(this.wanted.filter((block) => block.alive));
  }

  /** Keeps track of quotes and lists that define links; true when one did or does. */
  private noteContainers(touched: readonly Block[]): boolean {
    let changed = false;
    for (const block of this.defining) if (!block.alive) changed = this.defining.delete(block);
    for (const block of touched) {
      const defines = definesWithin(block.type, this.source(block));
      if (defines || this.defining.has(block)) changed = true;
      if (defines) this.defining.add(block);
      else this.defining.delete(block);
    }
    return changed;
  }

  private takeReferences(blocks: readonly Block[], definitions: boolean): void {
    if (definitions) this.references = collectReferences(blocks, this.doc, this.defining);
    if (this.references.footnotes.size > 0) {
      this.numbers = numberFootnotes(this.references, this.mentions(blocks));
    } else this.numbers = new Map();
    for (const block of blocks) {
      if (!this.drawn.has(block.key) && !this.asked.has(block.key)) continue;
      const work = this.workOf(block);
      if (work.labels.length > 0 && work.borrowed !== this.borrowed(work.labels)) block.revision++;
    }
  }

  private *mentions(blocks: readonly Block[]): Generator<readonly string[]> {
    for (const block of blocks) if (block.type !== 'Footnote') yield this.workOf(block).labels;
  }

  private order(blocks: readonly Block[]): readonly Block[] {
    if (this.references.footnotes.size === 0) return blocks;
    const number = (block: Block) =>
      this.numbers.get(
        this.workOf(block)
          .labels.find((label) => label.startsWith('^'))
          ?.slice(1) ?? '',
      ) ?? 0;
    const notes = blocks.filter((block) => block.type === 'Footnote').sort((a, b) => number(a) - number(b));
    return [...blocks.filter((block) => block.type !== 'Footnote'), ...notes];
  }

  private workOf(block: Block): Work {
    const known = this.works.get(block);
    if (known && known.revision === block.revision) return known.work;
    const labels = mentionedLabels(this.source(block));
    const work = { labels, borrowed: known?.work.borrowed ?? '' };
    this.works.set(block, { revision: block.revision, work });
    return work;
  }

  private borrowed(labels: readonly string[]): string {
    return `${definitionsFor(labels, this.references)}\u0000${JSON.stringify(this.footnoteNumbers(labels))}`;
  }

  private footnoteNumbers(labels: readonly string[]): Record<string, number> {
    const numbers: Record<string, number> = {};
    for (const label of labels) {
      const number = label.startsWith('^') ? this.numbers.get(label.slice(1)) : undefined;
      if (number !== undefined) numbers[label.slice(1)] = number;
    }
    return numbers;
  }

  private draw(block: Block): void {
    const { key, revision } = block;
    // While one drawing of it is under way, only the newest text waits.
    if (this.drawn.get(key)?.revision === revision || this.asked.has(key)) return;
    this.asked.add(key);
    const work = this.workOf(block);
    work.borrowed = this.borrowed(work.labels);
    this.renders++;
    const indent = this.indentOf(block);
    const job = {
      type: block.type,
      source: indent + this.source(block),
      indent: indent.length,
      definitions:
        block.type === 'Footnote'
          ? foreignDefinitions(work.labels, this.source(block), this.references)
          : definitionsFor(work.labels, this.references),
      footnotes: this.footnoteNumbers(work.labels),
      math: this.math,
    };
    void this.client.render(job).then((result) => {
      this.asked.delete(key);
      if (this.closed) return;
      this.drawn.set(key, { revision, result });
      this.snapshot = { ...this.snapshot, drawings: this.snapshot.drawings + 1 };
      if (block.alive && block.revision !== revision && this.wanted.includes(block)) this.draw(block);
      this.tell.call();
    });
  }

  /** Blanks before a block on its first line: they decide what is code, and how far the code of a fence stands in. */
  private indentOf(block: Block): string {
    const { from } = this.blocksDoc.lineAt(block.from);
    const before = from === block.from ? '' : this.blocksDoc.sliceString(from, block.from);
    return before.trim() === '' ? before : '';
  }

  private forget(blocks: readonly Block[]): void {
    const alive = new Set(blocks.map((block) => block.key));
    for (const key of this.drawn.keys()) if (!alive.has(key)) this.drawn.delete(key);
  }
}
