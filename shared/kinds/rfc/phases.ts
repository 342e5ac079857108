import type { MarkdownDoc, TableRow } from '../../text/markdown';
import { phaseKey } from '../../text/phase-name';
import { DATE, has, matches, QTY } from '../../text/quantities';
import { blocksIn, itemsIn, subSections, tablesIn } from '../../text/sections';
import type { Span } from '../../text/span';
import { type TableView, viewTable } from '../../text/tables';
import type { Rfc } from './model';

/** A step of the rollout, put together from the tables and sub-sections that speak of it. */
export interface Phase {
  readonly key: string;
  readonly name: string;
  /** Where it is named first. */
  readonly at: Span;
  readonly dates: readonly string[];
  /** An entry or exit gate with a quantity. */
  readonly gated: boolean;
  /** A rollback trigger with a quantity. */
  readonly triggered: boolean;
  /** Cells or lines that should hold the gate and the trigger, when there are any. */
  readonly gateAt: Span | null;
  readonly triggerAt: Span | null;
}

interface Draft {
  readonly key: string;
  readonly name: string;
  readonly at: Span;
  readonly dates: Set<string>;
  gated: boolean;
  triggered: boolean;
  gateAt: Span | null;
  triggerAt: Span | null;
}

export const PHASE_COLUMNS = {
  phase: ['phase', 'stage', 'step', 'wave'],
  entry: ['entry', 'entry gate', 'gate'],
  exit: ['exit', 'exit gate'],
  rollback: ['rollback', 'roll back', 'revert trigger', 'abort'],
  metric: ['metric'],
  threshold: ['threshold'],
  window: ['window'],
  start: ['start', 'from', 'begin'],
  end: ['end', 'to', 'until', 'finish'],
} as const;
export type PhaseColumn = keyof typeof PHASE_COLUMNS;

/** Nobody plans more steps than this; it bounds the work on a file that is something else. */
export const MOST_PHASES = 50;

/** The phases of the rollout section, in the order in which they are named. */
export function phases(rfc: Rfc): readonly Phase[] {
  const section = rfc.section('rollout');
  if (!section) return [];
  const found = new Map<string, Draft>();
  const { doc } = rfc;
  for (const table of tablesIn(doc, section.body)) {
    const view = viewTable<PhaseColumn>(table, PHASE_COLUMNS);
    if (view.has('phase')) for (const row of table.rows) readRow(doc, view, row, found);
  }
  for (const sub of subSections(doc, section).slice(0, MOST_PHASES)) {
    if (isPhaseHeading(sub.heading.key))
      readSection(doc, draft(found, sub.heading.text, sub.heading.span), sub.body);
  }
  return [...found.values()].map((d) => ({ ...d, dates: [...d.dates] }));
}

/** True for the key of a heading that starts with a phase. */
export function isPhaseHeading(key: string): boolean {
  return /^(?:phase|stage|step|wave|p\d)(?!\p{L})/u.test(key);
}

/** True for a table with phase, metric and threshold: rollback triggers in one place. */
export function isTriggerTable(view: TableView<PhaseColumn>): boolean {
  return view.has('phase') && view.has('metric') && view.has('threshold');
}

function readRow(
  doc: MarkdownDoc,
  view: TableView<PhaseColumn>,
  row: TableRow,
  found: Map<string, Draft>,
): void {
  const name = view.cell(row, 'phase');
  if (!name || name.text === '') return;
  const phase = draft(found, name.text, name.span);
  for (const date of matches(doc.plain, DATE, row.span)) phase.dates.add(date.text);
  for (const column of ['entry', 'exit'] as const) {
    const cell = view.cell(row, column);
    if (!cell) continue;
    phase.gateAt ??= cell.span;
    if (has(cell.text, QTY)) phase.gated = true;
  }
  const trigger = view.cell(row, isTriggerTable(view) ? 'threshold' : 'rollback');
  if (!trigger) return;
  phase.triggerAt ??= trigger.span;
  if (has(trigger.text, QTY)) phase.triggered = true;
}

function readSection(doc: MarkdownDoc, phase: Draft, body: Span): void {
  for (const date of matches(doc.plain, DATE, body)) phase.dates.add(date.text);
  const lines = [...itemsIn(doc, body), ...blocksIn(doc, body).filter((b) => b.kind !== 'heading')].map(
    (b) => b.span,
  );
  for (const span of lines) {
    const text = doc.plain.slice(span.from, span.to);
    if (/(?<!\p{L})(?:entry|exit|gate|enter|leave|done when)/iu.test(text)) {
      phase.gateAt ??= span;
      if (has(text, QTY)) phase.gated = true;
    }
    if (/(?<!\p{L})(?:roll(?:ed|s|ing)?[ -]?back|revert|abort)/iu.test(text)) {
      phase.triggerAt ??= span;
      if (has(text, QTY)) phase.triggered = true;
    }
  }
}

function draft(found: Map<string, Draft>, name: string, at: Span): Draft {
  const key = phaseKey(name);
  let known = found.get(key);
  if (!known) {
    known = {
      key,
      name,
      at,
      dates: new Set(),
      gated: false,
      triggered: false,
      gateAt: null,
      triggerAt: null,
    };
    if (found.size < MOST_PHASES) found.set(key, known);
  }
  return known;
}
