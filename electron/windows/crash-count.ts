const WITHIN_MS = 60_000;
/** From this crash within a minute on, the page is loaded in safe mode. */
const TOO_MANY = 3;
/** From this one on, it is loaded after a while only: a page that cannot even start must not take the whole machine. */
const HOPELESS = 12;
export const BREATH_MS = 2000;

/** How a page that crashed is brought back. */
export interface Return {
  /** Without the preview, which is what draws strangers' texts. */
  readonly safe: boolean;
  /** Milliseconds to wait before. */
  readonly after: number;
}

/** Tells a page that crashed from one that keeps crashing: the third time within a minute it is loaded in safe mode instead. */
export class CrashCount {
  private times: number[] = [];

  /** Notes a crash at `now` (milliseconds since 1970). */
  another(now: number): Return {
    this.times = [...this.times.filter((time) => now - time < WITHIN_MS), now];
    const { length } = this.times;
    return { safe: length >= TOO_MANY, after: length >= HOPELESS ? BREATH_MS : 0 };
  }
}
