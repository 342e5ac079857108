const WITHIN_MS = 60_000;
const TOO_MANY = 3;

/** Tells a page that crashed from one that keeps crashing: the third time within a minute it is loaded in safe mode instead. */
export class CrashCount {
  private times: number[] = [];

  /** Notes a crash at `now` (milliseconds since 1970). True when the page may simply be loaded again. */
  another(now: number): boolean {
    this.times = [...this.times.filter((time) => now - time < WITHIN_MS), now];
    return this.times.length < TOO_MANY;
  }
}
