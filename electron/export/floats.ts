import type { Element, ElementContent, Root } from 'hast';
import type { Bodies } from './book';
import { beforeId, type Figure, GAP, gapBefore, LINE, roomFor } from './gaps';
import type { Html } from './html';
import { PAGE, type Paper } from './paper';
import type { MeasuredPlaces } from './pdf-file';
import { shrunkTogether } from './shrink-together';

/** Marks a heading among the blocks behind a figure. */
const GOES_WITH_NEXT = '!';

/** Text that may fill up the page before a figure: so many blocks at most. */
const MOST_BLOCKS = 8;

/** A block of an artifact, as far as figures care. */
export interface FlowBlock {
  /** Of a heading; 0 for all else. */
  readonly level: number;
  /** What it is the figure of. Those that are no single picture do not float; `ends` where a place at its end can be marked. */
  readonly figure: { readonly id: string; readonly floats: boolean; readonly ends?: boolean } | null;
  /** Its id, where it is a table that stays on one page. */
  readonly kept: string | null;
  /** Its id; one without gets this. */
  name(usual: string): string;
  /** Puts a place to be measured at the end of its text. */
  markEnd(id: string): void;
  /** Says of a figure what may pass it. */
  tellNext(ids: string): void;
}

/**
 * Marks what has to be measured to let a figure float, or a table break: the end of the text before it; and the blocks behind a figure up to the next
 * section or figure, which it may let pass; headings within the section go with what follows them.
 */
export function markFlow(blocks: readonly FlowBlock[]): void {
  blocks.forEach((block, i) => {
    const id = block.figure?.floats ? block.figure.id : block.kept;
    if (id === null) return;
    const before = blocks.slice(0, i).findLast(({ level }) => level === 0);
    if (before && (before.figure?.ends ?? before.figure === null)) before.markEnd(beforeId(id));
    if (block.figure === null) return;
    const next: string[] = [];
    for (const each of blocks.slice(i + 1, i + 2 + MOST_BLOCKS)) {
      const passes = each.figure === null && !isSection(each);
      if (passes) each.markEnd(endOfNext(id, next.length));
      const named = each.figure?.id ?? each.name(`${id}-next-${next.length + 1}`);
      next.push(named + (passes && each.level > 0 ? GOES_WITH_NEXT : ''));
      if (!passes) break;
    }
    block.tellNext(next.join(' '));
  });
}

/** {@link markFlow} on a tree. `figure` tells the id of one, null for all else. */
export function markFloats(root: Root, figure: (node: Element) => FlowBlock['figure']): void {
  const blocks = root.children.filter((child): child is Element => child.type === 'element');
  markFlow(
    blocks.map((node) => ({
      level: Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0),
      figure: figure(node),
      kept: isKept(node) ? String(node.properties['id']) : null,
      name: (usual) => {
        node.properties['id'] ??= usual;
        return String(node.properties['id']);
      },
      markEnd: (id) => {
        const end = endOf(node);
        // A place at the right edge of the text is none to Chromium: that of a number is where it begins.
        if (end.properties['align'] === 'right') end.children.unshift(mark(id));
        else end.children.push(mark(id));
      },
      tellNext: (ids) => {
        node.properties['dataNext'] = ids;
      },
    })),
  );
}

function isKept({ tagName, properties }: Element): boolean {
  const look = properties['className'];
  return tagName === 'table' && Array.isArray(look) && look.includes('kept');
}

/** A heading that no figure passes: what is said of it stands before the next section begins. */
function isSection({ level }: FlowBlock): boolean {
  return level === 1 || level === 2;
}

function endOf(node: Element): Element {
  const last = node.children.findLast((child): child is Element => child.type === 'element');
  return last && /^(?:p|li|ul|ol|table|tbody|tr|td|th|blockquote|dl|dd|div|pre|code)$/.test(last.tagName)
    ? endOf(last)
    : node;
}

function mark(id: string): ElementContent {
  return { type: 'element', tagName: 'span', properties: { className: ['measured'], id }, children: [] };
}

/** The end of the block of this index behind a figure. */
function endOfNext(figure: string, index: number): string {
  return `${figure}-next-${index + 1}-end`;
}

/** What is done about figures that leave the page before them half empty. */
export interface Floats {
  /** Figures that let text pass: the id of the block they come to stand before. */
  readonly moved: ReadonlyMap<string, string>;
  /** Figures that are set smaller, by how much. */
  readonly scaled: ReadonlyMap<string, number>;
}

export const NO_FLOATS: Floats = { moved: new Map(), scaled: new Map() };

const FIGURE =
  /<figure id="([^"]+)" class="[^"]*" data-least="([\d.]+)" data-next="([^"]*)">\s*<svg[^>]*? height="([\d.]+)"/g;

