import { BlockHeights, blockAt } from './block-heights';
import type { Block } from './block-list';
import { wordInSource } from './clicked-word';
import type { MarkdownModel } from './markdown-model';

/** Attribute of a block's element: its key. */
export const BLOCK_ATTRIBUTE = 'data-block';

/** Frames in which a place is approached: what is drawn on the way there changes where it is. */
const [LEAST_FRAMES, MOST_FRAMES] = [4, 90];

/** What is as close to an edge of the screen as this does not count as seen, in pixels: about a line. */
const EDGE = 36;

/**
 * The scrolled page of one preview: finds the pixel of an offset and the offset of a pixel. Within a block the elements that carry source
 * offsets refine the answer; between them it is interpolated.
 */
export class Viewport {
  readonly heights = new BlockHeights();
  private settling = 0;

  constructor(
    private readonly model: MarkdownModel,
    private readonly scroller: HTMLElement,
    private readonly content: HTMLElement,
  ) {}

  /**
   * Scrolls so that the text at `offset` stands `margin` pixels below the upper edge, or as near to it as the text at `seen` allows, which stays in
   * sight.
   */
  scrollTo(offset: number, margin = 0, seen: number | null = null): void {
    const run = ++this.settling;
    let frames = 0;
    /** Where the page was put last; unknown when it did not get there. */
    let put: number | null = null;
    const step = () => {
      if (run !== this.settling) return;
      // The space above the first block belongs to the start of the text.
      const top = offset === 0 ? 0 : Math.max(0, this.pixelOf(offset) - margin);
      const place = seen === null ? top : this.withInSight(seen, top);
      // What is there already is left alone: the wheel may have moved the page in a frame that has not told so yet.
      if (place !== put) {
        this.scroller.scrollTop = place;
        put = Math.abs(this.scroller.scrollTop - place) < 2 ? place : null;
      }
      // A far target is first reached by estimates; once its blocks are drawn the place is exact.
      frames++;
      if (frames < LEAST_FRAMES || (frames < MOST_FRAMES && !this.model.isDrawn)) requestAnimationFrame(step);
    };
    step();
  }

  /** True when the text at an offset is on the screen. */
  isInSight(offset: number): boolean {
    const { scrollTop } = this.scroller;
    // Places to scroll to are rounded by the engine.
    return Math.abs(this.withInSight(offset, scrollTop) - scrollTop) < 2;
  }

  /** The place to scroll to that is nearest to `top` and has the text at an offset on the screen. */
  private withInSight(offset: number, top: number): number {
    const at = this.pixelOf(offset);
    const lowest = Math.max(0, at - EDGE);
    return Math.min(lowest, Math.max(top, at + EDGE - this.scroller.clientHeight));
  }

  /** Counts the changes of the text. */
  get version(): number {
    return this.model.getSnapshot().version;
  }

  /** Calls when the text changed or more of it was drawn. */
  onDrawn(listener: (version: number) => void): () => void {
    return this.model.subscribe(() => listener(this.version));
  }

  /** The user scrolls: whatever was still being approached is given up. */
  stop(): void {
    this.settling++;
  }

  /** Pixels from the start of the content to the text at an offset. */
  pixelOf(offset: number): number {
    const { blocks } = this.model.getSnapshot();
    const index = blockAt(blocks, offset);
    const block = blocks[index];
    if (!block) return 0;
    const element = this.elementOf(block);
    if (!element)
      return this.heights.top(blocks, index) + share(offset, block.from, block.to) * this.heights.of(block);
    return this.pixelIn(element, block, offset);
  }

  /** The blocks that are in the page. */
  mounted(): Iterable<HTMLElement> {
    return this.content.querySelectorAll<HTMLElement>(`[${BLOCK_ATTRIBUTE}]`);
  }

  /** Scrolls what is out of sight to the upper third of the screen. */
  reveal(box: DOMRect): void {
    const screen = this.scroller.getBoundingClientRect();
    if (box.top < screen.top || box.bottom > screen.bottom) {
      this.stop();
      this.scroller.scrollTop += box.top - screen.top - screen.height / 3;
    }
  }

  onScroll(listener: () => void): () => void {
    this.scroller.addEventListener('scroll', listener, { passive: true });
    return () => this.scroller.removeEventListener('scroll', listener);
  }

