import './marks.css';
import { rangesIn } from '../preview/mark-matches';
import type { MarkdownModel } from '../preview/markdown-model';

/**
 * Marks quotes in what is drawn of a text, without touching its elements (the highlights of CSS, one for each side of a comparison). Follows what is
 * drawn later. Returns the function that takes the marks away.
 */
export function markQuotes(
  element: HTMLElement,
  model: Pick<MarkdownModel, 'subscribe'>,
  quotes: readonly string[],
  side: string,
): () => void {
  // Only browsers have it, and the tests' page does not.
  if (!('highlights' in CSS) || quotes.length === 0) return () => undefined;
  const name = `contrast-${side}`;
  let frame = 0;
  const mark = () => {
    const ranges = quotes.flatMap((quote) => rangesIn(element, plainOf(quote)));
    CSS.highlights.set(name, new Highlight(...ranges));
  };
  const later = () => {
    cancelAnimationFrame(frame);
    // What was drawn is in the page a frame later.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(mark);
    });
  };
  later();
  const stop = model.subscribe(later);
  const observer = new MutationObserver(later);
  observer.observe(element, { childList: true, subtree: true });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    stop();
    CSS.highlights.delete(name);
  };
}

/** A quote of Markdown as a reader sees it: without the signs of headings, emphasis, code and tables. */
export function plainOf(quote: string): string {
  return quote
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/^\s*\|\s*|\s*\|\s*$/g, '')
    .trim();
}
