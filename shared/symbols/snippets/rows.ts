import type { SectionBlank } from '../../rubric/repairs/insert-section';
import { nextId } from '../../rubric/repairs/next-id';
import { headingKey, type MarkdownDoc, parseMarkdown, type Table } from '../../text/markdown';
import { cellText, linesOf, tableAt, type WrittenTable } from '../../text/table-text';
import { blanksIn, type Snippet } from './snippet';

/** A row more for the table right above a place, with the blanks that the kind's own table of these columns has, and the next free id. */
export function rowSnippet(
  doc: MarkdownDoc,
  at: number,
  skeleton: readonly SectionBlank[],
  taken: readonly string[],
): readonly Snippet[] {
  const lines = linesOf(doc.text);
  const here = lines.lineAt(at);
  let above = here.number - 1;
  // What was typed to find this stands below the table, as a rule behind a blank line.
  while (above > 0 && above >= here.number - 2 && lines.line(above).text.trim() === '') above--;
  if (above < 1) return [];
  const { to } = lines.line(above);
  const parsed = doc.tables.find(({ span }) => span.from <= to && to <= span.to + 1);
  const table = parsed ? tableAt(lines, to) : null;
  if (!parsed || !table) return [];
  const headers = parsed.header.cells.map(({ text }) => text);
  const model = modelRow(headers, skeleton);
  const cells = headers.map(
    (header, n) => model?.[n] ?? `<${header.toLowerCase().replace(/[<>{}]/g, '') || 'text'}>`,
  );
  const id = nextIdOf(parsed, taken);
  if (id !== null) cells[0] = id;
  const last = table.rows.at(-1) ?? table.delimiter;
  const insert = `\n${rowText(table, cells)}`;
  const label = `Row: ${headers.slice(0, 3).join(', ')}`;
  const edit = { from: last.to, to: last.to, insert };
  return [{ label, detail: 'For the table above', group: 'kind', edit, fields: blanksIn(insert), boost: 90 }];
}

function rowText({ delimiter }: WrittenTable, cells: readonly string[]): string {
  const body = cells.map(cellText).join(' | ');
  return `${delimiter.lead}${delimiter.openBar ? '| ' : ''}${body}${delimiter.closeBar ? ' |' : ''}`;
}

/** The first row of the kind's own table with the same columns, whichever section it is of. */
function modelRow(headers: readonly string[], skeleton: readonly SectionBlank[]): readonly string[] | null {
  const wanted = headers.map(headingKey).join('|');
  for (const { blank } of skeleton) {
    for (const { header, rows } of parseMarkdown(blank).tables) {
      if (header.cells.map(({ text }) => headingKey(text)).join('|') !== wanted) continue;
      const cells = rows[0]?.cells.map(({ span }) => blank.slice(span.from, span.to));
      if (cells?.length === headers.length) return cells;
    }
  }
  return null;
}

/** Where the first cells are ids of one family, the id that comes next. */
function nextIdOf(table: Table, taken: readonly string[]): string | null {
  const ids = table.rows.map((row) => /^[A-Z]{1,8}-?\d+(?![\w-])/.exec(row.cells[0]?.text ?? '')?.[0] ?? '');
  return ids.length > 0 && ids.every((id) => id !== '') ? nextId(ids, taken) : null;
}
