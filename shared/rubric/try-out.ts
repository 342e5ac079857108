import type { Source } from './artifact';
import { Guard } from './guard';
import type { ArtifactKind } from './kind';

/** What a kind answers to a question of its view; null where it has no answers, and where it breaks at the file. */
export function triedOut(kind: ArtifactKind | null, source: Source | null, question: unknown): unknown {
  if (!kind?.tryOut || !source) return null;
  return new Guard().run('trying', () => kind.tryOut?.(kind.read(source), question) ?? null, null);
}
