import { DocInput } from '@codemirror/language';
import type { ChangeSet, Text } from '@codemirror/state';
import type { PartialParse } from '@lezer/common';
import type { MarkdownParser } from '@lezer/markdown';
import { blockGrammar, frontMatterEnd } from './block-grammar';
import { changedRegion } from './changed-region';
import { eachBlock } from './each-block';
import { isOpenRun, LONGEST_RUN, opensRun } from './html-runs';
import { joined } from './joined-blocks';

/** A top-level block of a Markdown text, in offsets of the text. `type` is the grammar's name, plus `FrontMatter`, `Footnote` and `DefinitionList`. */
export interface BlockRange {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What became of the blocks: those from `first` up to `end` (exclusive) are now `ranges`, those behind stand `shift` characters further on. The
 * text before `start`, and behind `endA` in the text before, is as it was.
 */
export interface BlockSplice {
  readonly first: number;
  readonly end: number;
  readonly ranges: readonly BlockRange[];
  readonly shift: number;
  readonly start: number;
  readonly endA: number;
}

/** A block of the list, which moves with edits in front of it. */
interface Listed extends BlockRange {
  from: number;
  to: number;
}

/** The head of a long text is shown after this many characters were parsed, the rest follows. */
const HEAD = 48 * 1024;
/** A parse ends at the first block after this many characters; the next one starts there. A tree of many blocks costs more than its parts. */
const SEGMENT = 64 * 1024;
/** Blocks in front of the one that was edited that may mean something else then: it may go on with what is before it. */
const BACK = 2;

/** A part of the text that is being parsed anew. */
interface Underway {
  readonly first: number;
  /** Blocks of the new text so far, up to where the current parse started. */
  readonly found: BlockRange[];
  from: number;
  parse: PartialParse;
  /** The line of a block where the parse was told to end; null while it was not. */
  stop: number | null;
  /** Index of the old block that starts at `stop`; null when none does. */
  meets: number | null;
}

/**
 * The top-level blocks of a Markdown text, kept up to date by parsing only what an edit touched: from a block before it up to a line where a
 * block starts in the old and the new text alike, since what follows cannot differ then. Long parts are parsed in pieces: call {@link work}
 * until it says it is done, then {@link take} what changed.
 */
export class BlockReader {
  /** Blocks of `listed`, complete up to `covered`. */
  private list: Listed[] = [];
  private listed: Text;
  private covered = 0;
  private pending: ChangeSet | null = null;
  private front: number;
  /** The list means nothing any more: front matter opened or closed. */
  private anew = false;
  private underway: Underway | null = null;
  private splices: BlockSplice[] = [];
  /** Characters after which the parse under way may end. */
  private most = SEGMENT;
  private readonly parser: MarkdownParser;

  /** `math`: two dollars around lines make a block of them. */
  constructor(
    private doc: Text,
    math = false,
  ) {
    this.parser = blockGrammar(
      () => this.front,
      (line) => this.starts(line),
      math,
    );
    this.listed = doc;
    this.front = frontMatterEnd(doc);
    this.begin();
    if (doc.length <= HEAD) return;
    // The head of a long text, cut off where a block starts.
    const { underway } = this;
    while (underway && underway.from === 0 && !this.step(underway, HEAD));
    if (!underway) return;
    this.replace({ first: 0, end: 0, found: underway.found, covered: Math.min(underway.from, doc.length) });
    this.begin();
  }

  /** Takes over an edited text. `changes` leads from the text before to `doc`. */
  update(doc: Text, changes: ChangeSet): void {
    this.pending = this.pending ? this.pending.compose(changes) : changes;
    this.doc = doc;
    const front = frontMatterEnd(doc);
    // When the front matter opens or closes, everything below may mean something else.
    if (this.front > 0 !== front > 0) this.anew = true;
    this.front = front;
    this.begin();
  }

  get done(): boolean {
    return this.underway === null;
  }

  /** Parses until done or until `late()` is true; true when the blocks are complete. */
  work(late: () => boolean): boolean {
    while (this.underway) {
      if (this.step(this.underway, SEGMENT)) this.finish(this.underway);
      else if (late()) return false;
    }
    return true;
  }

  /** The blocks in document order, of the text as it was when the last parse was done. */
  ranges(): readonly BlockRange[] {
    return this.list;
  }

