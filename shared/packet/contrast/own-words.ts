import type { Source } from '../../rubric/artifact';
import { stillCopied } from '../../rubric/copied/withheld';
import { PLACEHOLDER } from '../../text/lexicon';
import { matches } from '../../text/quantities';
import type { Span } from '../../text/span';

/** So many words of one's own are a first attempt: a sentence or two. */
export const ATTEMPT_WORDS = 12;

/** What a template says to its reader, and comments. */
const ASIDES = /^[ \t]*>[^\n]*|<!--[\s\S]*?-->|^[ \t]*#[^\n]*/gm;

/** Words of a part of a file that somebody wrote there: no headings and keys, no blanks, no comments, nothing that was copied from the example. */
export function ownWords(source: Source, span: Span): number {
  const { text, format } = source;
  let part = text.slice(span.from, span.to);
  const cuts = [...stillCopied(source)]
    .map(({ from, to }) => ({ from: from - span.from, to: to - span.from }))
    .filter(({ from, to }) => to > 0 && from < part.length);
  for (const { from, to } of cuts.reverse())
    part = `${part.slice(0, Math.max(0, from))} ${part.slice(Math.min(part.length, to))}`;
  part = part.replace(ASIDES, ' ');
  for (const hit of [...matches(part, PLACEHOLDER)].reverse())
    part = `${part.slice(0, hit.from)} ${part.slice(hit.to)}`;
  // Keys of data are given by its format.
  if (format === 'yaml' || format === 'json') part = part.replace(/^[ \t-]*"?[\w-]+"?[ \t]*:/gm, ' ');
  return part.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
