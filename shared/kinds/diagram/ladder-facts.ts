import type { Fact } from '../../rubric/fact';
import { rungFacts, type StatedRung } from '../../rubric/ladder-facts';
import { levelName } from '../../text/ladder';
import type { MermaidDoc } from '../../text/mermaid';
import type { Span } from '../../text/span';

const LEVEL = /^l(?:evel )?\d(?!\d)[\s:.·–—-]*/i;
const SEPARATOR = /\s*(?:[·|;\n]|<br\s?\/?>)\s*/i;
const ACKNOWLEDGE = /^ack(?:nowledge(?:s|d)?)?\b[\s:]*(?:within|in)?\s*/i;
const DECIDE = /^deci(?:de(?:s|d)?|sion)\b[\s:]*(?:within|in|by)?\s*/i;

/** A ladder that is drawn: nodes such as "L1: Ana Ruiz · acknowledge 4 h · decide 1 day" as records (`ladder-rung`). */
export function ladderFacts(doc: MermaidDoc): Fact[] {
  const rungs = doc.nodes.flatMap((node) => readRung(doc.text, node.label, node.span) ?? []);
  return rungs.some((rung) => rung.decide !== '' || rung.acknowledge !== '') ? rungFacts(rungs) : [];
}

function readRung(text: string, label: string, node: Span): StatedRung | null {
  const opening = LEVEL.exec(label);
  const level = opening ? levelName(label) : null;
  if (!opening || level === null) return null;
  const start = text.indexOf(label, node.from);
  const at = start >= 0 && start < node.to ? start : null;
  const parts = { decider: '', acknowledge: '', decide: '' };
  const places: Record<string, Span> = {};
  let from = opening[0].length;
  for (const piece of label.slice(from).split(SEPARATOR)) {
    from = label.indexOf(piece, from);
    const [part, form] = ACKNOWLEDGE.test(piece)
      ? (['acknowledge', ACKNOWLEDGE] as const)
      : DECIDE.test(piece)
        ? (['decide', DECIDE] as const)
        : (['decider', /^\s*/] as const);
    const said = piece.replace(form, '').trim();
    if (parts[part] === '' && said !== '') {
      parts[part] = said;
      const offset = from + piece.lastIndexOf(said);
      if (at !== null) places[part] = { from: at + offset, to: at + offset + said.length };
    }
    from += piece.length;
  }
  // A node that is only linked by its id, such as `l3`, says nothing of a level.
  return parts.decider === '' ? null : { level, at: node, ...parts, places };
}
