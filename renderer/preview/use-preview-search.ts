import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { markMatches } from './mark-matches';
import type { MarkdownModel } from './markdown-model';
import { type Match, PreviewSearch } from './preview-search';
import type { RenderClient } from './render-client';
import type { Viewport } from './viewport';

/** A search that is under way in the preview. */
export interface PreviewSearchState {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly count: number;
  /** Number of the current match from 1; 0 when there is none. */
  readonly current: number;
  /** True until all of the text was looked at. */
  readonly searching: boolean;
  readonly step: (by: 1 | -1) => void;
}

/** How long one may type until the text is looked through, in milliseconds. */
const PAUSE = 150;

/** Looks for words in a preview, marks them where they are in the page, and brings the current one there. */
export function usePreviewSearch(
  model: MarkdownModel,
  client: RenderClient,
  viewport: Viewport | null,
): PreviewSearchState {
  const [query, setQuery] = useState('');
  const [matches, setMatches] = useState<readonly Match[]>([]);
  const [at, setAt] = useState(0);
  const [searching, setSearching] = useState(false);
  const search = useMemo(() => new PreviewSearch(model, client), [model, client]);
  const { version, drawings } = useSyncExternalStore(model.subscribe, model.getSnapshot);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the text is looked through again
  useEffect(() => {
    let over = false;
    setSearching(true);
    const timer = setTimeout(async () => {
      const found = await search.find(query);
      if (over || found === null) return;
      setMatches(found);
      setAt((before) => Math.min(before, Math.max(0, found.length - 1)));
      setSearching(false);
    }, PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [search, query, version]);

  const current = matches[at];
  useEffect(() => {
    if (viewport && current) viewport.scrollTo(current.block.from, 60);
  }, [viewport, current]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew is marked anew
  useEffect(() => {
    if (!viewport) return;
    return markMatches(viewport, query, current ?? null);
  }, [viewport, query, current, drawings, version]);

  const step = useCallback(
    (by: 1 | -1) =>
      setAt((before) => (matches.length === 0 ? 0 : (before + by + matches.length) % matches.length)),
    [matches.length],
  );
  const ask = useCallback((next: string) => {
    setAt(0);
    setQuery(next);
  }, []);
  return { query, setQuery: ask, count: matches.length, current: current ? at + 1 : 0, searching, step };
}
