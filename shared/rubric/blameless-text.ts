import { blameWords } from '../text/lexicon';
import type { Span } from '../text/span';
import type { Problem } from './criterion';
import type { Packet } from './packet';
import { peopleIn } from './people-in-text';

/**
 * What stands in the way of calling a passage blameless: words that judge a person, and names of people. Names come with their role as the
 * repair. `counterfactual` allows "would have" and its like; `where` ends the sentence "… is named in".
 */
export function blameProblems(
  text: string,
  within: Span,
  packet: Packet,
  options: { readonly where: string; readonly counterfactual?: boolean },
): Problem[] {
  const judging: Problem[] = blameWords(text, within, {
    services: packet.services,
    counterfactual: options.counterfactual === true,
  }).map((hit) => ({
    span: hit,
    message: `"${hit.text}" judges a person; say what the system allowed, showed or hid`,
  }));
  const naming: Problem[] = peopleIn(text, packet.people, within).map(({ from, to, text: name, person }) => ({
    span: { from, to },
    message: `${name.replace(/\s+/g, ' ')} is named in ${options.where}; write the role${person.role === '' ? '' : ` (${person.role})`}`,
    ...(person.role === ''
      ? {}
      : { fix: { title: `Write "${person.role}"`, edits: [{ from, to, insert: person.role }] } }),
  }));
  return [...judging, ...naming].sort((a, b) => a.span.from - b.span.from);
}
