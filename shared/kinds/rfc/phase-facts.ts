import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { MarkdownDoc, TableRow } from '../../text/markdown';
import { phaseKey, phaseTitle } from '../../text/phase-name';
import { DATE, dates, type Match, matches } from '../../text/quantities';
import { subSections, tablesIn } from '../../text/sections';
import type { Span } from '../../text/span';
import { type TableView, viewTable } from '../../text/tables';
import type { Rfc } from './model';
import { isPhaseHeading, MOST_PHASES, PHASE_COLUMNS, type PhaseColumn } from './phases';

interface Draft {
  name: string;
  nameAt: Span;
  start: Match | null;
  end: Match | null;
  readonly at: Span;
}

/** `2023-11-20 to 2024-01-19`: a stretch that a phase takes. */
const STRETCH = `${DATE}\\s?(?:to|until|through|and|–|—|-|…|\\.\\.)\\s?${DATE}`;

/**
 * The phases of the rollout section as records (`rfc-phase`). Start and end are stated where columns say so, where two dates are joined ("2023-11-20
 * to 2024-01-19"), or where a row or sub-section holds exactly two dates; other dates in it may be anything.
 */
export function phaseFacts(rfc: Rfc): Fact[] {
  const section = rfc.section('rollout');
  if (!section) return [];
  const { doc } = rfc;
  const found = new Map<string, Draft>();
  for (const table of tablesIn(doc, section.body)) {
    const view = viewTable<PhaseColumn>(table, PHASE_COLUMNS);
    if (!view.has('phase')) continue;
    for (const row of table.rows) {
      const cell = view.cell(row, 'phase');
      if (cell && cell.text !== '') offer(found, cell.text, cell.span, datesOfRow(doc, view, row));
    }
  }
  for (const sub of subSections(doc, section).slice(0, MOST_PHASES)) {
    const whole = { from: sub.heading.span.from, to: sub.body.to };
    if (isPhaseHeading(sub.heading.key))
      offer(found, unnumbered(sub.heading.text), sub.heading.span, datesOfText(doc, whole));
  }
  return [...found].map(([key, phase]) => record(key, phase));
}

/** The heading without the number of its section: `8.1 P0 Base` is about `P0 Base`. */
export function unnumbered(heading: string): string {
  return heading.replace(/^\s*\d[\d.]*[.)]?\s+/, '');
}

type Dates = readonly [start: Match | null, end: Match | null];

function offer(found: Map<string, Draft>, name: string, at: Span, [start, end]: Dates): void {
  const key = phaseKey(name);
  const known = found.get(key);
  if (!known) {
    if (found.size < MOST_PHASES) found.set(key, { name, nameAt: at, start, end, at });
    return;
  }
  if (phaseTitle(known.name) === '' && phaseTitle(name) !== '') {
    known.name = name;
    known.nameAt = at;
  }
  known.start ??= start;
  known.end ??= end;
}

function datesOfRow(doc: MarkdownDoc, view: TableView<PhaseColumn>, row: TableRow): Dates {
  const one = (column: 'start' | 'end') => {
    const cell = view.cell(row, column);
    const stated = cell ? dates(doc.plain, cell.span) : [];
    return stated.length === 1 ? (stated[0] ?? null) : null;
  };
  const [start, end] = [one('start'), one('end')];
  return start || end ? [start, end] : datesOfText(doc, row.span);
}

function datesOfText(doc: MarkdownDoc, within: Span): Dates {
  const stretch = matches(doc.plain, STRETCH, within)[0];
  const stated = dates(doc.plain, stretch ?? within);
  return stated.length === 2 ? [stated[0] ?? null, stated[1] ?? null] : [null, null];
}

function record(key: string, phase: Draft): Fact {
  const places: Record<string, Span> = { name: phase.nameAt };
  for (const side of ['start', 'end'] as const) {
    const date = phase[side];
    if (date) places[side] = { from: date.from, to: date.to };
  }
  const fields = definitionData({
    name: phase.name,
    start: phase.start?.text ?? null,
    end: phase.end?.text ?? null,
  });
  return { type: 'record', set: 'rfc-phase', id: key, fields, places, span: phase.at };
}
