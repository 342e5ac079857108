import type { KeptSession } from '../../shared/rubric/kept-session';
import type { JudgedKit, KitOrder } from './checked-kit';
import type { GivenKit } from './given-kit';
import type { EarlierSession, KeptChecks } from './kept/kept-checks';

/**
 * The part of the program that judges: nine tenths of it. What a check does around it (look at the folder, find what an earlier run kept, write
 * the report) must not import it, only ask for it when something is to be judged.
 */
export interface CheckEngine {
  /** Opens a kit, and goes on from what an earlier session knew of it. */
  open(kit: GivenKit, earlier: EarlierSession | null): OpenCheck;
}

/** A kit in a check session. */
export interface OpenCheck {
  /** Takes what is otherwise in the kit now. */
  renew(kit: GivenKit): void;
  /** Judges what is outstanding. `place` leads to the kit from the folder that was given. */
  judge(place: string, order: KitOrder): JudgedKit;
  /** What a later session can go on from. */
  keep(): KeptSession | null;
}

/** What a check is done with. */
export interface Means {
  readonly engine: () => CheckEngine | Promise<CheckEngine>;
  /** What earlier runs found; null when nobody wants it. */
  readonly kept: KeptChecks | null;
}
