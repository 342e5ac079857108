/** How often the page is asked whether it is there. Milliseconds. */
export const ASK_MS = 1500;
/** So many questions in a row without an answer, and the page hangs. Drawing the largest texts takes less. */
export const UNANSWERED = 4;
/** A hang goes on for so many questions that would have been: it is told again. */
export const REMINDED = 20;

export interface HangWatchOptions {
  readonly ask: () => void;
  /** False while nobody looks at the window, or something of the system's stands over it. */
  readonly isWatched: () => boolean;
  /** Told when a hang is found, and now and then while it lasts. */
  readonly onHang: () => void;
  /** The page answers again after a hang. */
  readonly onAnswer: () => void;
}

/**
 * Finds out that a page hangs, by asking it now and then. It counts questions instead of looking at the clock: while the machine sleeps, or this
 * process is held up itself, none are asked.
 */
export class HangWatch {
  private unanswered = 0;
  private hanging = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: HangWatchOptions) {}

  /** The page has been loaded; from now on it can answer. */
  start(): void {
    this.stop();
    this.timer = setInterval(() => this.tick(), ASK_MS);
  }

  /** The page went away, or is about to. */
  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    this.unanswered = 0;
    this.hanging = 0;
  }

  answered(): void {
    const hung = this.hanging > 0;
    this.unanswered = 0;
    this.hanging = 0;
    if (hung) this.options.onAnswer();
  }

  private tick(): void {
    if (this.hanging > 0) {
      // No more questions: they would pile up in front of a page that comes back.
      if (++this.hanging % REMINDED === 0) this.options.onHang();
      return;
    }
    if (!this.options.isWatched()) {
      this.unanswered = 0;
    } else if (this.unanswered >= UNANSWERED) {
      this.hanging = 1;
      this.options.onHang();
    } else {
      this.unanswered++;
      this.options.ask();
    }
  }
}
