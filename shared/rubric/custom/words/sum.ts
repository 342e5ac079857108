import { headingKey } from '../../../text/markdown';
import { columnIndex, tablesIn } from '../../../text/sections';
import type { Span } from '../../../text/span';
import { type CheckInput, fail, judge, type Problem, pass } from '../../criterion';
import { fieldAt, headOf, locator, type OwnModel, type Word } from './word';

/** A number with its place, or the place where one should be. */
interface Term {
  readonly value: number | null;
  readonly span: Span;
}

/** `sum: {section: Costs, column: Share, equals: 100, tolerance: 0.5}`; for data `sum: {list: parts, field: share, equals: 100}`. */
export const sum: Word = {
  word: 'sum',
  formats: ['md', 'yaml', 'json'],
  scope: 'value',
  readsPacket: false,
  keys: ['section', 'if_present', 'column', 'skip_rows', 'list', 'field', 'fields', 'equals', 'tolerance'],
  make: (form, context) => {
    const target = form.number('equals');
    if (!form.member('equals')) form.complain(form.span, '"sum" needs "equals"');
    const tolerance = form.number('tolerance', 0) ?? 0;
    const collect =
      context.format === 'md' && form.member('column')
        ? null
        : dataTerms(form.line('list'), form.line('field'), form.lines('fields'));
    const column = form.line('column');
    const skipped = form.lines('skip_rows').map(headingKey);
    if (form.sound && column === null && !collect)
      form.complain(form.span, '"sum" needs "column", "list" and "field", or "fields"');
    // `field:` names what is added up here, not where the rule looks.
    const locate = column === null ? null : locator(form, context);
    if (!form.sound || target === null) return null;
    const decide = (terms: readonly Term[], at: Span) => {
      const gaps: Problem[] = terms
        .filter((term) => term.value === null)
        .map(({ span }) => ({ span, message: 'This is no number, so the sum cannot be made' }));
      if (gaps.length > 0) return judge(gaps);
      const total = terms.reduce((all, term) => all + (term.value ?? 0), 0);
      const off = Math.abs(total - target);
      if (off <= tolerance + 1e-9 * Math.max(1, Math.abs(target)))
        return pass(...terms.map((term) => term.span));
      const margin = tolerance > 0 ? ` ± ${tolerance}` : '';
      return fail({
        span: at,
        message: `The ${terms.length} values add up to ${Number(total.toPrecision(12))}; they should make ${target}${margin}`,
      });
    };
    if (column === null || !locate) return (input) => collect?.(input, decide) ?? fail();
    return (input) => {
      const place = locate(input);
      if (!place.found) return place.result;
      const table = tablesIn(input.model.doc, place.span).find((one) => columnIndex(one, column) >= 0);
      if (!table)
        return fail({ span: headOf(place, input), message: `There is no table with a column "${column}"` });
      const index = columnIndex(table, column);
      const terms = table.rows
        .filter((row) => !skipped.some((key) => headingKey(row.cells[0]?.text ?? '').startsWith(key)))
        .map((row): Term => {
          const cell = row.cells[index];
          return {
            value: cell ? numberIn(cell.text) : null,
            span: cell && cell.span.to > cell.span.from ? cell.span : row.span,
          };
        });
      return decide(terms, table.header.cells[index]?.span ?? table.header.span);
    };
  },
};

type Decide = (terms: readonly Term[], at: Span) => ReturnType<typeof judge>;

/** The numbers of a list's field, or of single fields. */
function dataTerms(list: string | null, field: string | null, fields: readonly string[]) {
  if (list !== null && field !== null)
    return ({ model }: CheckInput<OwnModel>, decide: Decide) => {
      const items = fieldAt(model.data, list);
      if (items.items.length === 0)
        return fail({ span: items.span, message: `There is no list \`${list}\` to add up` });
      const terms = items.items.map((item) => term(fieldAt(item, field)));
      return decide(terms, items.keySpan);
    };
  if (fields.length > 0)
    return ({ model }: CheckInput<OwnModel>, decide: Decide) => {
      const terms = fields.map((name) => term(fieldAt(model.data, name)));
      return decide(terms, terms[0]?.span ?? model.data.span);
    };
  return null;
}

function term(at: ReturnType<typeof fieldAt>): Term {
  return { value: at.number ?? (at.text === null ? null : numberIn(at.text)), span: at.span };
}

/** The number of a cell: "1,200.50", "$ 3", "12 %". Null when it holds none, or more than one. */
function numberIn(text: string): number | null {
  const bare = text.replace(/[$€£%\s]/g, '').replace(/^−/, '-');
  return /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(bare) ? Number(bare.replace(/,/g, '')) : null;
}
