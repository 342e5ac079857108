import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Block } from './block-list';
import type { MarkdownModel } from './markdown-model';

/** The block something is drawn in, and the text it belongs to. */
export interface PreviewBlockValue {
  readonly model: MarkdownModel;
  readonly block: Block;
}

/** Null outside of a Markdown text: in drawn data, for example. */
export const PreviewBlock = createContext<PreviewBlockValue | null>(null);

const never = () => () => undefined;

/** Line of the text, from 1, that holds an offset of this block, kept right while text above it changes; null outside of a Markdown text. */
export function useLineInText(offset: number): number | null {
  const place = useContext(PreviewBlock);
  return useSyncExternalStore(place?.model.subscribe ?? never, () =>
    place === null ? null : place.model.lineAt(place.block.from + offset),
  );
}
