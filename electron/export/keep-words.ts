import type { Element, ElementContent, Root, Text } from 'hast';
import { Html, html, NOTHING } from './html';

/**
 * What a line must not break inside: dates and times, identifiers such as R-04 or INC-2024-0312, a number and its per cent sign, and products
 * such as 3 × 4 = 12.
 */
const WHOLE =
  /(?<![\w-])(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?|[A-Z][A-Z0-9]{0,7}(?:-[A-Z]{2,6})?(?:-\d{1,4}){1,2}|[A-Z]-\d{1,3}|\d[\d.,]* %|\d+ × \d+ = \d+)(?![\w-])/g;

/** From this length on a word without blanks may be broken after its own marks, so that a table keeps its page. */
const LONG_WORD = /\S{19,}/g;
const MARKS = /(?<=[/_.:=&?,;|-])(?=[^\s/_.:=&?,;|-])/;
/** A word that has no mark for so long may be broken anywhere. */
const ENDLESS = 32;

type Piece =
  | { readonly kind: 'text' | 'whole' | 'endless'; readonly text: string }
  | { readonly kind: 'break' };

/** Text with its unbreakable words kept whole; in a table cell, long words also get places where they may break. */
export function keepWords(text: string, inCell: boolean): Html {
  return new Html(
    pieces(text, inCell)
      .map((piece) => pieceHtml(piece).markup)
      .join(''),
  );
}

function pieceHtml(piece: Piece): Html {
  if (piece.kind === 'break') return new Html('<wbr>');
  if (piece.text === '') return NOTHING;
  return piece.kind === 'text'
    ? html`${piece.text}`
    : html`<span class="${piece.kind === 'whole' ? 'keep' : 'anywhere'}">${piece.text}</span>`;
}

/** Width of the widest run that a table cell with this text cannot break, in units of the font size. */
export function widestPiece(text: string): number {
  let widest = 0;
  for (const piece of pieces(text, true)) {
    if (piece.kind === 'whole') widest = Math.max(widest, widthOf(piece.text));
    if (piece.kind !== 'text') continue;
    for (const word of piece.text.split(/\s+/)) widest = Math.max(widest, widthOf(word));
  }
  return widest;
}

/** Width of a text in Inter, in units of the font size; an estimate on the safe side. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[ilj.,:;'|!()[\]/\\ -]/.test(character)) width += 0.36;
    else if (/[mwMW@%—]/.test(character)) width += 0.92;
    else if (/[A-Z0-9]/.test(character)) width += 0.67;
    else width += character > '\u2e80' ? 1 : 0.57;
  }
  return width;
}

/** Blocks of code, drawings and formulas are set by themselves. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['pre', 'svg', 'math']);

/** The same for a tree that is about to be written: every text outside of code blocks, drawings and formulas. */
export function keepWordsIn(root: Root): void {
  walk(root, false);
}

function walk(node: Root | Element, inCell: boolean): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return pieces(child.value, inCell).map(pieceNode);
    if (child.type === 'element' && !LEFT_ALONE.has(child.tagName)) {
      walk(child, inCell || child.tagName === 'td' || child.tagName === 'th');
    }
    return [child];
  });
}

function pieceNode(piece: Piece): Element | Text {
  if (piece.kind === 'break') return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  if (piece.kind === 'text') return { type: 'text', value: piece.text };
  const className = [piece.kind === 'whole' ? 'keep' : 'anywhere'];
  return {
    type: 'element',
    tagName: 'span',
    properties: { className },
    children: [{ type: 'text', value: piece.text }],
  };
}

function pieces(text: string, inCell: boolean): Piece[] {
  const out: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WHOLE)) {
    out.push(...plain(text.slice(from, match.index), inCell), { kind: 'whole', text: match[0] });
    from = match.index + match[0].length;
  }
  out.push(...plain(text.slice(from), inCell));
  return out;
}

function plain(text: string, inCell: boolean): Piece[] {
  if (text === '') return [];
  if (!inCell) return [{ kind: 'text', text }];
  const out: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(LONG_WORD)) {
    if (match.index > from) out.push({ kind: 'text', text: text.slice(from, match.index) });
    match[0].split(MARKS).forEach((part, i) => {
      if (i > 0) out.push({ kind: 'break' });
      out.push({ kind: part.length > ENDLESS ? 'endless' : 'text', text: part });
    });
    from = match.index + match[0].length;
  }
  if (from < text.length) out.push({ kind: 'text', text: text.slice(from) });
  return out;
}
