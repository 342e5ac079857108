import type { PartInfo } from '../domain/part';
import type { Deliverable } from './deliverables';
import { MINUTES } from './estimates';

/** A stage of work, with what its end asks for. */
export interface Sprint {
  readonly sprint: PartInfo['sprint'];
  /** Names of what it delivers. */
  readonly delivers: readonly string[];
  /** Its checkpoint is reached when everything it delivers is staff-ready. */
  readonly reached: boolean;
  /** Names of what is not there yet. */
  readonly missing: readonly string[];
  /** Minutes to the checkpoint; what is not begun counts as a document from its template. */
  readonly toCheckpoint: number;
  /** Minutes for all that is open in its files, whether the checkpoint needs it or not. */
  readonly minutes: number;
}

export function sprints(all: readonly Deliverable[]): readonly Sprint[] {
  return ([1, 2, 3] as const).map((sprint) => {
    const own = all.filter((one) => one.sprint === sprint);
    const missing = own.filter((one) => one.missing !== null);
    const begun = own.reduce((sum, one) => sum + one.toStaff, 0);
    return {
      sprint,
      delivers: own.map(({ name }) => name),
      reached: own.every(({ grade }) => grade === 'staff-ready'),
      missing: missing.map(({ name }) => name),
      toCheckpoint: begun + missing.length * MINUTES.artifact.md,
      minutes: own.reduce((sum, one) => sum + one.minutes, 0),
    };
  });
}
