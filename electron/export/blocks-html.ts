import type { Block, CellValue, Column } from '../../shared/preview/block';
import { assertNever } from '../../shared/util/assert-never';
import { Html, html, NOTHING } from './html';

/** What a diagram block becomes; given by the caller, who has drawn it. */
export type DrawFigure = (source: string, title: string) => Html;

/** Structured blocks as print markup. Heading levels are moved below the artifact's own title. */
export function blocksToHtml(blocks: readonly Block[], figure: DrawFigure): Html {
  return new Html(blocks.map((block) => blockToHtml(block, figure).markup).join('\n'));
}

function blockToHtml(block: Block, figure: DrawFigure): Html {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`;
    case 'paragraph':
      return html`<p class="tone-${block.tone ?? 'plain'}">${block.text}</p>`;
    case 'entries':
      return html`<dl class="entries">${block.entries.map(
        ({ term, value }) =>
          html`<div><dt>${term}</dt><dd class="tone-${value.tone ?? 'plain'}">${value.text}</dd></div>`,
      )}</dl>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item.text}</li>`)}</ul>`;
    case 'table':
      return table(block);
    case 'diagram':
      return figure(block.source, block.title);
    default:
      return assertNever(block);
  }
}

/** Tables with more columns are set smaller, so that they fit the page instead of being cut. */
export function tableClass(columns: number): string {
  if (columns > 12) return 'dense tiny';
  if (columns > 8) return 'dense small';
  return columns > 5 ? 'dense' : '';
}

function table(block: Extract<Block, { kind: 'table' }>): Html {
  const total = block.columns.reduce((sum, column) => sum + (column.width ?? 1), 0);
  const given = block.columns.some((column) => column.width !== undefined);
  const cols = given
    ? html`<colgroup>${block.columns.map((c) => html`<col style="width:${(((c.width ?? 1) / total) * 100).toFixed(2)}%">`)}</colgroup>`
    : NOTHING;
  const caption = block.caption ? html`<caption>${block.caption}</caption>` : NOTHING;
  return html`<table class="${tableClass(block.columns.length)}">${caption}${cols}<thead><tr>${block.columns.map(
    (column) => html`<th class="align-${column.align}" scope="col">${column.label}</th>`,
  )}</tr></thead><tbody>${block.rows.map(
    (row) =>
      html`<tr class="tone-${row.tone ?? 'plain'}">${row.cells.map((value, i) => cell(value, block.columns[i]))}</tr>`,
  )}</tbody></table>`;
}

function cell(value: CellValue, column: Column | undefined): Html {
  return html`<td class="align-${column?.align ?? 'start'} tone-${value.tone ?? 'plain'}">${value.text}</td>`;
}
