import type { CodeBlock, Heading, Link, ListItem, Table, TextBlock } from '../markdown';
import type { Span } from '../span';

/** A link whose address is given elsewhere: `[text][name]`. */
export interface NamedLink {
  readonly text: string;
  readonly span: Span;
  readonly image: boolean;
  /** In lower case, as definitions are found. */
  readonly name: string;
}

/** What a part of a file gives to whoever looks for something that ends with the part: words, sentences, cells. */
export interface PieceText {
  readonly text: string;
  readonly plain: string;
  readonly prose: string;
  readonly withoutCode: string;
  readonly markup: readonly Span[];
  readonly tables: readonly Table[];
  readonly blocks: readonly TextBlock[];
  readonly codeBlocks: readonly CodeBlock[];
}

/** A part of a Markdown file read on its own, with offsets from its start: whole blocks, from one heading to another. */
export interface Piece extends PieceText {
  readonly headings: readonly Heading[];
  readonly items: readonly ListItem[];
  readonly links: readonly (Link | NamedLink)[];
  /** Where the addresses of {@link NamedLink}s stand, by name. */
  readonly definitions: ReadonlyMap<string, Span>;
  readonly quotes: readonly Span[];
}
