/** Longest time work waits when the window is not painted at all, for example while it is hidden. In milliseconds. */
const HIDDEN = 100;

/**
 * Collects calls and runs the work once, after the frame that is being prepared is on the screen: what hangs on a key press must not delay
 * the picture of that key press. Without frames (in tests without a page) it runs at once.
 */
export class AfterPaint {
  private waiting = false;

  constructor(private readonly work: () => void) {}

  call(): void {
    if (this.waiting) return;
    if (typeof requestAnimationFrame !== 'function') {
      this.work();
      return;
    }
    this.waiting = true;
    const run = () => {
      if (!this.waiting) return;
      this.waiting = false;
      clearTimeout(late);
      this.work();
    };
    const late = setTimeout(run, HIDDEN);
    requestAnimationFrame(() => setTimeout(run, 0));
  }

  /** Runs what is waiting now. */
  flush(): void {
    if (!this.waiting) return;
    this.waiting = false;
    this.work();
  }
}
