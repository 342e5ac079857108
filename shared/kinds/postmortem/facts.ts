import { definitionData, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { Postmortem } from './model';

/** The incident itself (`INC`), with the times that other files compute with. */
export function facts({ header }: Postmortem): Fact[] {
  const id = header.at('id');
  const text = (key: string) => header.at(key).text;
  const known = id.text !== null && /^INC-\d{4}-\d{4}$/.test(id.text);
  return [
    ...(known
      ? [
          {
            type: 'definition' as const,
            family: 'INC',
            id: id.text ?? '',
            title: text('title') ?? '',
            data: definitionData({
              status: text('status'),
              severity: text('severity'),
              date: text('date'),
              start: text('start'),
              detected: text('detected'),
              mitigated: text('mitigated'),
              resolved: text('resolved'),
              published: text('published'),
            }),
            span: id.span,
          },
          ...valueFact('incident-id', id),
        ]
      : []),
    ...valueFact('incident-date', header.at('date')),
  ];
}
