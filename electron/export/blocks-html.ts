import type { Block, CellValue, Column } from '../../shared/preview/block';
import { assertNever } from '../../shared/util/assert-never';
import { entryTable } from './entry-table';
import { Html, html, NOTHING } from './html';
import { keepWords } from './keep-words';

/** What a diagram block becomes; given by the caller, who has drawn it. */
export type DrawFigure = (source: string, title: string) => Html;

/** Structured blocks as print markup. Heading levels are moved below the artifact's own title. */
export function blocksToHtml(blocks: readonly Block[], figure: DrawFigure): Html {
  return new Html(blocks.map((block) => blockToHtml(block, figure).markup).join('\n'));
}

function blockToHtml(block: Block, figure: DrawFigure): Html {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? html`<h2>${keepWords(block.text, false)}</h2>`
        : html`<h3>${keepWords(block.text, false)}</h3>`;
    case 'paragraph':
      return html`<p class="tone-${block.tone ?? 'plain'}">${keepWords(block.text, false)}</p>`;
    case 'entries':
      return entryTable(
        block.entries.map(({ term, value }) => ({
          term,
          text: value.text,
          ...(value.tone ? { tone: value.tone } : {}),
        })),
        'entries',
      );
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${keepWords(item.text, false)}</li>`)}</ul>`;
    case 'table':
      return table(block);
    case 'diagram':
      return figure(block.source, block.title);
    default:
      return assertNever(block);
  }
}

/** Tables with more columns are set smaller, so that they fit the page instead of being cut; short ones stay on one page. */
export function tableClass(columns: number, rows: number, characters: number): string {
  const size = columns > 12 ? 'dense tiny' : columns > 8 ? 'dense small' : columns > 5 ? 'dense' : '';
  return rows <= KEPT_ROWS && characters <= KEPT_CHARACTERS ? `${size} kept`.trim() : size;
}

/** Tables up to this size are not broken over two pages. */
const KEPT_ROWS = 10;
const KEPT_CHARACTERS = 1600;

/** Values up to this length stay on one line, in tables that have the room. */
const ONE_LINE = 12;
const ROOMY_COLUMNS = 9;

/** Whether a table cell is kept on one line. */
export function staysOnOneLine(text: string, columns: number): boolean {
  return columns <= ROOMY_COLUMNS && text.length <= ONE_LINE;
}

function table(block: Extract<Block, { kind: 'table' }>): Html {
  const { columns, rows } = block;
  const total = columns.reduce((sum, column) => sum + (column.width ?? 1), 0);
  const given = columns.some((column) => column.width !== undefined);
  const cols = given
    ? html`<colgroup>${columns.map((c) => html`<col style="width:${(((c.width ?? 1) / total) * 100).toFixed(2)}%">`)}</colgroup>`
    : NOTHING;
  const caption = block.caption ? html`<caption>${block.caption}</caption>` : NOTHING;
  const characters = rows.reduce((sum, row) => sum + row.cells.reduce((n, c) => n + c.text.length, 0), 0);
  return html`<table class="${tableClass(columns.length, rows.length, characters)}">${caption}${cols}<thead><tr>${columns.map(
    (column) => html`<th class="align-${column.align}" scope="col">${column.label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr class="tone-${row.tone ?? 'plain'}">${row.cells.map((value, i) => cell(value, columns[i], columns.length))}</tr>`,
  )}</tbody></table>`;
}

function cell(value: CellValue, column: Column | undefined, columns: number): Html {
  const line = staysOnOneLine(value.text, columns) ? ' keep' : '';
  return html`<td class="align-${column?.align ?? 'start'} tone-${value.tone ?? 'plain'}${line}">${keepWords(value.text, true)}</td>`;
}
