import type { Source } from './artifact';
import { Guard } from './guard';
import type { ArtifactKind } from './kind';
import { isCellQuestion, planCell } from './plan-cell';

/** What a file answers to a question of its view: how a cell is changed, else what its kind says; null where it has no answers, and where it breaks at the file. */
export function triedOut(kind: ArtifactKind | null, source: Source | null, question: unknown): unknown {
  if (source && isCellQuestion(question))
    return new Guard().run('planning', () => planCell(source, question), null);
  if (!kind?.tryOut || !source) return null;
  return new Guard().run('trying', () => kind.tryOut?.(kind.read(source), question) ?? null, null);
}
