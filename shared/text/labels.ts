import type { ListItem, MarkdownDoc, TextBlock } from './markdown';
import { headingKey } from './markdown';
import { blocksIn, itemsIn } from './sections';
import { contains, type Span } from './span';

/** A list item with the words that announce its list: the paragraph, heading or parent item above it, as a heading key. */
export interface LabelledItem {
  readonly label: string;
  readonly item: ListItem;
}

/**
 * The items of a range with their labels: `**Pros:**` above a list, `### Pros` above it, or `- Pros` with the list nested below. The label of
 * an item without one is empty.
 */
export function labelledItems(doc: MarkdownDoc, within: Span): LabelledItem[] {
  const items = itemsIn(doc, within);
  const labels = blocksIn(doc, within).filter(outside(items));
  const parents: ListItem[] = [];
  const out: LabelledItem[] = [];
  let next = 0;
  let above = '';
  for (const item of items) {
    while (next < labels.length && (labels[next]?.span.from ?? 0) < item.span.from) {
      const span = labels[next]?.span as Span;
      above = headingKey(doc.plain.slice(span.from, span.to));
      next++;
    }
    parents.length = Math.min(parents.length, item.depth);
    const parent = parents.at(-1);
    out.push({ label: item.depth > 0 && parent ? headingKey(parent.text) : above, item });
    parents[item.depth] = item;
  }
  return out;
}

/** True for blocks that stand in none of the items. Blocks come in text order; items don't overlap. */
function outside(items: readonly ListItem[]): (block: TextBlock) => boolean {
  let at = 0;
  return (block) => {
    if (block.kind === 'cell') return false;
    while (at < items.length && (items[at] as ListItem).span.to < block.span.from) at++;
    const item = items[at];
    return !item || !contains(item.span, block.span);
  };
}
