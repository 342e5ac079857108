import type { Source } from '../../rubric/artifact';
import type { PersonFact } from '../../rubric/fact';
import { peopleIn } from '../../rubric/people-in-text';
import { LADDER_COLUMNS, type LadderColumn } from '../../text/ladder';
import { type MarkdownDoc, parseMarkdown, type Section, type TableRow } from '../../text/markdown';
import { findSection } from '../../text/sections';
import type { Span } from '../../text/span';
import { findTable, type TableView } from '../../text/tables';

export type Column = LadderColumn;

/** A level of the ladder. Texts are empty where the cell is. */
export interface Rung {
  readonly name: string;
  readonly row: TableRow;
  text(column: Column): string;
  /** The cell, or the row's first cell when it is empty. */
  span(column: Column): Span;
}

/** An escalation playbook as far as it is written. */
export interface Playbook {
  readonly doc: MarkdownDoc;
  readonly ladder: TableView<Column> | null;
  readonly rungs: readonly Rung[];
  readonly joint: Section | null;
  readonly clock: Section | null;
  readonly antiPatterns: Section | null;
  readonly example: Section | null;
  /** Where something is reported that has no section: the ladder's heading, else the title. */
  readonly place: Span;
}

export function readPlaybook(source: Source): Playbook {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const section = findSection(doc, ['ladder', 'escalation ladder', 'levels']);
  const within = section?.body ?? { from: 0, to: doc.text.length };
  const ladder = findTable<Column>(doc, within, LADDER_COLUMNS, ['level', 'decider']);
  return {
    doc,
    ladder,
    rungs: ladder ? ladder.table.rows.map((row) => rung(ladder, row)) : [],
    joint: findSection(doc, ['how to write it', 'joint statement', 'joint page', 'template']),
    clock: findSection(doc, ['clock rules', 'clock']),
    antiPatterns: findSection(doc, ['anti-patterns', 'anti patterns', 'antipatterns']),
    example: findSection(doc, ['worked example', 'example']),
    place: section?.heading.span ?? titleSpan(doc),
  };
}

function rung(ladder: TableView<Column>, row: TableRow): Rung {
  const name = ladder.text(row, 'level').trim();
  return {
    name: name === '' ? 'A level without name' : name,
    row,
    text: (column) => ladder.text(row, column).trim(),
    span: (column) => {
      const cell = ladder.cell(row, column);
      return cell && cell.span.to > cell.span.from ? cell.span : (row.cells[0]?.span ?? row.span);
    },
  };
}

/** The title, or the first character of a file without headings. */
export function titleSpan(doc: MarkdownDoc): Span {
  return doc.headings[0]?.span ?? { from: 0, to: Math.min(1, doc.text.length) };
}

/** The people a decider's cell means: those it names, else those whose job title or team it names. */
export function decidersIn(text: string, people: readonly PersonFact[]): readonly PersonFact[] {
  const named = peopleIn(text, people).map((mention) => mention.person);
  if (named.length > 0) return named;
  const said = spaced(text);
  return people.filter((p) => [p.role, p.team].some((name) => name !== '' && said.includes(spaced(name))));
}

function spaced(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
