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

/** Levels of the escalation ladder as records (`ladder-rung`). One alone is a mention, not a ladder, so it takes two. */
export function rungFacts(rungs: readonly StatedRung[]): Fact[] {
  if (new Set(rungs.map((rung) => rung.level)).size < 2) return [];
  return rungs.map(({ level, at, places, ...texts }) => {
    const fields: Record<string, string> = { level };
    for (const [name, text] of Object.entries(texts)) if (text !== '') fields[name] = text;
    return { type: 'record', set: 'ladder-rung', id: level, fields, places, span: at };
  });
}

/** The ladder of a text that repeats it: the first table with levels, deciders and a clock. */
export function repeatedLadder(doc: MarkdownDoc): Fact[] {
  for (const table of doc.tables) {
    const view = viewTable<LadderColumn>(table, LADDER_COLUMNS);
    if (view.has('level') && view.has('decider') && (view.has('acknowledge') || view.has('decide')))
      return rungFacts(rungsOf(view));
  }
  return [];
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
