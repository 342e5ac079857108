import type { Block, CellValue, ChartBlock, Column } from '../../shared/preview/block';
import { assertNever } from '../../shared/util/assert-never';
import { markBlocks } from './block-floats';
import { entryTable } from './entry-table';
import { type Html, html } from './html';
import { keepWords } from './keep-words';
import type { Listed } from './listing';
import { columnShares } from './table-columns';
import { type TableFit, tableFit } from './table-fit';

/** What a diagram block becomes; given by the caller, who has drawn it. `section` is the heading it stands under, empty above the first. */
export type DrawFigure = (source: string, title: string, section: string) => Html;

/** What a chart becomes; `section` as for a diagram. */
export type DrawChart = (chart: ChartBlock, section: string) => Html;

/** Takes the next number for a table of this title. */
export type NumberTable = (title: string) => Listed;

/** Structured blocks as print markup, behind the header of their file. Heading levels are moved below the artifact's own title. */
export function blocksToHtml(
  header: Html,
  blocks: readonly Block[],
  figure: DrawFigure,
  chart: DrawChart,
  number: NumberTable,
): Html {
  let section = '';
  const parts = blocks.flatMap((block): Html[] => {
    if (block.kind === 'heading') section = block.text;
    if (block.kind === 'chart') {
      const drawn = chart(block, section);
      // Numbers that stand in no other table follow their picture.
      return block.tabled ? [drawn] : [drawn, table(block.table, number(block.table.caption || section))];
    }
    return [blockToHtml(block, (source, title) => figure(source, title, section), number, section)];
  });
  return markBlocks([header, ...parts]);
}

function blockToHtml(
  block: Exclude<Block, ChartBlock>,
  figure: (source: string, title: string) => Html,
  number: NumberTable,
  section: string,
): Html {
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
      return table(block, number(block.caption || section));
    case 'diagram':
      return figure(block.source, block.title);
    default:
      return assertNever(block);
  }
}

function table(block: Extract<Block, { kind: 'table' }>, { id, number }: Listed): Html {
  const { columns, rows } = block;
  const caption = block.caption
    ? html`<caption>Table ${number} · ${block.caption}</caption>`
    : html`<caption>Table ${number}</caption>`;
  const texts = [columns.map((c) => c.label), ...rows.map((row) => row.cells.map((c) => c.text))];
  const fit = tableFit(texts);
  const shares = columnShares(texts, fit);
  const cols = html`<colgroup>${shares.map((share) => html`<col style="width:${share.toFixed(2)}%">`)}</colgroup>`;
  return html`<table id="${id}" class="${fit.className}">${caption}${cols}<thead><tr>${columns.map(
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
