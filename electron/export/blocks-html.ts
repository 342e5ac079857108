import type { Block, CellValue, Column } from '../../shared/preview/block';
import { assertNever } from '../../shared/util/assert-never';
import { entryTable } from './entry-table';
import { Html, html, NOTHING } from './html';
import { keepWords } from './keep-words';
import { type TableFit, tableFit } from './table-fit';

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

function table(block: Extract<Block, { kind: 'table' }>): Html {
  const { columns, rows } = block;
  const total = columns.reduce((sum, column) => sum + (column.width ?? 1), 0);
  const given = columns.some((column) => column.width !== undefined);
  const cols = given
    ? html`<colgroup>${columns.map((c) => html`<col style="width:${(((c.width ?? 1) / total) * 100).toFixed(2)}%">`)}</colgroup>`
    : NOTHING;
  const caption = block.caption ? html`<caption>${block.caption}</caption>` : NOTHING;
  const fit = tableFit([columns.map((c) => c.label), ...rows.map((row) => row.cells.map((c) => c.text))]);
  return html`<table class="${fit.className}">${caption}${cols}<thead><tr>${columns.map(
    (column) => html`<th class="align-${column.align}" scope="col">${column.label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr class="tone-${row.tone ?? 'plain'}">${row.cells.map((value, i) => cell(value, columns[i], fit))}</tr>`,
  )}</tbody></table>`;
}

function cell(value: CellValue, column: Column | undefined, fit: TableFit): Html {
  const line = fit.oneLine(value.text) ? ' keep' : '';
  return html`<td class="align-${column?.align ?? 'start'} tone-${value.tone ?? 'plain'}${line}">${keepWords(value.text, true)}</td>`;
}
