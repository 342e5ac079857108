import type { Source } from '../../rubric/artifact';
import { isFlowchart, type MermaidDoc, parseMermaid } from '../../text/mermaid';

/** A diagram file as far as it is written. */
export interface Diagram {
  readonly doc: MermaidDoc;
  readonly flowchart: boolean;
}

export function readDiagram(source: Source): Diagram {
  const doc = source.format === 'mmd' ? source.diagram : parseMermaid('');
  return { doc, flowchart: isFlowchart(doc) };
}
