import type { Fact } from '../../rubric/fact';
import { readRung, rungFacts } from '../../rubric/ladder-facts';
import type { MermaidDoc } from '../../text/mermaid';

/** A ladder that is drawn: nodes such as "L1: Ana Ruiz · acknowledge 4 h · decide 1 day" as records (`ladder-rung`). */
export function ladderFacts(doc: MermaidDoc): Fact[] {
  return rungFacts(doc.nodes.flatMap((node) => readRung(doc.text, node.label, node.span) ?? []));
}
