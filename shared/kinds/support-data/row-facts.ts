import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { recordsIn } from '../../rubric/records';

/** The rows of the working papers, field by field: impact measures, review actions, review comments and the stances of stakeholders. */
export function rowFacts(root: DataReader): Fact[] {
  const items = root.at('items');
  const actions = items.items.some((item) => /^RA-A/.test(item.at('id').text ?? ''));
  const comments = items.items.some((item) => item.at('disposition').exists);
  return [
    ...recordsIn('impact-measure', root.at('measures'), 'id', [
      'name',
      'value',
      'unit',
      'method',
      'permanence',
      'source',
    ]),
    ...(actions
      ? recordsIn('review-action', items, 'id', ['action', 'owner', 'due', 'gate', 'status', 'evidence'], {
          action: 'x-action',
        })
      : []),
    ...(comments
      ? recordsIn('review-comment', items, 'id', [
          'by',
          'date',
          'section',
          'text',
          'disposition',
          'resolution',
          'changed_doc',
        ])
      : []),
    ...recordsIn(
      'stakeholder',
      root.at('people'),
      'key',
      ['key', 'stance', 'interest', 'frame', 'ask', 'note'],
      {
        note: 'x-note',
      },
    ),
  ];
}
