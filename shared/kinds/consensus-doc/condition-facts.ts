import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { Span } from '../../text/span';
import { type ConditionColumn, conditions } from './conditions';
import type { Consensus } from './model';

const COLUMNS: readonly ConditionColumn[] = ['text', 'owner', 'due', 'gates', 'evidence', 'state'];

/** The conditions with the place of each cell (`review-condition`), for the phases they gate. */
export function conditionFacts(consensus: Consensus): Fact[] {
  return (conditions(consensus) ?? []).map((row) => {
    const places: Record<string, Span> = {};
    for (const column of COLUMNS) places[column] = row.span(column);
    const fields = definitionData(
      Object.fromEntries(COLUMNS.map((column) => [column, row.text(column) || null])),
    );
    return { type: 'record', set: 'review-condition', id: row.id, fields, places, span: row.at };
  });
}
