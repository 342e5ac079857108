import type { HostError } from '../../shared/ipc/contract';
import type { ThemeName } from '../state/app-slice';
import type { DiagramResult, DiagramStore, DrawnDiagram } from './diagram-store';

/** What is shown of a diagram: the last good drawing, and what is wrong with the text. */
export interface ShownDrawing {
  readonly drawing: DrawnDiagram | null;
  readonly error: HostError | null;
}

/** A text that one writes in is mostly half written: what is wrong with it is told when it rested for this long, in milliseconds. */
const PATIENCE = 600;

interface Wanted {
  /** Counts up: what was drawn of an older text never replaces that of a newer one. */
  readonly order: number;
  readonly source: string;
  readonly theme: ThemeName;
  readonly since: number;
}

/**
 * Follows the text of one diagram: it is drawn at once, and while that goes on only the newest text waits. Whatever can be drawn replaces the
 * drawing before it; an error leaves it, and is shown when the text rests.
 */
export class DrawingFollower {
  private wanted: Wanted | null = null;
  private taken = 0;
  private running = false;
  private stopped = false;
  private late: ReturnType<typeof setTimeout> | null = null;
  /** What the drawing that is shown was made from. */
  private good: Pick<Wanted, 'source' | 'theme'> | null = null;

  /** `shown` is what is there before anything is drawn. */
  constructor(
    private readonly store: Pick<DiagramStore, 'peek' | 'draw'>,
    private shown: ShownDrawing,
    private readonly onShown: (shown: ShownDrawing) => void,
  ) {}

  follow(source: string, theme: ThemeName): void {
    const before = this.wanted;
    if (before?.source === source && before.theme === theme) return;
    if (this.late !== null) clearTimeout(this.late);
    this.wanted = { order: (before?.order ?? 0) + 1, source, theme, since: performance.now() };
    const known = this.store.peek(source, theme);
    if (known) this.take(known, this.wanted);
    else void this.work();
  }

  stop(): void {
    this.stopped = true;
    if (this.late !== null) clearTimeout(this.late);
  }

  private async work(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (!this.stopped && this.wanted && this.wanted.order > this.taken) {
      const { wanted } = this;
      const result = await this.store.draw(wanted.source, wanted.theme, wanted.order > 1);
      if (wanted.order > this.taken) this.take(result, wanted);
    }
    this.running = false;
  }

  private take(result: DiagramResult, of: Wanted): void {
    this.taken = of.order;
    if (this.stopped) return;
    if (result.ok) {
      this.good = of;
      this.show({ drawing: result.drawing, error: null });
      return;
    }
    // The next text may be right again, and is being drawn.
    if (of !== this.wanted) return;
    if (this.good && this.good.theme !== of.theme) void this.repaint(this.good.source, of);
    const { error } = result;
    const show = () => this.show({ drawing: this.shown.drawing, error });
    const rest = of.since + PATIENCE - performance.now();
    if (of.order === 1 || rest <= 0) show();
    else this.late = setTimeout(show, rest);
  }

  /** The last good drawing in another theme. */
  private async repaint(source: string, of: Wanted): Promise<void> {
    const result = await this.store.draw(source, of.theme);
    if (!result.ok || this.stopped || of !== this.wanted) return;
    this.good = { source, theme: of.theme };
    this.show({ drawing: result.drawing, error: this.shown.error });
  }

  private show(shown: ShownDrawing): void {
    this.shown = shown;
    this.onShown(shown);
  }
}
