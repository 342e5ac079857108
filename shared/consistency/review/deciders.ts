import type { PersonFact } from '../../rubric/fact';
import type { Packet } from '../../rubric/packet';
import { peopleIn } from '../../rubric/people-in-text';

/** Whom a decider's cell means: those it names, else those whose job title or team it says, else the captain. */
export function meantBy(
  text: string,
  packet: Packet,
): { readonly people: readonly PersonFact[]; readonly named: boolean } {
  const named = peopleIn(text, packet.people).map((mention) => mention.person);
  if (named.length > 0) return { people: named, named: true };
  const said = spaced(text);
  const titled = packet.people.filter((p) =>
    [p.role, p.team].some((name) => name !== '' && said.includes(spaced(name))),
  );
  if (titled.length > 0) return { people: titled, named: false };
  const captain = said.includes(' captain ') ? packet.person(packet.value('captain')?.value ?? '') : null;
  return { people: captain ? [captain] : [], named: false };
}

/** Words of job titles that stand for whoever has them: "the VP", "both EMs". */
const TITLES = [
  'cto',
  'ceo',
  'cio',
  'vp',
  'president',
  'director',
  'em',
  'manager',
  'lead',
  'principal',
  'architect',
  'head',
];

/** As {@link meantBy}, down to everyone with a job title that the cell mentions. */
function couldMean(text: string, packet: Packet): ReturnType<typeof meantBy> {
  const meant = meantBy(text, packet);
  if (meant.people.length > 0) return meant;
  const said = spaced(text);
  const titles = TITLES.filter((title) => said.includes(` ${title} `) || said.includes(` ${title}s `));
  const people = packet.people.filter((p) => titles.some((title) => spaced(p.role).includes(` ${title} `)));
  return { people, named: false };
}

/** Whether two cells can mean the same deciders. Of whom the packet knows nobody, only the words can be compared, and only with each other. */
export function sameDeciders(a: string, b: string, packet: Packet): boolean {
  if (spaced(a) === spaced(b)) return true;
  const [left, right] = [couldMean(a, packet), couldMean(b, packet)];
  const shared = left.people.filter((p) => right.people.some((other) => other.name === p.name));
  if (left.named && right.named)
    return shared.length === left.people.length && shared.length === right.people.length;
  if (left.people.length > 0 && right.people.length > 0) return shared.length > 0;
  if (left.people.length > 0 || right.people.length > 0) return true;
  const words = new Set(
    spaced(a)
      .split(' ')
      .filter((word) => word.length > 3),
  );
  return spaced(b)
    .split(' ')
    .some((word) => words.has(word));
}

/** The words of a text with blanks around them, to look for whole words in. */
export function spaced(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