/** Space between two blocks of text. */
const BETWEEN = 8;
/** Left free of what is filled in: page numbers in the text are not known yet, and a table that is a line too high would go over whole. */
const SLACK = 34;
/** What a figure that was to fit and did not is set smaller by; above the other, that is not why it went over. */
const LESS = 0.88;
const NEARLY = 1.25;
/** Text has to fill up so much of the space that moving a figure is worth it, in points. */
const WORTH = 54;

/** What was planned before stays. Which figures are set smaller, or let the text behind them pass, so that the page before is filled. */
export function planFloats(
  bodies: Bodies,
  measured: MeasuredPlaces,
  paper: Paper,
  before = NO_FLOATS,
): Floats {
  const moved = new Map(before.moved);
  const scaled = new Map(before.scaled);
  for (const body of bodies.values()) {
    const figures = figuresOf(body);
    for (const [i, figure] of figures.entries()) {
      const gap = gapBefore(figure.id, measured, paper);
      if (moved.has(figure.id) || gap === null || gap < PAGE[paper].height * GAP) continue;
      const last = figures[i - 1];
      // What stands between was measured where it does not stand any more.
      if (last?.next.includes(figure.id) && moved.get(last.id) !== before.moved.get(last.id)) continue;
      const tried = scaled.get(figure.id);
      const room = roomFor(figure, gap, measured, paper);
      const fits = room / (figure.drawing / (tried ?? 1));
      // One that seemed to fit and went over, as headings before it may make it, is set smaller once more, or not at all.
      scaled.delete(figure.id);
      const most = tried === undefined ? (fits < NEARLY ? 1 : 0) : tried;
      const ratio = fits < 1 && tried === undefined ? fits : Math.min(fits, most * LESS);
      if (ratio >= figure.least) {
        scaled.set(figure.id, Math.floor(ratio * 1000) / 1000);
        continue;
      }
      const next = figures[i + 1];
      const fill = fillers(figure, gap, measured);
      if (fill === null) {
        // Two figures in a row go together, behind what follows both.
        const both = next && next.id === figure.next[0] ? fillers(next, gap, measured) : null;
        if (next && both) {
          moved.set(figure.id, next.id);
          moved.set(next.id, both.target);
          continue;
        }
        const above = figures
          .slice(0, i)
          .filter(({ id }) => measured.pages.get(id) === measured.pages.get(beforeId(figure.id)));
        const stay = above.every(
          ({ id }) => scaled.get(id) === before.scaled.get(id) && moved.get(id) === before.moved.get(id),
        );
        const smaller = stay ? shrunkTogether(figure, above, before.scaled, room) : [];
        for (const [id, to] of smaller) scaled.set(id, to);
        continue;
      }
      moved.set(figure.id, fill.target);
      // All the text up to the next figure went before this one: that figure may let pass what still fits.
      const more = next?.id === fill.target ? fillers(next, gap - fill.height, measured) : null;
      if (next && more) moved.set(next.id, more.target);
    }
  }
  return { moved, scaled };
}

/** The figures of an artifact that may float. */
export function figuresOf({ markup }: Html): Figure[] {
  return [...markup.matchAll(FIGURE)].map(({ index, 1: id = '', 2: least, 3: next = '', 4: height }) => ({
    id,
    caption: captionAt(markup, index),
    next: next
      .split(' ')
      .filter(Boolean)
      .map((id) => id.replace(GOES_WITH_NEXT, '')),
    headings: new Set(
      next
        .split(' ')
        .filter((id) => id.endsWith(GOES_WITH_NEXT))
        .map((id) => id.slice(0, -1)),
    ),
    least: Number(least),
    drawing: Number(height) * 0.75,
  }));
}

/** Letters of the caption of the figure here. */
function captionAt(markup: string, from: number): number {
  const start = markup.indexOf('<figcaption>', from);
  const end = markup.indexOf('</figcaption>', start);
  return start < 0 || end < 0 ? 0 : markup.slice(start, end).replace(/<[^>]*>/g, '').length;
}

/** The block a figure comes to stand before, when as many of those behind it as fit are set into the space, and how much they fill. */
function fillers(
  { id, next, headings }: Figure,
  gap: number,
  measured: MeasuredPlaces,
): { readonly target: string; readonly height: number } | null {
  let filled = 0;
  let fill: { target: string; height: number } | null = null;
  for (let i = 0; i + 1 < next.length; i++) {
    const [from, to] = [next[i] as string, next[i + 1] as string];
    const end = endOfNext(id, i);
    const [top, bottom] = [measured.drops.get(from), measured.drops.get(end)];
    // A block that goes over to another page has no height that could be told.
    if (top === undefined || bottom === undefined || measured.pages.get(from) !== measured.pages.get(end))
      break;
    filled += bottom - top + LINE + BETWEEN * (headings.has(from) ? 3 : 1);
    if (filled > gap - SLACK) break;
    if (filled >= WORTH && !headings.has(from)) fill = { target: to, height: filled };
  }
  return fill;
}
