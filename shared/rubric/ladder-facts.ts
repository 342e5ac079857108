import { LADDER_COLUMNS, type LadderColumn, levelName } from '../text/ladder';
import type { MarkdownDoc } from '../text/markdown';
import type { Span } from '../text/span';
import { type TableView, viewTable } from '../text/tables';
import type { Fact } from './fact';

/** A level of a ladder as a file states it; texts are empty and places null where the file says nothing. */
export interface StatedRung {
  readonly level: string;
  readonly at: Span;
  readonly decider: string;
  readonly acknowledge: string;
  readonly decide: string;
  readonly places: Readonly<Record<string, Span>>;
}

/** Levels of the escalation ladder as records (`ladder-rung`). */
export function rungFacts(rungs: readonly StatedRung[]): Fact[] {
  return rungs.map(({ level, at, places, ...texts }) => {
    const fields: Record<string, string> = { level };
    for (const [name, text] of Object.entries(texts)) if (text !== '') fields[name] = text;
    return { type: 'record', set: 'ladder-rung', id: level, fields, places, span: at };
  });
}

/** The ladder, or the level, that a text repeats: the first table with levels, deciders and a clock, else its list items of that form. */
export function repeatedLadder(doc: MarkdownDoc): Fact[] {
  for (const table of doc.tables) {
    const view = viewTable<LadderColumn>(table, LADDER_COLUMNS);
    if (view.has('level') && view.has('decider') && (view.has('acknowledge') || view.has('decide')))
      return rungFacts(rungsOf(view));
  }
  return rungFacts(doc.items.flatMap((item) => readRung(doc.text, item.text, item.span) ?? []));
}

/** Nothing longer is one level of a ladder. */
const LONGEST = 300;
const OPENING = /^l(?:evel )?\d(?!\d)[\s:.·–—-]{0,5}/i;
const SEPARATOR = /[·|;,\n]|<br\s?\/?>/i;
const CLOCK_OPENINGS = {
  acknowledge: /^ack(?:nowledge(?:s|d)?)?\b[\s:]*(?:within|in)?\s*/i,
  decide: /^deci(?:de(?:s|d)?|sion)\b[\s:]*(?:within|in|by)?\s*/i,
} as const;

/** A level told in one line: "L1: Ana Ruiz · acknowledge 4 h · decide 1 day". Null for a line that gives no decider or no clock. */
export function readRung(text: string, line: string, within: Span): StatedRung | null {
  const opening = line.length > LONGEST ? null : OPENING.exec(line);
  const level = opening ? levelName(line) : null;
  if (!opening || level === null) return null;
  const start = text.slice(within.from, within.to).indexOf(line);
  const parts = { decider: '', acknowledge: '', decide: '' };
  const places: Record<string, Span> = {};
  let from = opening[0].length;
  for (const piece of line.slice(from).split(SEPARATOR)) {
    from = line.indexOf(piece, from);
    const words = piece.trim();
    const part = CLOCK_OPENINGS.acknowledge.test(words)
      ? 'acknowledge'
      : CLOCK_OPENINGS.decide.test(words)
        ? 'decide'
        : 'decider';
    const said = part === 'decider' ? words : words.replace(CLOCK_OPENINGS[part], '');
    if (parts[part] === '' && said !== '') {
      parts[part] = said;
      const at = within.from + start + from + piece.lastIndexOf(said);
      if (start >= 0) places[part] = { from: at, to: at + said.length };
    }
    from += piece.length;
  }
  if (parts.decider === '' || (parts.acknowledge === '' && parts.decide === '')) return null;
  return { level, at: within, ...parts, places };
}

/** The rows of a ladder table that name a level. */
export function rungsOf(view: TableView<LadderColumn>): StatedRung[] {
  return view.table.rows.flatMap((row) => {
    const at = view.cell(row, 'level');
    const level = at ? levelName(at.text) : null;
    if (!at || level === null) return [];
    const text = (column: LadderColumn) => view.text(row, column).trim();
    const places: Record<string, Span> = {};
    for (const column of ['decider', 'acknowledge', 'decide'] as const) {
      const cell = view.cell(row, column);
      if (cell && cell.span.to > cell.span.from) places[column] = cell.span;
    }
    return [
      {
        level,
        at: at.span,
        decider: text('decider'),
        acknowledge: text('acknowledge'),
        decide: text('decide'),
        places,
      },
    ];
  });
}
