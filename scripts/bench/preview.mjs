import { measureDiagrams } from './diagrams.mjs';
import { ms, ratio, table } from './table.mjs';
import { measureWriting, shareOf } from './writing.mjs';

/** G9 to G11 and G13: what the preview costs for each key, the first preview, and a diagram that is edited. */
export const previewSuite = {
  name: 'preview',
  title: 'key to updated preview, beside markdown-it with morphdom; a diagram beside mermaid',
  run: async ({ print }) => {
    const results = (await measureWriting({ print })).map((result) => ({
      ...result,
      share: shareOf(result.ours, result.alone),
      theirShare: shareOf(result.peer, result.bare),
    }));
    print(
      '  share: work of the main thread per key with the preview less that without it, processor time. seen: key to updated preview. first: from opening a file to its preview; all blocks: the same with every block in the page.',
    );
    table(
      print,
      ['', 'share', 'peer', 'p50', 'p95', 'seen', 'peer', 'first', 'all blocks', 'ratio', 'peer', 'ratio'],
      results.map(({ size, share, theirShare, ours, peer, first, whole, theirFirst }) => [
        size,
        share,
        theirShare,
        times(theirShare?.p50, share?.p50),
        times(theirShare?.p95, share?.p95),
        ours.previewed,
        peer.previewed,
        ms(first),
        ms(whole),
        ratio(whole, first),
        ms(theirFirst),
        ratio(theirFirst, first),
      ]),
    );
    const diagrams = await measureDiagrams({ print });
    print(
      `  a diagram edited: key to new drawing p50 ${ms(diagrams.shown?.p50)} p95 ${ms(diagrams.shown?.p95)}, mermaid alone, warm ${ms(diagrams.alone?.p50)} ${ms(diagrams.alone?.p95)}; drawings of unchanged diagrams replaced: ${diagrams.replaced}; times the old one was gone: ${diagrams.gone}`,
    );
    return { results, diagrams };
  },
};

/** How many times less; what costs less than it can be measured by is told as such. */
function times(theirs, ours) {
  if (theirs === undefined || ours === undefined) return '–';
  return ours < 0.5 ? `> ${(theirs / 0.5).toFixed(0)}x` : `${(theirs / ours).toFixed(1)}x`;
}
