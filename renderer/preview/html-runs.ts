import type { Text } from '@codemirror/state';
import type { BlockRange } from './block-ranges';

/** A run of HTML that nothing closes within this many characters is left as single blocks. */
export const LONGEST_RUN = 60_000;

/** Elements that people put around Markdown. */
const TAG =
  /<(\/?)(?:article|aside|blockquote|center|dd|del|details|div|dl|figure|footer|header|ins|li|main|nav|ol|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>])[^<>]*?(\/?)>/gi;

/**
 * Joins blocks between an HTML block that opens an element and the one that closes it (`<details>`, blank line, Markdown, blank line,
 * `</details>`): drawn one by one, the element would end with its first block. Costs a look at each HTML block and nothing else.
 */
export function joinHtmlRuns(ranges: readonly BlockRange[], doc: Text): readonly BlockRange[] {
  if (!ranges.some(isHtml)) return ranges;
  const joined: BlockRange[] = [];
  for (let index = 0; index < ranges.length; index++) {
    const range = ranges[index] as BlockRange;
    const end = isHtml(range) ? endOfRun(ranges, index, doc) : index;
    if (end === index) joined.push(range);
    else joined.push({ type: range.type, from: range.from, to: (ranges[end] as BlockRange).to });
    index = end;
  }
  return joined;
}

/** True when an element is open behind the last of some blocks that what follows from an offset on could still close. */
export function isOpenRun(ranges: readonly BlockRange[], doc: Text, end: number): boolean {
  for (let index = ranges.length - 1; index >= 0; index--) {
    const range = ranges[index] as BlockRange;
    if (end - range.from > LONGEST_RUN) return false;
    if (opensRun(range, doc) && endOfRun(ranges, index, doc) === index) return true;
  }
  return false;
}

/** True for a block of HTML that opens an element and does not close it. */
export function opensRun(range: BlockRange, doc: Text): boolean {
  return isHtml(range) && balance(doc.sliceString(range.from, range.to)) > 0;
}

/** Index of the block that closes what the block at `start` opens; `start` when it opens nothing, or nothing closes it. */
function endOfRun(ranges: readonly BlockRange[], start: number, doc: Text): number {
  const { from } = ranges[start] as BlockRange;
  let open = 0;
  for (let index = start; index < ranges.length; index++) {
    const range = ranges[index] as BlockRange;
    if (range.to - from > LONGEST_RUN) break;
    if (!isHtml(range)) continue;
    open += balance(doc.sliceString(range.from, range.to));
    if (open <= 0) return index;
  }
  return start;
}

function balance(source: string): number {
  let open = 0;
  for (const [, closes, empty] of source.matchAll(TAG)) {
    if (closes) open--;
    else if (!empty) open++;
  }
  return open;
}

function isHtml({ type }: BlockRange): boolean {
  return type === 'HTMLBlock';
}
