import type { PortfolioPlan } from '../../shared/portfolio/plan';
import type { Source } from '../../shared/rubric/artifact';
import type { DiagramService } from '../diagrams/service';
import type { Drawing } from './figures';

/** Every Mermaid text the book holds, in reading order and each once: diagram files, fences, and diagrams of structured files. */
export function diagramTexts(plan: PortfolioPlan, source: (path: string) => Source | null): string[] {
  const texts = new Set<string>();
  for (const artifact of plan.parts.flatMap((part) => part.artifacts)) {
    const file = source(artifact.path);
    if (file?.format === 'mmd') texts.add(file.text);
    if (file?.format === 'md') {
      // A fence's text ends with a line end in the tree the book is made from.
      for (const block of file.markdown.codeBlocks)
        if (block.lang === 'mermaid') texts.add(`${block.text}\n`);
    }
    for (const block of artifact.blocks ?? []) if (block.kind === 'diagram') texts.add(block.source);
  }
  return [...texts];
}

/** Draws them one after the other in the print theme. A text that cannot be drawn is no failure of the export: the book says why. */
export async function drawFigures(
  texts: readonly string[],
  diagrams: DiagramService,
  signal: AbortSignal,
  onDrawn: (done: number, total: number) => void,
): Promise<Map<string, Drawing>> {
  const drawings = new Map<string, Drawing>();
  for (const [index, text] of texts.entries()) {
    onDrawn(index, texts.length);
    const drawn = await diagrams.draw({ source: text, theme: 'print' }, signal);
    drawings.set(
      text,
      drawn.ok ? { ok: true, picture: drawn.value } : { ok: false, reason: drawn.error.message },
    );
    if (signal.aborted) break;
  }
  return drawings;
}
