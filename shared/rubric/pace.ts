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
    const reason = `It took longer than ${this.budget / 1000} s and was left out`;
    const known = this.late.get(key);
    if (known !== undefined && size >= known) return tooLate(reason);
    const start = this.now();
    const value = act();
    if (this.now() - start <= this.budget) return value;
    this.late.set(key, size);
    return tooLate(reason);
  }
}
