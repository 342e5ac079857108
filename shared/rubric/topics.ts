import { definesForOthers } from './defines-for-others';
import type { Fact, SourcedFact } from './fact';
import type { Contribution, OutgoingLink } from './packet';

/**
 * One question the packet can be asked, with what it is asked about: `record action`, `anchors a.md`. What a criterion or rule asked is kept with
 * its answer; it is asked again only when a file now says something else on one of its topics.
 */
export type Topic = string;

export const FILES_TOPIC: Topic = 'files';
export const factTopic = (type: string): Topic => `fact ${type}`;
export const recordTopic = (set: string): Topic => `record ${set}`;
export const definitionTopic = (family: string): Topic => `definition ${family}`;
export const valueTopic = (name: string): Topic => `value ${name}`;
export const kindTopic = (path: string): Topic => `kind ${path}`;
export const partTopic = (path: string): Topic => `part ${path}`;
export const pathsTopic = (kind: string): Topic => `paths ${kind}`;
export const anchorsTopic = (path: string): Topic => `anchors ${path}`;
export const outgoingTopic = (path: string): Topic => `outgoing ${path}`;
export const incomingTopic = (path: string): Topic => `incoming ${path}`;

const grouped = new WeakMap<Contribution, ReadonlyMap<Topic, readonly SourcedFact[]>>();

/** The facts that a file states for others, by topic; each once under its type, and once under what it is about. */
export function factsByTopic(contribution: Contribution): ReadonlyMap<Topic, readonly SourcedFact[]> {
  const known = grouped.get(contribution);
  if (known) return known;
  const groups = new Map<Topic, SourcedFact[]>();
  const add = (topic: Topic, fact: SourcedFact) => {
    const group = groups.get(topic);
    if (group) group.push(fact);
    else groups.set(topic, [fact]);
  };
  const { path, facts } = contribution;
  if (definesForOthers(path)) {
    for (const fact of facts) {
      const sourced = isOf(fact, path) ? fact : { ...fact, path };
      add(factTopic(fact.type), sourced);
      if (fact.type === 'record') add(recordTopic(fact.set), sourced);
      else if (fact.type === 'definition') add(definitionTopic(fact.family), sourced);
      else if (fact.type === 'value') add(valueTopic(fact.name), sourced);
    }
  }
  grouped.set(contribution, groups);
  return groups;
}

function isOf(fact: Fact, path: string): fact is SourcedFact {
  return 'path' in fact && fact.path === path;
}

/** Topics on which the packet now answers otherwise: with something else, or with the same from another place. */
export interface News {
  readonly said: Set<Topic>;
  readonly moved: Set<Topic>;
}

/** Adds to the news what a file says otherwise than before; null is a file that is not there. */
export function compare(before: Contribution | null, after: Contribution | null, news: News): void {
  const path = (before ?? after)?.path ?? '';
  const own = (topic: Topic, same: boolean) => {
    if (!same) news.said.add(topic);
  };
  own(FILES_TOPIC, (before === null) === (after === null));
  own(kindTopic(path), before?.kind === after?.kind);
  own(partTopic(path), before?.part === after?.part);
  own(anchorsTopic(path), same(before?.anchors, after?.anchors));
  if (before?.kind !== after?.kind || before === null || after === null)
    for (const kind of [before?.kind, after?.kind]) if (kind) news.said.add(pathsTopic(kind));
  compareGroups(before ? factsByTopic(before) : NOTHING, after ? factsByTopic(after) : NOTHING, news);
  compareGroups(linksByTopic(before), linksByTopic(after), news);
}

const NOTHING: ReadonlyMap<Topic, readonly never[]> = new Map();

function compareGroups<T extends Fact | OutgoingLink>(
  before: ReadonlyMap<Topic, readonly T[]>,
  after: ReadonlyMap<Topic, readonly T[]>,
  news: News,
): void {
  for (const [topic, now] of after) {
    const old = before.get(topic);
    if (old?.length !== now.length || !now.every((item, i) => saysSame(old[i] as T, item)))
      news.said.add(topic);
    else if (!same(old, now)) news.moved.add(topic);
  }
  for (const topic of before.keys()) if (!after.has(topic)) news.said.add(topic);
}

function linksByTopic(contribution: Contribution | null): ReadonlyMap<Topic, readonly OutgoingLink[]> {
  if (!contribution) return NOTHING;
  const groups = new Map<Topic, OutgoingLink[]>([
    [outgoingTopic(contribution.path), [...contribution.links]],
  ]);
  for (const link of contribution.links) {
    if (link.target === null || link.target === contribution.path) continue;
    const topic = incomingTopic(link.target);
    const group = groups.get(topic);
    if (group) group.push(link);
    else groups.set(topic, [link]);
  }
  return groups;
}

/** Whether two facts or links of one file say the same, wherever they say it. Whether they name the file is all one. */
export function saysSame(a: Fact | OutgoingLink, b: Fact | OutgoingLink): boolean {
  return a === b || sameMembers(a, b, 0, true);
}

/** Facts are flat; what is nested deeper than this is taken for something else. */
const DEEPEST = 8;

/** Whether two pieces of plain data are equal. */
export function same(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > DEEPEST)
    return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return sameMembers(a, b, depth, false);
}

/** Without lists of keys: hundreds of facts are compared after each letter typed. */
function sameMembers(a: object, b: object, depth: number, anywhere: boolean): boolean {
  let count = 0;
  for (const key in a) {
    if (!Object.hasOwn(a, key) || (anywhere && key === 'path')) continue;
    count++;
    if (anywhere && (key === 'span' || key === 'places')) continue;
    const [one, other] = [a[key as keyof typeof a], b[key as keyof typeof b]];
    if (one === other && (one !== undefined || Object.hasOwn(b, key))) continue;
    if (!Object.hasOwn(b, key) || !same(one, other, depth + 1)) return false;
  }
  for (const key in b) if (Object.hasOwn(b, key) && !(anywhere && key === 'path')) count--;
  return count === 0;
}
