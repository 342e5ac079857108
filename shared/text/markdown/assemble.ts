import type {
  CodeBlock,
  Heading,
  Link,
  ListItem,
  MarkdownDoc,
  Table,
  TableRow,
  TextBlock,
} from '../markdown';
import { movedSpan, type Span } from '../span';
import type { FrontMatter } from './front-matter';
import { anchorsOf, sectionsOf } from './outline';
import type { NamedLink, Piece } from './piece';
import { Pieces, type PlacedPiece } from './pieces';

/** A whole document from what was read of its text in one piece. */
export function wholeDocument(text: string, front: FrontMatter | null, piece: Piece): MarkdownDoc {
  return document(text, front, piece);
}

/** A whole document from its pieces; `body` is the text with the header left blank. */
export function assembled(
  text: string,
  body: string,
  front: FrontMatter | null,
  placed: readonly PlacedPiece[],
): MarkdownDoc {
  const moved = placed.map(pieceThere);
  const definitions = new Map<string, Span>();
  for (const piece of moved) for (const [name, span] of piece.definitions) definitions.set(name, span);
  const joined = (part: 'plain' | 'prose' | 'withoutCode') => placed.map(({ piece }) => piece[part]).join('');
  return {
    ...document(text, front, {
      text: body,
      plain: joined('plain'),
      prose: joined('prose'),
      withoutCode: joined('withoutCode'),
      markup: moved.flatMap((piece) => piece.markup),
      headings: moved.flatMap((piece) => piece.headings),
      tables: moved.flatMap((piece) => piece.tables),
      items: moved.flatMap((piece) => piece.items),
      codeBlocks: moved.flatMap((piece) => piece.codeBlocks),
      links: moved.flatMap((piece) => piece.links),
      definitions,
      quotes: moved.flatMap((piece) => piece.quotes),
      blocks: moved.flatMap((piece) => piece.blocks),
    }),
    pieces: new Pieces(placed),
  };
}

function document(text: string, front: FrontMatter | null, whole: Piece): MarkdownDoc {
  const { plain, prose, markup, withoutCode, headings, tables, items, codeBlocks, quotes, blocks } = whole;
  return {
    text,
    frontMatter: front?.tree ?? null,
    frontMatterSpan: front?.span ?? null,
    plain,
    prose,
    markup,
    withoutCode,
    headings,
    sections: sectionsOf(headings, text.length),
    tables,
    items,
    codeBlocks,
    links: resolved(whole),
    quotes,
    blocks,
    anchors: anchorsOf(headings),
  };
}

/** The links with an address, their own or the one that a definition gives to their name. */
function resolved({ links, definitions, text: body }: Piece): Link[] {
  return links.flatMap((link) => {
    if ('url' in link) return [link];
    const urlSpan = definitions.get(link.name);
    if (!urlSpan) return [];
    const { text, span, image } = link;
    return [{ text, url: body.slice(urlSpan.from, urlSpan.to), span, urlSpan, image }];
  });
}

/** A piece with its offsets in the whole file, made once for each place. Its texts are those of the piece. */
function pieceThere({ piece, from, there }: PlacedPiece): Piece {
  if (from === 0) return piece;
  let moved = there.get(pieceThere) as Piece | undefined;
  if (!moved) {
    moved = movedPiece(piece, from);
    there.set(pieceThere, moved);
  }
  return moved;
}

function movedPiece(piece: Piece, by: number): Piece {
  return {
    ...piece,
    markup: piece.markup.map((s) => movedSpan(s, by)),
    headings: piece.headings.map((h): Heading => ({ ...h, span: movedSpan(h.span, by) })),
    tables: piece.tables.map(
      ({ span, header, rows }): Table => ({
        span: movedSpan(span, by),
        header: movedRow(header, by),
        rows: rows.map((row) => movedRow(row, by)),
      }),
    ),
    items: piece.items.map((item): ListItem => ({ ...item, span: movedSpan(item.span, by) })),
    codeBlocks: piece.codeBlocks.map(
      (block): CodeBlock => ({
        ...block,
        span: movedSpan(block.span, by),
        content: movedSpan(block.content, by),
      }),
    ),
    links: piece.links.map((link): Link | NamedLink =>
      'url' in link
        ? { ...link, span: movedSpan(link.span, by), urlSpan: movedSpan(link.urlSpan, by) }
        : { ...link, span: movedSpan(link.span, by) },
    ),
    definitions: new Map([...piece.definitions].map(([name, s]) => [name, movedSpan(s, by)])),
    quotes: piece.quotes.map((s) => movedSpan(s, by)),
    blocks: piece.blocks.map(
      ({ kind, span, inQuote }): TextBlock => ({ kind, span: movedSpan(span, by), inQuote }),
    ),
  };
}

function movedRow({ cells, span }: TableRow, by: number): TableRow {
  return {
    cells: cells.map(({ text, span: own }) => ({ text, span: movedSpan(own, by) })),
    span: movedSpan(span, by),
  };
}
