import type { Source } from './artifact';
import { Guard } from './guard';
import type { ArtifactKind } from './kind';
import { isCellQuestion, planCell } from './plan-cell';
import { isRowQuestion, planRow } from './plan-row';

/**
 * What a file answers to a question of its view: how a cell is changed, how a row comes or goes, else what its kind says; null where it has no
 * answers, and where it breaks at the file. `taken`: names that the kit has already.
 */
export function triedOut(
  kind: ArtifactKind | null,
  source: Source | null,
  question: unknown,
  taken: () => readonly string[] = () => [],
): unknown {
  if (source && isRowQuestion(question)) {
    const scene = { schema: kind?.schema ?? null, taken };
    return new Guard().run('planning', () => planRow(source, question, scene), null);
  }
  if (source && isCellQuestion(question))
    return new Guard().run('planning', () => planCell(source, question), null);
  if (!kind?.tryOut || !source) return null;
  return new Guard().run('trying', () => kind.tryOut?.(kind.read(source), question) ?? null, null);
}
