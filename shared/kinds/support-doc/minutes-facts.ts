import { fileName } from '../../domain/kit-path';
import type { Source } from '../../rubric/artifact';
import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { rootReader } from '../../rubric/root-reader';
import type { Span } from '../../text/span';
import { viewTable } from '../../text/tables';

const COLUMNS = {
  start: ['start', 'slot', 'time'],
  planned: ['planned', 'plan'],
  actual: ['actual', 'took', 'real'],
  item: ['item', 'topic'],
  note: ['note', 'remark', 'comment'],
} as const;

/** The slot log of a meeting's minutes (`minutes-slot`), in its order: what was planned, what it took, and what was noted about it. */
export function minutesFacts(source: Source): Fact[] {
  if (source.format !== 'md') return [];
  const subtype = rootReader(source).at('subtype').text;
  if (subtype !== 'minutes' && !(subtype === null && /minutes/i.test(fileName(source.path)))) return [];
  for (const table of source.markdown.tables) {
    const view = viewTable<keyof typeof COLUMNS>(table, COLUMNS);
    if (!view.has('item') || !view.has('actual')) continue;
    return table.rows.flatMap((row, i) => {
      const item = view.cell(row, 'item');
      if (!item || item.text.trim() === '') return [];
      const places: Record<string, Span> = {};
      for (const column of ['start', 'planned', 'actual', 'note'] as const) {
        const cell = view.cell(row, column);
        if (cell && cell.span.to > cell.span.from) places[column] = cell.span;
      }
      const fields = definitionData({
        start: clock(view.text(row, 'start')),
        planned: minutes(view.text(row, 'planned')),
        actual: minutes(view.text(row, 'actual')),
        item: item.text.trim(),
        note: view.text(row, 'note').trim() || null,
      });
      return [{ type: 'record', set: 'minutes-slot', id: String(i + 1), fields, places, span: item.span }];
    });
  }
  return [];
}

/** Minutes from midnight of `14:05`, with or without `Z`. */
function clock(text: string): number | null {
  const m = /^([01]?\d|2[0-3]):([0-5]\d)Z?$/.exec(text.trim());
  return m ? Number(m[1]) * 60 + Number(m[2]) : null;
}

function minutes(text: string): number | null {
  const m = /^(\d{1,3})(?:\s?min(?:utes)?)?$/.exec(text.trim());
  return m ? Number(m[1]) : null;
}