  /** The source range of what has the focus or the selection in the page; null when neither is in it. */
  sourceOfFocus(): { from: number; to: number } | null {
    const selection = document.getSelection();
    const selected = selection && !selection.isCollapsed ? selection.anchorNode?.parentElement : null;
    const element = selected && this.content.contains(selected) ? selected : document.activeElement;
    if (!element || !this.content.contains(element)) return null;
    const start = selected === element ? selection?.getRangeAt(0) : null;
    return this.sourceOf(element, start ?? null);
  }

  /** Offset of the text at the upper edge, or so many pixels below it. */
  firstVisible(below = 0): number {
    const top = this.scroller.getBoundingClientRect().top + below;
    for (const element of this.content.querySelectorAll<HTMLElement>(`[${BLOCK_ATTRIBUTE}]`)) {
      const box = element.getBoundingClientRect();
      if (box.bottom <= top + 1) continue;
      const block = this.blockOf(element);
      if (!block || block.type === 'Footnote') continue;
      return this.offsetIn(element, block, top);
    }
    return 0;
  }

  /** The place in the source of what was clicked; null outside of any block. With the caret that a click would set, that of the word there. */
  sourceOf(target: Element, caret: Range | null = null): { from: number; to: number } | null {
    const holder = target.closest<HTMLElement>(`[${BLOCK_ATTRIBUTE}]`);
    const block = holder ? this.blockOf(holder) : null;
    if (!holder || !block) return null;
    const located = target.closest<HTMLElement>('[data-from]');
    const part = located && holder.contains(located) ? located : holder;
    const [first, last] =
      part === holder
        ? [0, block.to - block.from]
        : [Number(part.dataset['from']), Number(part.dataset['to'])];
    const source = this.model.source(block).slice(first, last);
    const from = block.from + first + (wordAt(part, caret, source) ?? 0);
    return { from, to: from };
  }

  private blockOf(element: HTMLElement): Block | null {
    const key = Number(element.getAttribute(BLOCK_ATTRIBUTE));
    return this.model.getSnapshot().blocks.find((block) => block.key === key) ?? null;
  }

  private elementOf(block: Block): HTMLElement | null {
    return this.content.querySelector<HTMLElement>(`[${BLOCK_ATTRIBUTE}="${block.key}"]`);
  }

  private pixelIn(element: HTMLElement, block: Block, offset: number): number {
    const base = this.content.getBoundingClientRect().top;
    const { part, from, to } = deepest(element, offset - block.from, block.to - block.from);
    const box = part.getBoundingClientRect();
    return box.top - base + share(offset - block.from, from, to) * box.height;
  }

  private offsetIn(element: HTMLElement, block: Block, y: number): number {
    let part: HTMLElement = element;
    let from = 0;
    let to = block.to - block.from;
    for (const candidate of element.querySelectorAll<HTMLElement>('[data-from]')) {
      const box = candidate.getBoundingClientRect();
      if (box.top > y) break;
      if (box.bottom < y) continue;
      part = candidate;
      from = Number(candidate.dataset['from']);
      to = Number(candidate.dataset['to']);
    }
    const box = part.getBoundingClientRect();
    const ratio = box.height > 0 ? Math.min(1, Math.max(0, (y - box.top) / box.height)) : 0;
    return Math.round(block.from + from + ratio * (to - from));
  }
}

/** Where in the source of an element the word stands that a caret is in. */
function wordAt(part: HTMLElement, caret: Range | null, source: string): number | null {
  if (!caret || !part.contains(caret.startContainer)) return null;
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let shown = '';
  let at: number | null = null;
  while (texts.nextNode()) {
    // Where an element begins or ends, the source has a mark that parts the words.
    if (shown !== '') shown += '\n';
    if (texts.currentNode === caret.startContainer) at = shown.length + caret.startOffset;
    shown += texts.currentNode.textContent ?? '';
  }
  return at === null ? null : wordInSource(shown, at, source);
}

/** The innermost element whose source holds an offset (relative to the block). */
function deepest(
  element: HTMLElement,
  offset: number,
  length: number,
): { part: HTMLElement; from: number; to: number } {
  let best = { part: element, from: 0, to: length };
  for (const candidate of element.querySelectorAll<HTMLElement>('[data-from]')) {
    const from = Number(candidate.dataset['from']);
    const to = Number(candidate.dataset['to']);
    if (from > offset) break;
    if (offset <= to) best = { part: candidate, from, to };
  }
  return best;
}

function share(offset: number, from: number, to: number): number {
  return to > from ? Math.min(1, Math.max(0, (offset - from) / (to - from))) : 0;
}
