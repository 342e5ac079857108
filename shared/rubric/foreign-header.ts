import type { DataTree } from '../text/data-tree';

/**
 * A model of a kind that also reads documents of another convention: the header they hold elsewhere than in our front matter (lines under the
 * title, a section), with the place of each value. Null for documents of our own form.
 */
export interface HasForeignHeader {
  readonly foreignHeader: DataTree | null;
}

export function foreignHeaderOf(model: unknown): DataTree | null {
  return typeof model === 'object' && model !== null && 'foreignHeader' in model
    ? (model as HasForeignHeader).foreignHeader
    : null;
}
