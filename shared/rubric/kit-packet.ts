import { comparePaths } from '../domain/kit-path';
import type { Part } from '../domain/part';
import { definesForOthers } from './defines-for-others';
import type { Fact, PersonFact, SourcedFact } from './fact';
import { addLinks, relink } from './incoming-links';
import type { Contribution, IncomingLink, OutgoingLink, Packet } from './packet';
import {
  anchorsTopic,
  definitionTopic,
  FILES_TOPIC,
  factsByTopic,
  factTopic,
  incomingTopic,
  kindTopic,
  type News,
  outgoingTopic,
  partTopic,
  pathsTopic,
  recordTopic,
  type Topic,
  valueTopic,
} from './topics';

export { definesForOthers, isCounterExample } from './defines-for-others';

type FactOf<T extends Fact['type']> = Extract<SourcedFact, { type: T }>;
type Person = PersonFact & { readonly path: string };

/** Something worked out from the packet, with the topics it was worked out from. */
interface Derived {
  readonly value: unknown;
  readonly topics: readonly Topic[];
}

const NO_FACTS: readonly SourcedFact[] = [];
const NO_PATHS: readonly string[] = [];

/**
 * The packet as one index over what its files contribute. Its answers never change: after an edit comes {@link with another one}, which keeps
 * what the edit did not touch. Indices are made on first use.
 */
export class KitPacket implements Packet {
  private byPath: ReadonlyMap<string, Contribution>;
  private fileSet: ReadonlySet<string>;
  /** Facts by topic, and the topics in it that are still to be gathered; null before the first question. */
  private lists: Map<Topic, readonly SourcedFact[]> | null = null;
  private ungathered: ReadonlySet<Topic> = new Set();
  private kindIndex: Map<string, string[]> | null = null;
  private incomingIndex: Map<string, readonly IncomingLink[]> | null = null;
  private readonly derivations = new Map<unknown, Derived>();
  /** Topics that whoever reads now has asked about. */
  private asked: Set<Topic> | null = null;

  constructor(contributions: Iterable<Contribution>) {
    const byPath = new Map<string, Contribution>();
    for (const c of contributions) byPath.set(c.path, c);
    this.byPath = byPath;
    this.fileSet = new Set(byPath.keys());
  }

  /** The packet after some files say something else, or are gone (null); `news` are the topics on which they do. */
  with(changes: ReadonlyMap<string, Contribution | null>, news: News): KitPacket {
    const next = new KitPacket([]);
    next.byPath = replaced(this.byPath, changes);
    next.fileSet = news.said.has(FILES_TOPIC) ? new Set(next.byPath.keys()) : this.fileSet;
    const touched = (topic: Topic) => news.said.has(topic) || news.moved.has(topic);
    if (this.lists && this.byPath.size > 0) {
      next.lists = new Map([...this.lists].filter(([topic]) => !touched(topic)));
      next.ungathered = new Set([...this.ungathered, ...news.said, ...news.moved]);
    }
    if (this.incomingIndex && this.byPath.size > 0) {
      next.incomingIndex = new Map(this.incomingIndex);
      for (const [path, contribution] of changes)
        relink(next.incomingIndex, path, this.byPath.get(path), contribution);
    }
    for (const [make, derived] of this.derivations)
      if (!derived.topics.some(touched)) next.derivations.set(make, derived);
    return next;
  }

  /** Lets someone read, and tells which topics they asked about. */
  reading<T>(read: () => T): { readonly value: T; readonly topics: readonly Topic[] } {
    const outer = this.asked;
    const own = new Set<Topic>();
    this.asked = own;
    try {
      return { value: read(), topics: [...own] };
    } finally {
      this.asked = outer;
      if (outer) for (const topic of own) outer.add(topic);
    }
  }

  derived<T>(make: (packet: Packet) => T): T {
    const known = this.derivations.get(make);
    if (known) {
      for (const topic of known.topics) this.asked?.add(topic);
      return known.value as T;
    }
    const made = this.reading(() => make(this));
    this.derivations.set(make, made);
    return made.value;
  }

  get files(): ReadonlySet<string> {
    this.asked?.add(FILES_TOPIC);
    return this.fileSet;
  }

  kindOf(path: string): string | null {
    this.asked?.add(kindTopic(path));
    return this.byPath.get(path)?.kind ?? null;
  }

  partOf(path: string): Part | null {
    this.asked?.add(partTopic(path));
    return this.byPath.get(path)?.part ?? null;
  }

