import type { Fact } from '../../rubric/fact';
import { withEntries } from '../../rubric/list-entries';
import type { DataReader } from '../../rubric/read-data';
import { recordOf } from '../../rubric/records';

const FIELDS = [
  'title',
  'level',
  'priority',
  'owner',
  'due',
  'slo',
  'contributing_factors',
  'adr',
  'status',
] as const;

/** The actions field by field: what the postmortem's table, the factors and the decisions that follow are compared with. */
export function rowFacts(root: DataReader): Fact[] {
  return root.at('items').items.flatMap((item) => {
    const id = item.at('id');
    if (id.text === null) return [];
    const row = recordOf('action', id.text, item, FIELDS, { span: id.span });
    return [withEntries(row, item, ['contributing_factors'])];
  });
}
