const HEADER = {
  title: 'Use Kafka',
  status: 'accepted',
  date: '"2023-11-10"',
  'decision-makers': '[Dmitri Castellane]',
  reversibility: 'type-2',
  confidence: 'medium',
  supersedes: '[]',
  'superseded-by': '[]',
  revisit: '[]',
};

/** An ADR for the examples of the rules, under a name with its number; `undefined` leaves a key out. */
export function adrFile(
  id: string,
  fields: Readonly<Record<string, string | undefined>> = {},
  body = '',
): Record<string, string> {
  const header = Object.entries({ id, ...HEADER, ...fields })
    .flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}\n`))
    .join('');
  return { [`kit/${id.toLowerCase()}-x.md`]: `---\n${header}---\n\n# ${id}\n\n${body}` };
}