  pathsOf(kind: string): readonly string[] {
    this.asked?.add(pathsTopic(kind));
    if (!this.kindIndex) {
      this.kindIndex = new Map();
      for (const { kind: own, path } of this.byPath.values()) {
        if (own === null || !definesForOthers(path)) continue;
        const list = this.kindIndex.get(own);
        if (list) list.push(path);
        else this.kindIndex.set(own, [path]);
      }
    }
    return this.kindIndex.get(kind) ?? NO_PATHS;
  }

  facts<T extends Fact['type']>(type: T): readonly FactOf<T>[] {
    return this.list(factTopic(type)) as readonly FactOf<T>[];
  }

  definitions(family: string): readonly FactOf<'definition'>[] {
    return this.list(definitionTopic(family)) as readonly FactOf<'definition'>[];
  }

  records(set: string): readonly FactOf<'record'>[] {
    return this.list(recordTopic(set)) as readonly FactOf<'record'>[];
  }

  recordsOf(set: string, path: string): readonly FactOf<'record'>[] {
    const topic = recordTopic(set);
    this.asked?.add(topic);
    const contribution = this.byPath.get(path);
    const own = contribution ? factsByTopic(contribution).get(topic) : undefined;
    return (own ?? NO_FACTS) as readonly FactOf<'record'>[];
  }

  value(name: string): FactOf<'value'> | null {
    return (this.list(valueTopic(name))[0] as FactOf<'value'> | undefined) ?? null;
  }

  get people(): readonly Person[] {
    return this.derived(peopleOf);
  }

  person(nameOrKey: string): PersonFact | null {
    return this.derived(peopleByName).get(nameOrKey.trim()) ?? null;
  }

  get services(): readonly string[] {
    return this.facts('service').map((fact) => fact.name);
  }

  anchors(path: string): readonly string[] | null {
    this.asked?.add(anchorsTopic(path));
    return this.byPath.get(path)?.anchors ?? null;
  }

  incoming(path: string): readonly IncomingLink[] {
    this.asked?.add(incomingTopic(path));
    if (!this.incomingIndex) {
      this.incomingIndex = new Map();
      for (const c of this.byPath.values()) addLinks(this.incomingIndex, c);
    }
    return this.incomingIndex.get(path) ?? [];
  }

  outgoing(path: string): readonly OutgoingLink[] {
    this.asked?.add(outgoingTopic(path));
    return this.byPath.get(path)?.links ?? [];
  }

  private list(topic: Topic): readonly SourcedFact[] {
    this.asked?.add(topic);
    if (!this.lists) this.lists = gatherAll(this.byPath.values());
    const found = this.lists.get(topic);
    if (found || !this.ungathered.has(topic)) return found ?? NO_FACTS;
    const gathered = [...this.byPath.values()].flatMap((c) => factsByTopic(c).get(topic) ?? NO_FACTS);
    this.lists.set(topic, gathered);
    return gathered;
  }
}

function gatherAll(contributions: Iterable<Contribution>): Map<Topic, readonly SourcedFact[]> {
  const lists = new Map<Topic, SourcedFact[]>();
  for (const contribution of contributions) {
    for (const [topic, facts] of factsByTopic(contribution)) {
      const list = lists.get(topic);
      if (list) for (const fact of facts) list.push(fact);
      else lists.set(topic, [...facts]);
    }
  }
  return lists;
}

/** The contributions by path, in the order of paths whatever order the files came in: where two state the same value, the same one is heard. */
function replaced(
  before: ReadonlyMap<string, Contribution>,
  changes: ReadonlyMap<string, Contribution | null>,
): ReadonlyMap<string, Contribution> {
  const after = new Map(before);
  let added = false;
  for (const [path, contribution] of changes) {
    if (!contribution) after.delete(path);
    else {
      added ||= !after.has(path);
      after.set(path, contribution);
    }
  }
  return added ? new Map([...after].sort(([a], [b]) => comparePaths(a, b))) : after;
}

function peopleOf(packet: Packet): readonly Person[] {
  const seen = new Map<string, Person>();
  for (const fact of packet.facts('person')) {
    const known = seen.get(fact.name);
    // Responders of an incident come without a level of authority; the entry that has one says more.
    if (!known || (known.level === null && fact.level !== null)) seen.set(fact.name, fact);
  }
  return [...seen.values()];
}

/** By exact name and by key; who comes first in the packet is meant. */
function peopleByName(packet: Packet): ReadonlyMap<string, Person> {
  const known = new Map<string, Person>();
  for (const person of packet.people)
    for (const name of [person.name, person.key]) if (!known.has(name)) known.set(name, person);
  return known;
}
