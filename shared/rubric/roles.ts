import type { Span } from '../text/span';
import type { Source } from './artifact';
import type { Fact } from './fact';
import type { DataReader } from './read-data';
import { rootReader } from './root-reader';

/** Who did what for a document, as its header says; several keys may mean one role. */
const ROLES = {
  author: ['owner', 'author', 'authors', 'co-authors', 'co_authors'],
  facilitator: ['facilitator', 'facilitators'],
  reviewer: [
    'reviewer',
    'reviewers',
    'approver',
    'approvers',
    'consulted',
    'decision-makers',
    'decision_makers',
    'captain',
    'decider',
  ],
} as const;

/**
 * The people that a header names, by role. The owner of a document counts as its author; `authors` are those who wrote it together, so that a
 * promotion packet can be compared with what the files say.
 */
export function rolesOf(source: Source): readonly Fact[] {
  const root = rootReader(source);
  return Object.entries(ROLES).flatMap(([role, keys]) => {
    const found = keys.flatMap((key) => namesAt(root.at(key)));
    const [first] = found;
    if (!first) return [];
    const names = [...new Set(found.map(({ name }) => name))];
    return [
      { type: 'record' as const, set: 'role', id: role, fields: { names }, places: {}, span: first.span },
    ];
  });
}

function namesAt(at: DataReader): { readonly name: string; readonly span: Span }[] {
  if (at.node?.kind === 'list')
    return at.items.flatMap((item) => (item.node?.kind === 'map' ? namesAt(item.at('name')) : namesAt(item)));
  return at.text === null ? [] : [{ name: at.text, span: at.span }];
}
