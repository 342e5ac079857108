import type { PreflightLine } from '../../shared/ipc/payloads';
import type { PortfolioPlan } from '../../shared/portfolio/plan';
import type { Source } from '../../shared/rubric/artifact';
import type { DiagramService } from '../diagrams/service';
import type { Drawing } from './figures';

/** A Mermaid text of the book and where it stands first. */
export interface DiagramText {
  readonly text: string;
  readonly path: string;
  /** The line of the file its first line is. */
  readonly line: number;
}

/** Every Mermaid text the book holds, in reading order and each once: diagram files, fences, and diagrams of structured files. */
export function diagramTexts(plan: PortfolioPlan, source: (path: string) => Source | null): DiagramText[] {
  const found = new Map<string, DiagramText>();
  for (const artifact of plan.parts.flatMap((part) => part.artifacts)) {
    const { path } = artifact;
    const add = (text: string, line: number) => {
      if (!found.has(text)) found.set(text, { text, path, line });
    };
    const file = source(path);
    if (file?.format === 'mmd') add(file.text, 1);
    if (file?.format === 'md') {
      for (const block of file.markdown.codeBlocks) {
        // A fence's text ends with a line end in the tree the book is made from.
        if (block.lang === 'mermaid') add(`${block.text}\n`, lineAt(file.text, block.content.from));
      }
    }
    for (const block of artifact.blocks ?? []) {
      if (block.kind === 'diagram')
        add(block.source, block.span ? lineAt(file?.text ?? '', block.span.from) : 1);
    }
  }
  return [...found.values()];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** What became of the diagrams: by text for the book, and the failures by place for the report. */
export interface DrawnFigures {
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly failures: readonly PreflightLine[];
}

/** Draws them one after the other in the print theme. A text that cannot be drawn is no failure of the export: the book says why. */
export async function drawFigures(
  texts: readonly DiagramText[],
  diagrams: DiagramService,
  signal: AbortSignal,
  onDrawn: (path: string, done: number, total: number) => void,
): Promise<DrawnFigures> {
  const drawings = new Map<string, Drawing>();
  const failures: PreflightLine[] = [];
  for (const [index, { text, path, line }] of texts.entries()) {
    onDrawn(path, index, texts.length);
    const drawn = await diagrams.draw({ source: text, theme: 'print' }, signal);
    if (drawn.ok) {
      drawings.set(text, { ok: true, picture: drawn.value });
    } else {
      const { message, line: within = 1 } = drawn.error;
      drawings.set(text, { ok: false, reason: message });
      failures.push({
        level: 'problem',
        message: `A diagram could not be drawn: ${message}`,
        path,
        line: line + within - 1,
      });
    }
    if (signal.aborted) break;
  }
  return { drawings, failures };
}
