import type { MarkdownDoc, Table } from '../text/markdown';
import { optionName, optionSlug } from '../text/option-name';
import type { Span } from '../text/span';
import { viewTable } from '../text/tables';
import type { Fact } from './fact';

/** The set of records that {@link scoreRows} gives. */
export const SCORE_ROW = 'score-row';

/** Score tables with fewer criteria than this are something else, such as a table of costs. */
const LEAST_CRITERIA = 2;

const COLUMNS = {
  option: ['option', 'alternative', 'candidate'],
  total: ['total', 'weighted total', 'weighted score', 'score', 'sum'],
} as const;

interface CriterionColumn {
  readonly id: string;
  readonly index: number;
  readonly weight: { readonly value: number; readonly span: Span } | null;
}

/** Columns that name a criterion of a matrix by its id: `C1`, `C3 five-year TCO (20)`. */
function criterionColumns(table: Table): readonly CriterionColumn[] {
  return table.header.cells.flatMap((cell, index) => {
    const id = /^\W{0,4}(C\d{1,3})(?!\w)/.exec(cell.text)?.[1];
    if (id === undefined) return [];
    const weight = /\((\d{1,3}(?:\.\d{1,4})?)(?: ?%)?\)\W{0,4}$/.exec(cell.text)?.[1];
    return [{ id, index, weight: weight ? { value: Number(weight), span: cell.span } : null }];
  });
}

/** The tables that give scores to options, criterion by criterion. */
export function gridTables(doc: MarkdownDoc): readonly Table[] {
  return doc.tables.filter(
    (table) =>
      viewTable<'option' | 'total'>(table, COLUMNS).has('option') &&
      criterionColumns(table).length >= LEAST_CRITERIA,
  );
}

/**
 * The rows of score tables as text repeats them: by option, the `total` with its `decimals`, and where columns name criteria by id the score
 * (`score:C1`) and the weight in the column's head (`weight:C1`), each with its place.
 */
export function scoreRows(doc: MarkdownDoc, tables: readonly Table[]): Fact[] {
  return tables.flatMap((table) => {
    const view = viewTable<'option' | 'total'>(table, COLUMNS);
    const criteria = criterionColumns(table);
    return table.rows.flatMap((row): Fact[] => {
      const name = view.cell(row, 'option');
      if (!name || name.text === '') return [];
      const fields: Record<string, string | number> = { name: optionName(doc, name.span) };
      const places: Record<string, Span> = {};
      const put = (field: string, value: number, span: Span) => {
        fields[field] = value;
        places[field] = span;
      };
      const total = view.cell(row, 'total');
      const number = /^\W{0,4}(-?\d{1,6}(?:\.(\d{1,6}))?)\W{0,4}$/.exec(total?.text ?? '');
      if (total && number) {
        put('total', Number(number[1]), total.span);
        fields['decimals'] = number[2]?.length ?? 0;
      }
      for (const { id, index, weight } of criteria) {
        const cell = row.cells[index];
        const score = /^\W{0,4}(\d{1,3}(?:\.\d{1,3})?)\W{0,4}$/.exec(cell?.text ?? '')?.[1];
        if (cell && score) put(`score:${id}`, Number(score), cell.span);
        if (weight) put(`weight:${id}`, weight.value, weight.span);
      }
      return [
        { type: 'record', set: SCORE_ROW, id: optionSlug(doc, name.span), fields, places, span: name.span },
      ];
    });
  });
}
