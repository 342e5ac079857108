import type { Root } from 'hast';

/** A block to draw. `revision` comes back with the result, so that a late one is recognised. */
export interface RenderJob {
  readonly id: number;
  readonly type: string;
  /** Its text with the blanks before it. */
  readonly source: string;
  /** How many characters those blanks are: places in the result count from behind them. */
  readonly indent: number;
  /** Link definitions and footnote stubs that the block uses, as Markdown. */
  readonly definitions: string;
  /** Numbers of the footnotes the block mentions or defines, by lower-cased label. */
  readonly footnotes: Readonly<Record<string, number>>;
  /** Formulas between dollars are set. */
  readonly math?: boolean;
}

/** One entry of a front matter. */
export interface FrontEntry {
  readonly key: string;
  readonly value: string;
  /** Offset in the block's source. */
  readonly from: number;
}

export type Rendered =
  | { readonly kind: 'content'; readonly root: Root }
  | { readonly kind: 'front'; readonly entries: readonly FrontEntry[]; readonly problem: string | null }
  /** Nothing to show: a definition. */
  | { readonly kind: 'nothing' }
  /** The block could not be drawn; its source is shown instead. */
  | { readonly kind: 'source'; readonly reason: string };

/** A value of a data file as it stands, without any meaning of its kind. */
export interface PlainNode {
  /** Key or position within its parent; empty for the root. */
  readonly name: string;
  /** The value of a scalar; null for mappings and lists. */
  readonly value: string | null;
  readonly kind: 'scalar' | 'map' | 'list';
  readonly from: number;
  readonly children: readonly PlainNode[];
  /** Children left out because the tree is too large to draw. */
  readonly omitted: number;
}

export interface TreeAnswer {
  readonly root: PlainNode | null;
  readonly problem: { readonly message: string; readonly from: number } | null;
}

/** A whole text as other programs take it from the clipboard. */
export interface RichText {
  readonly html: string;
}

/** Words of blocks as a reader sees them, without marks; in the order they were asked for. */
export interface BlockTexts {
  readonly texts: readonly string[];
}

export type ToRenderer =
  | { readonly type: 'render'; readonly job: RenderJob }
  | { readonly type: 'tree'; readonly id: number; readonly path: string; readonly text: string }
  | { readonly type: 'rich'; readonly id: number; readonly source: string }
  | { readonly type: 'words'; readonly id: number; readonly sources: readonly string[] };

export type FromRenderer =
  | { readonly type: 'rendered'; readonly id: number; readonly result: Rendered }
  | { readonly type: 'answer'; readonly id: number; readonly answer: TreeAnswer | RichText | BlockTexts };
