import type { Block } from '../preview/block';
import type { Source } from './artifact';
import { Guard } from './guard';
import type { ArtifactKind } from './kind';

/**
 * What a structured file means, as plain blocks, for preview and print. Drawn when somebody looks, and not with each check. Null for prose, for
 * diagrams, and where the kind breaks at it: its values can still be shown as they stand.
 */
export function blocksOf(kind: ArtifactKind | null, source: Source | null): readonly Block[] | null {
  if (!kind?.preview || !source) return null;
  return new Guard().run('drawing', () => kind.preview?.(kind.read(source), source) ?? null, null);
}
