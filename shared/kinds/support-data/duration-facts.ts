import { durationsOfSentence } from '../../rubric/duration-facts';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { splitSentences } from '../../text/prose';

/** The durations in the methods of the impact measures. Folded or escaped text is left out, as it has no place of its own. */
export function measureDurations(root: DataReader): Fact[] {
  return root.at('measures').items.flatMap((measure) => {
    const at = measure.at('method');
    const { text } = at.tree;
    if (at.text === null || !text.slice(at.span.from, at.span.to).includes(at.text)) return [];
    const facts: Fact[] = [];
    splitSentences(text, at.span, (span) => facts.push(...durationsOfSentence(text, span, false)));
    return facts;
  });
}
