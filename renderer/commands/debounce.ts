/**
 * Runs work once after calls stopped coming for `wait` milliseconds, and at the latest `most` milliseconds after the first of them.
 * `now()` runs what is waiting at once.
 */
export class Debounced {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private first = 0;

  constructor(
    private readonly work: () => void,
    private readonly wait: number,
    private readonly most: number = Number.POSITIVE_INFINITY,
  ) {}

  call(): void {
    const time = performance.now();
    if (this.timer === null) this.first = time;
    else clearTimeout(this.timer);
    const delay = Math.max(0, Math.min(this.wait, this.first + this.most - time));
    this.timer = setTimeout(() => this.now(), delay);
  }

  now(): void {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.work();
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
