import type { OwnFileReader } from './own-files';
import type { StudioParts } from './session-standard';

/** What a check session is given when it is made. */
export interface CheckSessionOptions extends StudioParts {
  /** Name of the kit, for reports. */
  readonly name: string;
  /** Milliseconds of any running clock, to tell a criterion that takes too long; without one nothing is late. */
  readonly now?: () => number;
  /** Say what does not hold in the studio's own files that the rubric does not read. */
  readonly ownFiles?: readonly OwnFileReader[];
  /** How much text may be held as parsed trees, in UTF-16 units. */
  readonly keptText?: number;
}
