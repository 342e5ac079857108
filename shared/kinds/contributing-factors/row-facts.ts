import type { Fact } from '../../rubric/fact';
import { withEntries } from '../../rubric/list-entries';
import type { DataReader } from '../../rubric/read-data';
import { recordOf } from '../../rubric/records';

/** The factors with the actions that answer them, entry by entry: the other half of what the actions say of their factors. */
export function rowFacts(root: DataReader): Fact[] {
  return root.at('factors').items.flatMap((factor) => {
    const id = factor.at('id');
    if (id.text === null) return [];
    const row = recordOf('factor', id.text, factor, ['title', 'actions'], { span: id.span });
    return [withEntries(row, factor, ['actions'])];
  });
}
