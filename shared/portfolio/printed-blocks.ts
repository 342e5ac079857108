import type { Block, ChartBlock } from '../preview/block';
import type { Source } from '../rubric/artifact';
import { contains } from '../text/span';

/** The charts that have a table to stand ahead of. */
export function chartsOf(blocks: readonly Block[], source: Source): readonly ChartBlock[] {
  if (source.format !== 'md') return [];
  const { tables } = source.markdown;
  return blocks.filter(
    (block): block is ChartBlock =>
      block.kind === 'chart' && tables.some(({ span }) => block.span !== null && contains(span, block.span)),
  );
}
