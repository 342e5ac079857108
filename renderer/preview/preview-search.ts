import type { Block } from './block-list';
import type { MarkdownModel } from './markdown-model';
import type { RenderClient } from './render-client';

/** A place where the words stand: the block, and which of its occurrences. */
export interface Match {
  readonly block: Block;
  readonly nth: number;
}

/** Blocks whose words are asked for at once: the thread draws what is seen between such requests. */
const BATCH = 60;

/**
 * Finds words in a whole preview, of which only a window is in the page. The words of each block come from the preview's thread and are kept
 * until the block changes.
 */
export class PreviewSearch {
  private readonly words = new WeakMap<Block, { readonly revision: number; readonly text: string }>();
  private run = 0;

  constructor(
    private readonly model: Pick<MarkdownModel, 'getSnapshot' | 'source'>,
    private readonly client: Pick<RenderClient, 'words'>,
  ) {}

  /** All matches in the order of the page; null when another search was started meanwhile. Empty for an empty query. */
  async find(query: string): Promise<readonly Match[] | null> {
    const run = ++this.run;
    if (query === '') return [];
    const { blocks } = this.model.getSnapshot();
    const missing = blocks.filter((block) => this.words.get(block)?.revision !== block.revision);
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const revisions = batch.map(({ revision }) => revision);
      const answer = await this.client.words(batch.map((block) => this.model.source(block)));
      if (run !== this.run) return null;
      for (const [index, block] of batch.entries()) {
        const text = answer?.texts[index] ?? this.model.source(block);
        this.words.set(block, { revision: revisions[index] ?? 0, text: folded(text) });
      }
    }
    const wanted = folded(query);
    return blocks.flatMap((block) =>
      Array.from({ length: count(this.words.get(block)?.text ?? '', wanted) }, (_, nth) => ({ block, nth })),
    );
  }
}

/** Case and white space make no difference. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

function count(text: string, wanted: string): number {
  let found = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found++;
  return found;
}
