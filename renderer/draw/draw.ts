import type { Mermaid } from 'mermaid';
import type { DrawingOrder, DrawingReply, DrawingTheme } from '../../shared/ipc/drawing';
import { confineStyles, noteSmallestText, prefixIds, sanitizeSvg, sizeByViewBox } from './clean-svg';
import { describeFailure } from './error-line';
import { mermaidConfig } from './mermaid-config';
import { warmUpSample } from './warm-up';

/** Draws orders one after the other with Mermaid, on a part of the page that exists for measuring only. */
export class Drawer {
  private theme: DrawingTheme | null = null;
  private readonly warm = new Set<string>();

  constructor(
    private readonly mermaid: Mermaid,
    private readonly canvas: HTMLElement,
  ) {}

  /** Loads what the order's type needs; nothing of the order's own text is looked at but its first word. */
  async prepare(order: DrawingOrder): Promise<void> {
    this.switchTheme(order.theme);
    const sample = warmUpSample(order.source);
    if (sample === null || this.warm.has(sample)) return;
    try {
      await this.mermaid.render('warm-up', sample, this.canvas);
    } catch {
      // The order itself will say what is wrong.
    }
    this.canvas.replaceChildren();
    this.warm.add(sample);
  }

  async draw(order: DrawingOrder): Promise<DrawingReply> {
    this.switchTheme(order.theme);
    try {
      await this.mermaid.parse(order.source);
      const { svg: markup } = await this.mermaid.render(order.name, order.source, this.canvas);
      this.canvas.replaceChildren();
      const svg = sanitizeSvg(markup);
      if (!svg) return failed(order.id, 'The diagram draws nothing');
      this.canvas.append(svg);
      prefixIds(svg, order.name);
      confineStyles(svg);
      const size = sizeByViewBox(svg);
      if (!size) return failed(order.id, 'The diagram draws nothing');
      noteSmallestText(svg);
      return { type: 'drawn', id: order.id, svg: new XMLSerializer().serializeToString(svg), ...size };
    } catch (error) {
      const { message, line } = describeFailure(error, order.source);
      return { type: 'failed', id: order.id, message, line };
    } finally {
      this.canvas.replaceChildren();
    }
  }

  private switchTheme(theme: DrawingTheme): void {
    if (this.theme === theme) return;
    this.mermaid.initialize(mermaidConfig(theme));
    this.theme = theme;
  }
}

function failed(id: number, message: string): DrawingReply {
  return { type: 'failed', id, message, line: null };
}
