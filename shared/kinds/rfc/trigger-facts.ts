import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { MarkdownDoc } from '../../text/markdown';
import { phaseKey } from '../../text/phase-name';
import { blocksIn, itemsIn, subSections, tablesIn } from '../../text/sections';
import type { Span } from '../../text/span';
import { viewTable } from '../../text/tables';
import { limitsIn } from '../../text/thresholds';
import type { Rfc } from './model';
import { unnumbered } from './phase-facts';
import { isPhaseHeading, isTriggerTable, MOST_PHASES, PHASE_COLUMNS, type PhaseColumn } from './phases';

const ROLLBACK = /(?<!\p{L})(?:roll(?:ed|s|ing)?[ -]?back|revert|abort)/iu;

/**
 * The rollback triggers as records (`rfc-trigger`). `told` says how: in a `table` with a column each, which is the whole list, or in the `text` of a
 * cell or line, where metric, threshold and window are read from the sentence.
 */
export function triggerFacts(rfc: Rfc): Fact[] {
  const section = rfc.section('rollout');
  if (!section) return [];
  const { doc } = rfc;
  const out: Fact[] = [];
  for (const table of tablesIn(doc, section.body)) {
    const view = viewTable<PhaseColumn>(table, PHASE_COLUMNS);
    for (const row of view.has('phase') ? table.rows : []) {
      const phase = phaseKey(view.text(row, 'phase'));
      if (phase === '') continue;
      if (!isTriggerTable(view)) {
        const cell = view.cell(row, 'rollback');
        if (cell) out.push(...told(doc, phase, cell.span));
        continue;
      }
      const places: Record<string, Span> = {};
      for (const column of ['metric', 'threshold', 'window'] as const) {
        const cell = view.cell(row, column);
        if (cell && cell.text !== '') places[column] = cell.span;
      }
      const [metric, threshold, window] = [
        view.text(row, 'metric'),
        view.text(row, 'threshold'),
        view.text(row, 'window'),
      ];
      out.push(
        record(phase, 'table', { metric, threshold, window }, places, places['threshold'] ?? row.span),
      );
    }
  }
  for (const sub of subSections(doc, section).slice(0, MOST_PHASES)) {
    if (!isPhaseHeading(sub.heading.key)) continue;
    const phase = phaseKey(unnumbered(sub.heading.text));
    const items = itemsIn(doc, sub.body).filter((item) => item.depth === 0);
    const paragraphs = blocksIn(doc, sub.body).filter((block) => block.kind === 'paragraph');
    const lines = [
      ...items.map((item) => item.span),
      ...paragraphs
        .map((block) => block.span)
        .filter((p) => !items.some((item) => item.span.from <= p.from && p.to <= item.span.to)),
    ];
    for (const line of lines) {
      const start = ROLLBACK.exec(doc.plain.slice(line.from, line.to))?.index;
      if (start !== undefined) out.push(...told(doc, phase, { from: line.from + start, to: line.to }));
    }
  }
  return out;
}

function told(doc: MarkdownDoc, phase: string, within: Span): Fact[] {
  return limitsIn(doc.plain.slice(within.from, within.to)).map((limit) => {
    const at = { from: within.from + limit.from, to: within.from + limit.to };
    return record(phase, 'text', limit, {}, at);
  });
}

function record(
  phase: string,
  told: 'table' | 'text',
  stated: { readonly metric: string; readonly threshold: string; readonly window: string },
  places: Readonly<Record<string, Span>>,
  span: Span,
): Fact {
  const { metric, threshold, window } = stated;
  const fields = definitionData({
    phase,
    told,
    metric: metric || null,
    threshold: threshold || null,
    window: window || null,
  });
  return { type: 'record', set: 'rfc-trigger', id: `${phase}/${span.from}`, fields, places, span };
}
