import type { Part } from '../domain/part';
import type { Fact, PersonFact, SourcedFact } from './fact';
import type { Contribution, IncomingLink, OutgoingLink, Packet } from './packet';

type Definition = Extract<SourcedFact, { type: 'definition' }>;
type Row = Extract<SourcedFact, { type: 'record' }>;

/** True for files in a folder `senior-grade`: the version most engineers ship, kept beside the worked one for comparison. */
export function isCounterExample(path: string): boolean {
  return /(?:^|\/)senior-grade\//.test(path);
}

/** True for files whose ids and people count for the whole packet: not templates, and not the counter-examples. */
export function definesForOthers(path: string): boolean {
  return !isCounterExample(path) && !/(?:^|\/)templates\//.test(path);
}

/** The packet as one immutable index over what its files contribute. Built again when a contribution changes; indices are made on first use. */
export class KitPacket implements Packet {
  readonly files: ReadonlySet<string>;
  private readonly byPath: ReadonlyMap<string, Contribution>;
  private readonly factIndex = new Map<string, readonly SourcedFact[]>();
  private definitionIndex: ReadonlyMap<string, readonly Definition[]> | null = null;
  private recordIndex: ReadonlyMap<string, readonly Row[]> | null = null;
  private valueIndex: ReadonlyMap<string, Extract<SourcedFact, { type: 'value' }>> | null = null;
  private incomingIndex: Map<string, IncomingLink[]> | null = null;
  private peopleIndex: readonly (PersonFact & { readonly path: string })[] | null = null;

  constructor(contributions: Iterable<Contribution>) {
    const byPath = new Map<string, Contribution>();
    for (const c of contributions) byPath.set(c.path, c);
    this.byPath = byPath;
    this.files = new Set(byPath.keys());
  }

  kindOf(path: string): string | null {
    return this.byPath.get(path)?.kind ?? null;
  }

  partOf(path: string): Part | null {
    return this.byPath.get(path)?.part ?? null;
  }

  pathsOf(kind: string): readonly string[] {
    return [...this.byPath.values()]
      .filter((c) => c.kind === kind && definesForOthers(c.path))
      .map((c) => c.path);
  }

  facts<T extends Fact['type']>(type: T): readonly Extract<SourcedFact, { type: T }>[] {
    let found = this.factIndex.get(type);
    if (!found) {
      const all: SourcedFact[] = [];
      for (const c of this.byPath.values()) {
        if (!definesForOthers(c.path)) continue;
        for (const fact of c.facts) if (fact.type === type) all.push({ ...fact, path: c.path });
      }
      found = all;
      this.factIndex.set(type, found);
    }
    return found as readonly Extract<SourcedFact, { type: T }>[];
  }

  definitions(family: string): readonly Definition[] {
    this.definitionIndex ??= groupBy(this.facts('definition'), (fact) => fact.family);
    return this.definitionIndex.get(family) ?? [];
  }

  records(set: string): readonly Row[] {
    this.recordIndex ??= groupBy(this.facts('record'), (fact) => fact.set);
    return this.recordIndex.get(set) ?? [];
  }

  value(name: string): Extract<SourcedFact, { type: 'value' }> | null {
    if (!this.valueIndex) {
      const first = new Map<string, Extract<SourcedFact, { type: 'value' }>>();
      for (const fact of this.facts('value')) if (!first.has(fact.name)) first.set(fact.name, fact);
      this.valueIndex = first;
    }
    return this.valueIndex.get(name) ?? null;
  }

  get people(): readonly (PersonFact & { readonly path: string })[] {
    if (!this.peopleIndex) {
      const seen = new Map<string, PersonFact & { readonly path: string }>();
      for (const fact of this.facts('person')) {
        const known = seen.get(fact.name);
        // Responders of an incident come without a level of authority; the entry that has one says more.
        if (!known || (known.level === null && fact.level !== null)) seen.set(fact.name, fact);
      }
      this.peopleIndex = [...seen.values()];
    }
    return this.peopleIndex;
  }

  person(nameOrKey: string): PersonFact | null {
    const wanted = nameOrKey.trim();
    return this.people.find((p) => p.name === wanted || p.key === wanted) ?? null;
  }

  get services(): readonly string[] {
    return this.facts('service').map((fact) => fact.name);
  }

  anchors(path: string): readonly string[] | null {
    return this.byPath.get(path)?.anchors ?? null;
  }

  incoming(path: string): readonly IncomingLink[] {
    if (!this.incomingIndex) {
      this.incomingIndex = new Map();
      for (const c of this.byPath.values()) {
        for (const link of c.links) {
          if (link.target === null || link.target === c.path) continue;
          const list = this.incomingIndex.get(link.target) ?? [];
          list.push({ ...link, from: c.path });
          this.incomingIndex.set(link.target, list);
        }
      }
    }
    return this.incomingIndex.get(path) ?? [];
  }

  outgoing(path: string): readonly OutgoingLink[] {
    return this.byPath.get(path)?.links ?? [];
  }
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
