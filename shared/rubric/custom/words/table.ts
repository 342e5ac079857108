import { columnIndex, tablesIn } from '../../../text/sections';
import { fail, judge, type Problem } from '../../criterion';
import { headOf, locator, type Word } from './word';

/** `table: {section: Costs, columns: [Item, Amount], at_least: 3}`: a table with these columns, rows enough, and nothing left open in them. */
export const table: Word = {
  word: 'table',
  formats: ['md'],
  scope: 'value',
  readsPacket: false,
  keys: ['section', 'if_present', 'columns', 'at_least', 'filled'],
  make: (form, context) => {
    const locate = locator(form, context);
    const columns = form.lines('columns');
    if (columns.length === 0 && form.sound) form.complain(form.span, '"table" needs "columns"');
    const least = form.number('at_least', 0, true) ?? 1;
    const filled = form.flag('filled');
    if (!form.sound || !locate) return null;
    return (input) => {
      const place = locate(input);
      if (!place.found) return place.result;
      const tables = tablesIn(input.model.doc, place.span);
      const missing = tables.map((one) => columns.filter((name) => columnIndex(one, name) < 0));
      const at = missing.findIndex((names) => names.length === 0);
      const found = tables[at];
      if (!found) {
        const nearest = missing.indexOf(
          missing.reduce((a, b) => (b.length < a.length ? b : a), missing[0] ?? []),
        );
        const near = tables[nearest];
        return near && (missing[nearest]?.length ?? 0) < columns.length
          ? fail({
              span: near.header.span,
              message: `The table lacks the column ${(missing[nearest] ?? []).map((name) => `"${name}"`).join(', ')}`,
            })
          : fail({
              span: headOf(place, input),
              message: `There is no table with the columns ${columns.map((name) => `"${name}"`).join(', ')}`,
            });
      }
      const problems: Problem[] = [];
      if (found.rows.length < least)
        problems.push({
          span: found.header.span,
          message: `The table has ${found.rows.length} of ${least} rows`,
        });
      if (filled) {
        for (const row of found.rows)
          for (const name of columns) {
            const cell = row.cells[columnIndex(found, name)];
            if (cell && /[\p{L}\p{N}]/u.test(cell.text)) continue;
            const span = cell && cell.span.to > cell.span.from ? cell.span : row.span;
            problems.push({ span, message: `The column "${name}" is empty in this row` });
          }
      }
      return judge(problems, [found.header.span]);
    };
  },
};
