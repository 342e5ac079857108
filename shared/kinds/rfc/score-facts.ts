import type { Fact } from '../../rubric/fact';
import { scoreRows } from '../../rubric/score-rows';
import type { NamedOption } from '../../text/option-name';
import { alternatives, decidedOption, scoreTable } from './alternatives';
import type { Rfc } from './model';

/** The rows of the score table (`score-row`) and the decision (`rfc-decision`): the option, and whether the text speaks of an override. */
export function scoreFacts(rfc: Rfc): Fact[] {
  const scored = scoreTable(rfc);
  return [...(scored ? scoreRows(rfc.doc, [scored.view.table]) : []), ...decision(rfc)];
}

function decision(rfc: Rfc): Fact[] {
  const id = rfc.header.at('id').text;
  const section = rfc.section('decision');
  if (id === null || !section) return [];
  const scored = scoreTable(rfc)?.options ?? [];
  const options: readonly NamedOption[] = scored.length > 0 ? scored : alternatives(rfc);
  const decided = decidedOption(rfc, options);
  if (!decided) return [];
  const { option, span } = decided;
  return [
    {
      type: 'record',
      set: 'rfc-decision',
      id,
      fields: {
        option: option.slug,
        name: option.name,
        override: /(?<!\p{L})overrid/iu.test(rfc.doc.plain),
      },
      places: { option: span },
      span: section.heading.span,
    },
  ];
}
