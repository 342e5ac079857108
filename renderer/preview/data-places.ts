import type { Block } from '../../shared/preview/block';
import { SLICE } from './slices';

/** A part of the page of a structured file: a block, or an entry, item or row of one. */
export interface DataPlace {
  /** Place of the block in the page. */
  readonly block: number;
  /** Place of the part in its block; null for the block as a whole, or its head. */
  readonly part: number | null;
}

/** A part with what it is. */
export type DataPart = DataPlace &
  (
    | { readonly kind: 'block'; readonly item: Block }
    | { readonly kind: 'entry'; readonly item: Extract<Block, { kind: 'entries' }>['entries'][number] }
    | { readonly kind: 'item'; readonly item: Extract<Block, { kind: 'list' }>['items'][number] }
    | { readonly kind: 'row'; readonly item: Extract<Block, { kind: 'table' }>['rows'][number] }
  );

/** All parts of a page from top to bottom. */
export function partsOf(blocks: readonly Block[]): readonly DataPart[] {
  return blocks.flatMap((item, block): readonly DataPart[] => {
    switch (item.kind) {
      case 'entries':
        return item.entries.map((entry, part) => ({ block, part, kind: 'entry', item: entry }));
      case 'list':
        return item.items.map((value, part) => ({ block, part, kind: 'item', item: value }));
      case 'table':
        return [
          { block, part: null, kind: 'block', item },
          ...item.rows.map((row, part): DataPart => ({ block, part, kind: 'row', item: row })),
        ];
      default:
        return [{ block, part: null, kind: 'block', item }];
    }
  });
}

/** Places count in so many for each part, so that what lies between two parts has a number too. */
export const STEP = 1000;

/** Frames in which a part that was not in the page yet is waited for. */
const FRAMES = 20;

interface Edge {
  readonly top: number;
  readonly height: number;
  /** False while only the room is known in which the part will be. */
  readonly exact: boolean;
}

/** Where the parts of a drawn page are, though only those near the screen are in it. */
export class DataPlaces {
  private frame = 0;

  constructor(
    readonly root: HTMLElement,
    private readonly parts: readonly DataPlace[],
  ) {}

  /** Scrolls until a part stands below the upper edge. */
  show(index: number, below = 60): void {
    this.stop();
    let left = FRAMES;
    const step = () => {
      const edge = this.edge(index);
      if (!edge) return;
      this.root.scrollTop = edge.top - below;
      // Its table may have to scroll sideways to a value that differs.
      const value = this.element(index)?.querySelector('[data-changed="value"]');
      value?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      // What comes into the page above it moves it once more.
      if (--left > (edge.exact ? FRAMES - 3 : 0)) this.frame = requestAnimationFrame(step);
    };
    step();
  }

  /** True while a part can be seen as a whole, or fills the screen. */
  sees(index: number): boolean {
    const edge = this.edge(index);
    if (!edge?.exact) return false;
    const { scrollTop, clientHeight } = this.root;
    return (
      edge.top >= scrollTop && edge.top + Math.min(edge.height, clientHeight) <= scrollTop + clientHeight
    );
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  /** What stands at the upper edge. */
  firstVisible(): number {
    const { scrollTop } = this.root;
    let [low, high] = [0, this.parts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.edge(middle)?.top ?? 0) <= scrollTop + 1) low = middle;
      else high = middle - 1;
    }
    const [from, to] = this.between(low);
    const share = to > from ? Math.min(1, Math.max(0, (scrollTop - from) / (to - from))) : 0;
    return Math.round((low + share) * STEP);
  }

  scrollTo(place: number): void {
    const index = Math.min(this.parts.length - 1, Math.floor(place / STEP));
    const [from, to] = this.between(index);
    this.root.scrollTop = place <= 0 ? 0 : from + (place / STEP - index) * (to - from);
  }

  /** The element of a part, if it is in the page. */
  element(index: number): HTMLElement | null {
    const place = this.parts[index];
    const found = place ? this.find(place) : null;
    return found?.exact ? found.element : null;
  }

  private between(index: number): readonly [number, number] {
    const from = this.edge(index)?.top ?? 0;
    return [index === 0 ? 0 : from, this.edge(index + 1)?.top ?? this.root.scrollHeight];
  }

  private edge(index: number): Edge | null {
    const place = this.parts[index];
    const found = place ? this.find(place) : null;
    if (!found) return null;
    const { element, exact, share } = found;
    const box = element.getBoundingClientRect();
    const top = box.top - this.root.getBoundingClientRect().top - this.root.clientTop + this.root.scrollTop;
    return { top: top + share * box.height, height: exact ? box.height : 0, exact };
  }

  /** The element of a part; else that which keeps its room free, and how far down in it the part will be. */
  private find({ block, part }: DataPlace): { element: HTMLElement; exact: boolean; share: number } | null {
    const slices = this.root.querySelectorAll<HTMLElement>('div[data-slice]');
    const many = slices.length > 1 ? SLICE : Number.POSITIVE_INFINITY;
    const slice = slices[Math.floor(block / many)];
    if (!slice) return null;
    const within = slices.length > 1 ? block % SLICE : block;
    const element = slice.children[within];
    if (!(element instanceof HTMLElement)) return { element: slice, exact: false, share: within / SLICE };
    if (part === null) return { element, exact: true, share: 0 };
    return tableRow(element, part) ?? child(element, part);
  }
}

function child(element: HTMLElement, part: number) {
  const found = element.children[part];
  return { element: found instanceof HTMLElement ? found : element, exact: true, share: 0 };
}

function tableRow(element: HTMLElement, part: number) {
  const bodies = element.querySelectorAll('tbody');
  const many = bodies.length > 1;
  const body = bodies[many ? Math.floor(part / SLICE) : 0];
  if (!body) return null;
  const row = body.rows[many ? part % SLICE : part];
  // A body that is not in the page is one row without a value.
  const empty = body.rows.length === 1 && body.rows[0]?.style.blockSize !== '';
  if (row && !empty) return { element: row as HTMLElement, exact: true, share: 0 };
  return { element: body as HTMLElement, exact: false, share: (part % SLICE) / SLICE };
}
