import { cellText } from './cells';

/** A table as Markdown: the first row is its header. Texts are written as cells hold them; a short row is filled up. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, n) => cellText(cells[n] ?? '')).join(' | ')} |`;
  const [header = [], ...body] = rows;
  return [
    line(header),
    `| ${Array.from({ length: columns }, () => '---').join(' | ')} |`,
    ...body.map(line),
  ].join('\n');
}

/**
 * Cells as spreadsheets and databases copy them, separated by tabs; a cell with a line break in it stands in quotes. Null for other texts: one
 * line, rows of unequal length, or code that is indented by tabs.
 */
export function cellsFrom(text: string): readonly (readonly string[])[] | null {
  if (!text.includes('\t')) return null;
  const lines = text.replace(/\r\n?/g, '\n');
  let end = lines.length;
  while (lines[end - 1] === '\n') end--;
  const rows = rowsOf(lines.slice(0, end));
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || rows.some((row) => row.length !== columns)) return null;
  // Lines that all begin with a tab are indented.
  if (rows.every(([first]) => first === '')) return null;
  return rows.length < 2 ? null : rows;
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    if (text[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

function plainCell(text: string, from: number): readonly [string, number] {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return [text.slice(from, end), end];
}

/** A cell in quotes, which are doubled inside; one whose quotes do not end at a tab or line is text that begins with a quote. */
function quotedCell(text: string, from: number): readonly [string, number] {
  let at = from + 1;
  for (;;) {
    at = text.indexOf('"', at);
    if (at < 0) return plainCell(text, from);
    if (text[at + 1] !== '"') break;
    at += 2;
  }
  const next = text[at + 1];
  if (next !== undefined && next !== '\t' && next !== '\n') return plainCell(text, from);
  return [text.slice(from + 1, at).replaceAll('""', '"'), at + 1];
}
