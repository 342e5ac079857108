import type { HostError } from '../../shared/ipc/contract';
import type { Host } from '../host/host';
import type { ThemeName } from '../state/app-slice';

/** A drawn diagram as an image document, which cannot run script or reach the page. */
export interface DrawnDiagram {
  readonly url: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export type DiagramResult =
  | { readonly ok: true; readonly drawing: DrawnDiagram }
  | { readonly ok: false; readonly error: HostError };

/** Drawings kept; the addresses of older ones are given back. */
const KEPT = 80;

/** Diagrams by text and theme. A text that was drawn once is not asked for again; the host keeps its own store across runs. */
export class DiagramStore {
  private readonly results = new Map<string, Promise<DiagramResult>>();
  private readonly known = new Map<string, DiagramResult>();

  constructor(private readonly host: Pick<Host, 'call'>) {}

  /** The drawing if it is there already. */
  peek(source: string, theme: ThemeName): DiagramResult | null {
    return this.known.get(keyOf(source, theme)) ?? null;
  }

  /** `passing`: one of the many texts while somebody writes; the host does not keep it across runs. */
  draw(source: string, theme: ThemeName, passing = false): Promise<DiagramResult> {
    const key = keyOf(source, theme);
    const running = this.results.get(key);
    if (running) {
      // The latest use counts for what is given back first.
      this.results.delete(key);
      this.results.set(key, running);
      return running;
    }
    const result = this.ask(source, theme, passing).then((answer) => {
      this.known.set(key, answer);
      // A machine that was busy may draw it next time; a syntax error stays one.
      if (!answer.ok && answer.error.code !== 'diagram-syntax') {
        this.results.delete(key);
        this.known.delete(key);
      }
      return answer;
    });
    this.results.set(key, result);
    this.giveBack();
    return result;
  }

  private async ask(source: string, theme: ThemeName, passing: boolean): Promise<DiagramResult> {
    if (source.length > 51_200) {
      return {
        ok: false,
        error: { code: 'too-large', message: 'The diagram is longer than 50,000 characters' },
      };
    }
    const answer = await this.host.call(
      'diagram.draw',
      passing ? { source, theme, passing } : { source, theme },
    );
    if (!answer.ok) return { ok: false, error: answer.error };
    const { svg, width, height } = answer.value;
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    return { ok: true, drawing: { url, width, height } };
  }

  private giveBack(): void {
    for (const key of this.results.keys()) {
      if (this.results.size <= KEPT) return;
      const result = this.known.get(key);
      if (!result) continue;
      this.results.delete(key);
      this.known.delete(key);
      // Pictures that are still on screen keep their pixels; only a new load would need the address.
      if (result.ok) URL.revokeObjectURL(result.drawing.url);
    }
  }
}

function keyOf(source: string, theme: ThemeName): string {
  return `${theme}\u0000${source}`;
}
