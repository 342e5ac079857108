/** Longest time work waits when the window is not painted at all, for example while it is hidden. In milliseconds. */
const HIDDEN = 100;

/**
 * Collects calls and runs the work once, right before the next picture is painted: however many answers arrive until then, the page is changed
 * once for them. Without frames (in tests without a page) it runs at once.
 */
export class NextFrame {
  private frame = 0;
  private late: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => void) {}

  call(): void {
    if (this.frame !== 0) return;
    if (typeof requestAnimationFrame !== 'function') {
      this.work();
      return;
    }
    const run = () => {
      this.cancel();
      this.work();
    };
    this.frame = requestAnimationFrame(run);
    this.late = setTimeout(run, HIDDEN);
  }

  cancel(): void {
    if (this.frame === 0) return;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.late);
    this.frame = 0;
  }
}
