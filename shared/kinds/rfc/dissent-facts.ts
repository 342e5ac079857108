import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { Span } from '../../text/span';
import { dissentTable, scoreOf } from './dissent';
import type { Rfc } from './model';

/** Who scored the RFC how (`rfc-dissent`). `note` is what the row says besides, where a change of the score is explained. */
export function dissentFacts(rfc: Rfc): Fact[] {
  const view = dissentTable(rfc);
  return (view?.table.rows ?? []).flatMap((row) => {
    const name = view?.cell(row, 'name');
    const score = view?.cell(row, 'score');
    if (!view || !name || name.text === '') return [];
    const fields = definitionData({
      person: name.text,
      score: scoreOf(view, row),
      disposition: view.text(row, 'disposition') || null,
      note: row.cells.flatMap((cell) => (cell === name || cell === score ? [] : cell.text)).join(' '),
    });
    const places: Record<string, Span> = score && score.text !== '' ? { score: score.span } : {};
    return [{ type: 'record' as const, set: 'rfc-dissent', id: name.text, fields, places, span: name.span }];
  });
}
