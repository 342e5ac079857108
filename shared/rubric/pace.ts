import type { Steps } from '../util/steps';

/** How long one criterion or rule may take, in milliseconds: far more than any takes on a file of full service on a slow machine. */
export const STEP_BUDGET = 5_000;

/**
 * Keeps one criterion or rule from holding up the others for good. A step cannot be stopped from within its own thread; one that took longer
 * than the budget is told as broken, and is not tried again on as much text or more. Without a clock nothing is ever late: tests and
 * benchmarks decide the same on every machine.
 */
export class Pace {
  private readonly late = new Map<string, number>();

  constructor(
    private readonly now: (() => number) | null,
    private readonly budget: number = STEP_BUDGET,
  ) {}

  /**
   * Runs a step, or answers `tooLate(reason)` when it took too long now or did so before.
   *
   * @param key what the step is, such as `path RFC-04`
   * @param size how much it looks at, in any unit that stays the same for the key
   */
  run<T>(key: string, size: number, act: () => T, tooLate: (reason: string) => T): T {
    if (!this.now) return act();
    if (this.wasLate(key, size)) return tooLate(this.reason);
    const start = this.now();
    const value = act();
    if (this.now() - start <= this.budget) return value;
    this.late.set(key, size);
    return tooLate(this.reason);
  }

  /** The same for work that is done in steps: only they count, and it is given up between two of them. */
  *steps<T>(key: string, size: number, act: () => Steps<T>, tooLate: (reason: string) => T): Steps<T> {
    if (!this.now) return yield* act();
    if (this.wasLate(key, size)) return tooLate(this.reason);
    const steps = act();
    for (let spent = 0; ; ) {
      const start = this.now();
      const step = steps.next();
      spent += this.now() - start;
      if (spent > this.budget) {
        this.late.set(key, size);
        return tooLate(this.reason);
      }
      if (step.done) return step.value;
      yield;
    }
  }

  private wasLate(key: string, size: number): boolean {
    const known = this.late.get(key);
    return known !== undefined && size >= known;
  }

  private get reason(): string {
    return `It took longer than ${this.budget / 1000} s and was left out`;
  }
}
