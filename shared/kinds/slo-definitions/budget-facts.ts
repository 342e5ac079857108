import { validFigure } from '../../rubric/budget-facts';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';

/** The targets with their places (`slo-target`), and the counts of valid events that the definitions name. */
export function budgetFacts(root: DataReader): Fact[] {
  return root.at('slos').items.flatMap((slo): Fact[] => {
    const id = slo.at('id').text;
    if (id === null) return [];
    const target = slo.at('openslo', 'spec', 'objectives', 0, 'target');
    const valid = slo.at('valid_definition');
    const { from, to } = valid.span;
    const start = valid.text === null ? -1 : valid.tree.text.slice(from, to).indexOf(valid.text);
    return [
      ...(target.number === null
        ? []
        : [
            {
              type: 'record' as const,
              set: 'slo-target',
              id,
              fields: { target: target.number },
              places: {},
              span: target.span,
            },
          ]),
      ...validFigure(id, valid.text ?? '', (part) =>
        start < 0 ? valid.span : { from: from + start + part.from, to: from + start + part.to },
      ),
    ];
  });
}
