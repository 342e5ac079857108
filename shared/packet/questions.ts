import type { Severity } from '../domain/verdict';
import type { PacketInputs } from './inputs';
import { aboutIn, asksIn } from './inputs';
import { labelsOf } from './labels';
import { isOwnArtifact, openTasks } from './work';

/** A question that waits for a person. */
export interface Question {
  readonly path: string;
  readonly label: string;
  readonly id: string;
  readonly severity: Severity;
  readonly question: string;
  /** It was answered, and the passage it rests on changed since. */
  readonly stale: boolean;
  readonly minutes: number;
}

/** Self-assessments that are due, in reading order. */
export function questionsDue(inputs: PacketInputs): readonly Question[] {
  const label = labelsOf(inputs);
  return inputs.report.artifacts.filter(isOwnArtifact).flatMap((report) => {
    const about = aboutIn(inputs, report.kind);
    return openTasks(report, asksIn(inputs, report))
      .filter(({ does }) => does === 'answer')
      .map(({ id, path, severity, stale, minutes }) => ({
        path,
        label: label(path),
        id,
        severity,
        question: about(id).failTitle,
        stale,
        minutes,
      }));
  });
}
