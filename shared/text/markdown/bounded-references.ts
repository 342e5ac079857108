import type { LeafBlock, LeafBlockParser, MarkdownConfig, MarkdownParser } from '@lezer/markdown';

/** A definition `[name]: address "title"` is at most so long; the parser puts the lines together anew for each further one. */
const LONGEST = 2000;

type LeafParser = (cx: unknown, leaf: LeafBlock) => LeafBlockParser | null;

/**
 * Lets the parser's own reader of link definitions give up on a paragraph that opens with `[` and goes on for thousands of lines. The reader is
 * taken from the parser, which has no public way to it; where it is not found, everything stays as the parser has it.
 */
export function boundedReferences(parser: MarkdownParser): MarkdownConfig {
  const { blockNames, leafBlockParsers } = parser as unknown as {
    readonly blockNames?: readonly string[];
    readonly leafBlockParsers?: readonly (LeafParser | undefined)[];
  };
  const own = leafBlockParsers?.[blockNames?.indexOf('LinkReference') ?? -1];
  if (!own) return {};
  return {
    parseBlock: [
      {
        name: 'LinkReference',
        leaf: (cx, leaf) => {
          const reader = own(cx, leaf);
          return (
            reader && {
              nextLine: (context, line, block) =>
                block.content.length <= LONGEST && reader.nextLine(context, line, block),
              finish: (context, block) => reader.finish(context, block),
            }
          );
        },
      },
    ],
  };
}