  /** What became of the blocks since this was asked last, in order. */
  take(): readonly BlockSplice[] {
    const { splices } = this;
    this.splices = [];
    return splices;
  }

  private begin(): void {
    const first = this.anew ? 0 : this.firstTouched();
    const from = first === 0 ? 0 : this.lineOf(first);
    this.underway = { first, found: [], from, parse: this.parseFrom(from), stop: null, meets: null };
  }

  /** Index of the first block that the edits may have changed. The text before it is as it was. */
  private firstTouched(): number {
    const start = Math.min(changedRegion(this.pending).start, this.covered);
    let first = Math.max(0, this.indexAt(start + 1) - 1 - BACK);
    // An element that was opened there may be closed by the edit.
    for (let at = first - 1; at >= 0 && start - (this.list[at] as BlockRange).from <= LONGEST_RUN; at--)
      if (opensRun(this.list[at] as BlockRange, this.listed)) first = at;
    return first;
  }

  /** Index of the first block that starts at an offset or behind it. */
  private indexAt(offset: number): number {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.list[middle] as BlockRange).from < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the line begins that a block of the list starts in. */
  private lineOf(index: number): number {
    return this.listed.lineAt((this.list[index] as BlockRange).from).from;
  }

  private parseFrom(from: number): PartialParse {
    return this.parser.startParse(new DocInput(this.doc), [], [{ from, to: this.doc.length }]);
  }

  /** Called by the grammar: a block starts in the line that begins at an offset. */
  private starts(line: number): void {
    const { underway } = this;
    if (!underway || underway.stop !== null || line <= underway.from) return;
    const meets = this.oldBlockAt(line);
    if (meets === null && line - underway.from < this.most) return;
    underway.stop = line;
    underway.meets = meets;
    underway.parse.stopAt(line);
  }

  /** Index of the old block that starts in the same line, where the text is the same from there on; null when there is none. */
  private oldBlockAt(line: number): number | null {
    // Without an edit, what is read is behind all that is known.
    if (this.anew || !this.pending) return null;
    const { endA, endB } = changedRegion(this.pending);
    const old = line - (this.doc.length - this.listed.length);
    if (line < endB || old < endA || old > this.covered) return null;
    const index = this.indexAt(old);
    return index < this.list.length && this.lineOf(index) === old ? index : null;
  }

  /** One step of the parse; true when the blocks found are all up to `from`, which is a place to cut the text, or its end. */
  private step(underway: Underway, most: number): boolean {
    this.most = most;
    const tree = underway.parse.advance();
    if (!tree) return false;
    const start = underway.from;
    const { stop } = underway;
    let behind: string | null = null;
    eachBlock(tree, (type, from, to) => {
      if (stop === null || start + from < stop)
        underway.found.push({ type, from: start + from, to: start + to });
      else behind ??= type;
    });
    underway.from = stop ?? this.doc.length + 1;
    const { meets } = underway;
    underway.meets = null;
    // An explanation may belong to the term before it, an element that is open go on.
    if (meets !== null && behind !== 'Description' && !isOpenRun(underway.found, this.doc, underway.from))
      underway.meets = meets;
    if (stop !== null) {
      underway.stop = null;
      underway.parse = this.parseFrom(stop);
    }
    return true;
  }

  /** After a step that cut the text: done when the rest is as it was, or there is none. */
  private finish({ first, found, from, meets }: Underway): void {
    if (meets === null && from <= this.doc.length) return;
    const end = meets ?? this.list.length;
    this.underway = null;
    const covered = meets === null ? this.doc.length : this.covered + this.doc.length - this.listed.length;
    this.replace({ first, end, found, covered });
    if (this.covered < this.doc.length) this.begin();
  }

  private replace(part: { first: number; end: number; found: readonly BlockRange[]; covered: number }): void {
    const { first, end, found } = part;
    const { start, endA } = changedRegion(this.pending);
    const shift = this.doc.length - this.listed.length;
    const ranges = joined(found, this.doc);
    const behind = this.list.slice(end);
    if (shift !== 0) {
      for (const block of behind) {
        block.from += shift;
        block.to += shift;
      }
    }
    this.list = this.list.slice(0, first).concat(
      ranges.map((range) => ({ ...range })),
      behind,
    );
    this.listed = this.doc;
    this.covered = part.covered;
    this.pending = null;
    this.anew = false;
    this.splices.push({ first, end, ranges, shift, start, endA });
  }
}
