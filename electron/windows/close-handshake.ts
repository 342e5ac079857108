/** How long a silent page may hold up closing. Its journal is at most a second old by then. Milliseconds. */
export const PATIENCE_MS = 3000;

export interface HandshakeOptions {
  /** Tells the page that the window is about to close. */
  readonly ask: () => void;
  /** Closes the window (again); the handshake then agrees. */
  readonly close: () => void;
  /** Closes the window without the page, which did not answer in time. */
  readonly destroy: () => void;
}

/**
 * Before the window closes, the page writes what was typed to the journal and says so. A page that is dead or hangs does not keep the window
 * open; nobody is asked anything, because unsaved text comes back with the next start.
 */
export class CloseHandshake {
  private state: 'open' | 'asked' | 'agreed' = 'open';
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: HandshakeOptions) {}

  /** True between the first wish to close and the end. */
  get isUnderWay(): boolean {
    return this.state !== 'open';
  }

  /** Called on every wish to close. True when the window may go now; else it is closed as soon as the page has answered or time is up. */
  mayClose(pageIsAlive: boolean): boolean {
    if (this.state === 'agreed' || !pageIsAlive) return true;
    if (this.state === 'open') {
      this.state = 'asked';
      this.timer = setTimeout(() => this.end(this.options.destroy), PATIENCE_MS);
      this.options.ask();
    }
    return false;
  }

  /** The page is ready. Without a wish to close before, nothing happens. */
  answered(): void {
    this.end(this.options.close);
  }

  /** The page is dead and will never be ready. */
  gone(): void {
    this.end(this.options.destroy);
  }

  private end(close: () => void): void {
    if (this.state !== 'asked') return;
    if (this.timer) clearTimeout(this.timer);
    this.state = 'agreed';
    close();
  }
}
