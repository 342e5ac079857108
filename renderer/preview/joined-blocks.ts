import type { Text } from '@codemirror/state';
import type { BlockRange } from './block-ranges';
import { joinHtmlRuns } from './html-runs';

/** Explanations joined with their term, and elements with what is in them. */
export function joined(found: readonly BlockRange[], doc: Text): readonly BlockRange[] {
  const ranges: BlockRange[] = [];
  for (const { type, from, to } of found) {
    const before = ranges[ranges.length - 1];
    if (type === 'Description' && before && goesOn(before, from))
      ranges[ranges.length - 1] = { type: 'DefinitionList', from: before.from, to };
    else ranges.push({ type: type === 'Description' ? 'Paragraph' : type, from, to });
  }
  return joinHtmlRuns(ranges, doc);
}

/** True when an explanation that starts at `from` belongs to what is before: a term, or explanations of it. */
function goesOn(before: BlockRange, from: number): boolean {
  return (
    (before.type === 'Paragraph' || before.type === 'DefinitionList') && from - before.to <= MOST_BETWEEN
  );
}

/** Characters between a term and what explains it: a line end, a blank line, an indent. */
const MOST_BETWEEN = 6;
