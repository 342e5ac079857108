import type { Source } from '../rubric/artifact';
import { rootReader } from '../rubric/root-reader';
import type { Candidate } from './composition';
import type { PlannedArtifact, PortfolioPlan } from './plan';

/** What a cover memo can be filled from. */
export interface MemoKit {
  /** Where the memo will be: its links are relative to it. */
  readonly path: string;
  readonly candidate: Candidate;
  readonly plan: PortfolioPlan;
  readonly source: (path: string) => Source | null;
}

/** An artifact as the memo names it. */
export interface Named {
  readonly artifact: PlannedArtifact;
  readonly part: number;
  readonly link: string;
  readonly role: string;
  readonly words: number;
}

export const ANY_ROLE = '<author, co-author, facilitator or reviewer>';

const ROLE_KEYS: readonly (readonly [key: string, role: string])[] = [
  ['author', 'author'],
  ['facilitator', 'facilitator'],
  ['captain', 'facilitator'],
  ['owner', 'author'],
  ['reviewers', 'reviewer'],
  ['approvers', 'reviewer'],
];

/** What the header of a document says the candidate was to it; empty where it does not. */
export function roleIn(source: Source, name: string): string {
  if (name === '') return '';
  const header = rootReader(source);
  const authors = namesAt(header, 'authors');
  if (authors.includes(name)) return authors.length > 1 ? 'co-author' : 'author';
  return ROLE_KEYS.find(([key]) => namesAt(header, key).includes(name))?.[1] ?? '';
}

export function namesAt(header: ReturnType<typeof rootReader>, key: string): string[] {
  const at = header.at(key);
  const all = at.items.length > 0 ? at.items.map((item) => item.text) : [at.text];
  return all.flatMap((text) => (text === null || text.trim() === '' ? [] : [text.trim()]));
}

/** A title as part of a table cell and of a link. */
export function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/([|[\]])/g, '\\$1');
}
