import type { Block } from '../preview/block';
import type { Source } from './artifact';
import { Guard } from './guard';
import type { ArtifactKind } from './kind';

/**
 * What a file means, as plain blocks, for preview and print. Drawn when somebody looks, and not with each check. Null for kinds without a view, and
 * where the kind breaks at the file: its values can still be shown as they stand. Null too for data that does not parse, in which a kind would only
 * see an empty file.
 */
export function blocksOf(kind: ArtifactKind | null, source: Source | null): readonly Block[] | null {
  if (!kind?.preview || !source || isUnreadable(source)) return null;
  return new Guard().run('drawing', () => kind.preview?.(kind.read(source), source) ?? null, null);
}

function isUnreadable(source: Source): boolean {
  return (
    (source.format === 'yaml' || source.format === 'json') &&
    source.text.trim() !== '' &&
    source.data.root === null &&
    source.data.problems.length > 0
  );
}
