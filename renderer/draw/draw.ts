import type { Mermaid } from 'mermaid';
import type { DrawingOrder, DrawingReply, DrawnPicture } from '../../shared/ipc/drawing';
import { confineStyles, noteSmallestText, prefixIds, sanitizeSvg, sizeByViewBox } from './clean-svg';
import { describeFailure } from './error-line';
import { type Layout, layoutsFor } from './layouts';
import { polishSvg } from './polish-svg';
import { isLegible, type Printed, printed, printsBetter } from './printed-size';
import { warmUpSample } from './warm-up';

/** A finished picture and how it would print. */
interface Candidate extends DrawnPicture {
  readonly printed: Printed;
}

/** Draws orders one after the other with Mermaid, on a part of the page that exists for measuring only. */
export class Drawer {
  private readonly warm = new Set<string>();

  constructor(
    private readonly mermaid: Mermaid,
    private readonly canvas: HTMLElement,
  ) {}

  /** Loads what the order's type needs; nothing of the order's own text is looked at but its first word. */
  async prepare(order: DrawingOrder): Promise<void> {
    const sample = warmUpSample(order.source);
    const [layout] = layoutsFor(sample ?? '', order.theme);
    if (sample === null || !layout || this.warm.has(sample)) return;
    this.mermaid.initialize(layout.config);
    try {
      await this.mermaid.render('warm-up', sample, this.canvas);
    } catch {
      // The order itself will say what is wrong.
    }
    this.canvas.replaceChildren();
    this.warm.add(sample);
  }

  /** `onAttempt` is called before each layout that is tried: the time limit is one of a single drawing. */
  async draw(order: DrawingOrder, onAttempt: () => void): Promise<DrawingReply> {
    let best: Candidate | null = null;
    for (const layout of layoutsFor(order.source, order.theme)) {
      onAttempt();
      try {
        const candidate = await this.attempt(order.name, layout);
        if (candidate && (!best || printsBetter(candidate.printed, best.printed))) best = candidate;
      } catch (error) {
        // What is wrong with the author's own text is told; a layout of ours that does not work out is not.
        if (best) continue;
        return { type: 'failed', id: order.id, ...describeFailure(error, order.source) };
      } finally {
        this.canvas.replaceChildren();
      }
      if (!best) return { type: 'failed', id: order.id, message: 'The diagram draws nothing', line: null };
      if (order.theme !== 'print' || isLegible(best.printed)) break;
    }
    if (!best) return { type: 'failed', id: order.id, message: 'The diagram draws nothing', line: null };
    const { svg, width, height } = best;
    return { type: 'drawn', id: order.id, svg, width, height };
  }

  private async attempt(name: string, layout: Layout): Promise<Candidate | null> {
    this.mermaid.initialize(layout.config);
    this.canvas.style.inlineSize = `${layout.canvas}px`;
    const { svg: markup } = await this.mermaid.render(name, layout.source, this.canvas);
    this.canvas.replaceChildren();
    const svg = sanitizeSvg(markup);
    if (!svg) return null;
    this.canvas.append(svg);
    polishSvg(svg);
    prefixIds(svg, name);
    confineStyles(svg);
    const size = sizeByViewBox(svg);
    if (!size) return null;
    const smallest = noteSmallestText(svg);
    return { svg: new XMLSerializer().serializeToString(svg), ...size, printed: printed(size, smallest) };
  }
}
