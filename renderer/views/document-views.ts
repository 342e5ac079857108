import { type ComponentType, lazy, useCallback, useMemo, useState } from 'react';

export interface DocumentViewProps {
  readonly path: string;
}

interface Offer {
  /** What the switch says: what is seen when it is on. */
  readonly title: string;
  /** Drawn by the blocks of the kind where it has no view of its own. Loaded when it is looked at. */
  readonly View?: ComponentType<DocumentViewProps>;
}

/** Documents and diagrams that are seen as what they mean besides being read, by the id of their kind. Data needs no entry: its view is all it has. */
export const DOCUMENT_VIEWS: Readonly<Record<string, Offer>> = {
  fishbone: { title: 'Bones and Evidence' },
  'five-whys': { title: 'Chains as Trees' },
  'executive-summary': {
    title: 'Slides and Notes',
    View: lazy(() => import('./slides/Slides').then(({ Slides }) => ({ default: Slides }))),
  },
  'objection-playbook': { title: 'Questions as Cards' },
  'review-agenda': { title: 'Slots over Time' },
  'consensus-doc': { title: 'Positions as Bars' },
  'decision-log': { title: 'Decisions over Time' },
};

/** The view of a document, and whether it is on. */
export interface DocumentView extends Offer {
  readonly shown: boolean;
  readonly toggle: () => void;
}

/** Kinds whose view was on last: the next file of the kind opens in it. */
const shownKinds = new Set<string>();

/** The view that a kind offers besides its text, off until it is wanted; null where it has none. */
export function useDocumentView(kind: string | null): DocumentView | null {
  const [, again] = useState(0);
  const offer = kind !== null && Object.hasOwn(DOCUMENT_VIEWS, kind) ? DOCUMENT_VIEWS[kind] : undefined;
  const shown = kind !== null && shownKinds.has(kind);
  const toggle = useCallback(() => {
    if (kind === null) return;
    if (!shownKinds.delete(kind)) shownKinds.add(kind);
    again((times) => times + 1);
  }, [kind]);
  return useMemo(() => (offer ? { ...offer, shown, toggle } : null), [offer, shown, toggle]);
}
