import './marks.css';
import { folded, type Match } from './preview-search';
import { BLOCK_ATTRIBUTE, type Viewport } from './viewport';

const ALL = 'preview-find';
const CURRENT = 'preview-find-current';

/**
 * Marks words in what is in the page, without touching its elements (the highlights of CSS). Follows scrolling; the current match is also brought
 * into sight where its block is taller than the screen. Returns the function that takes the marks away.
 */
export function markMatches(viewport: Viewport, query: string, current: Match | null): () => void {
  // Only browsers have it, and the tests' page does not.
  if (!('highlights' in CSS)) return () => undefined;
  let frame = 0;
  let shown = false;
  const mark = () => {
    const all: Range[] = [];
    const one: Range[] = [];
    for (const element of viewport.mounted()) {
      const ranges = rangesIn(element, query);
      all.push(...ranges);
      if (current && element.getAttribute(BLOCK_ATTRIBUTE) === String(current.block.key)) {
        const range = ranges[Math.min(current.nth, ranges.length - 1)];
        if (range) one.push(range);
      }
    }
    CSS.highlights.set(ALL, new Highlight(...all));
    CSS.highlights.set(CURRENT, new Highlight(...one));
    const [range] = one;
    if (range && !shown) {
      shown = true;
      viewport.reveal(range.getBoundingClientRect());
    }
  };
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  later();
  const stop = viewport.onScroll(later);
  return () => {
    cancelAnimationFrame(frame);
    stop();
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  };
}

/** Where a query stands in an element, across its inner elements; case and white space make no difference. */
export function rangesIn(element: HTMLElement, query: string): readonly Range[] {
  const wanted = folded(query);
  if (wanted === '') return [];
  const nodes: { readonly node: Text; readonly from: number }[] = [];
  // Each letter of the folded text with its place, since folding takes white space together.
  let text = '';
  const places: number[] = [];
  let length = 0;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, from: length });
    for (let index = 0; index < node.data.length; index++) {
      const letter = folded(node.data.charAt(index));
      if (letter === ' ' && text.endsWith(' ')) continue;
      for (const part of letter) {
        text += part;
        places.push(length + index);
      }
    }
    length += node.data.length;
  }
  const ranges: Range[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const range = document.createRange();
    const start = nodeAt(nodes, places[at] ?? 0);
    const end = nodeAt(nodes, places[at + wanted.length - 1] ?? 0);
    if (!start || !end) break;
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset + 1);
    ranges.push(range);
  }
  return ranges;
}

function nodeAt(
  nodes: readonly { readonly node: Text; readonly from: number }[],
  place: number,
): { readonly node: Text; readonly offset: number } | null {
  const found = nodes.findLast(({ from }) => from <= place);
  return found ? { node: found.node, offset: place - found.from } : null;
}
