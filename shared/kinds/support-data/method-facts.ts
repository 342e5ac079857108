import type { Fact } from '../../rubric/fact';
import { methodFacts } from '../../rubric/impact-methods';
import type { DataReader } from '../../rubric/read-data';

/** How each impact measure says that it was counted. */
export function measureMethods(root: DataReader): Fact[] {
  return root.at('measures').items.flatMap((measure) => {
    const id = measure.at('id').text;
    const at = measure.at('method');
    const method = at.text;
    if (id === null || method === null) return [];
    const { from, to } = at.span;
    // Folded or escaped text is not the text of the file; then the whole field stands for its parts.
    const start = at.tree.text.slice(from, to).indexOf(method);
    return methodFacts(id, method, (part) =>
      start < 0 ? at.span : { from: from + start + part.from, to: from + start + part.to },
    );
  });
}
