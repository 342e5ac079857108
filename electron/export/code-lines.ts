import type { Element, ElementContent } from 'hast';

/** Characters of the mono face that fit into a line of the narrower paper, with room for the mark. */
const LINE = 90;
/** What each level of a list or a quotation takes away. */
const INDENT = 4;
/** A line is broken at a blank or a sign, if there is one within so many characters of its end. */
const SEARCH = 28;
const TAB = 4;

/**
 * Breaks the lines of a code block that are wider than the page, with a mark that says so at the head of each continuation. The mark is drawn, not
 * written: who copies the code out of the PDF does not get it. `depth` counts the lists and quotations around.
 */
export function wrapCode(code: Element, text: string, depth: number): void {
  const width = Math.max(24, LINE - INDENT * depth);
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines.every((line) => columns(line) <= width)) return;
  code.children = lines.flatMap((line, i): ElementContent[] => {
    const end: ElementContent[] = i < lines.length - 1 ? [{ type: 'text', value: '\n' }] : [];
    const parts = pieces(line, width).flatMap((piece, k): ElementContent[] =>
      k === 0
        ? [{ type: 'text', value: piece }]
        : [{ type: 'text', value: '\n' }, mark(), { type: 'text', value: piece }],
    );
    return [...parts, ...end];
  });
}

/** A line in pieces that each fit; nothing is lost or added. */
export function pieces(line: string, width: number): string[] {
  const out: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of line) {
    const size = columns(character);
    if (used + size > width && piece !== '') {
      const at = breakAt(piece);
      out.push(piece.slice(0, at));
      piece = piece.slice(at);
      used = columns(piece);
    }
    piece += character;
    used += size;
  }
  return [...out, piece];
}

/** After the last blank, else after the last sign, near the end; else at the very end. */
function breakAt(piece: string): number {
  const from = Math.max(1, piece.length - SEARCH);
  for (const pattern of [/\s/, /[,;|&)\]}/.:=-]/]) {
    for (let at = piece.length; at > from; at--) if (pattern.test(piece[at - 1] ?? '')) return at;
  }
  return piece.length;
}

/** Width in columns of the mono face: a tab counts as its widest, characters of the East as two. */
function columns(text: string): number {
  let width = 0;
  for (const character of text) width += character === '\t' ? TAB : character > '\u1100' ? 2 : 1;
  return width;
}

function mark(): Element {
  const path: Element = {
    type: 'element',
    tagName: 'path',
    properties: { d: 'M1 0.5v4h5M4.2 2.7l1.9 1.8-1.9 1.8' },
    children: [],
  };
  return {
    type: 'element',
    tagName: 'svg',
    properties: { className: ['wrap-mark'], viewBox: '0 0 8 7', ariaHidden: 'true' },
    children: [path],
  };
}
