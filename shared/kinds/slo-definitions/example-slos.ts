/** Objectives for the examples of the criteria: one flow mapping per entry, completed with an id. */
export function slos(...entries: readonly string[]): string {
  const rows = entries.map((entry, i) => `  - {id: SLO-0${i + 1}, ${entry}}\n`);
  return `slos:\n${rows.join('')}`;
}

export const PEOPLE = {
  'kit/raci-matrix.yaml':
    'people:\n  - {key: LF, name: Leocadia Finch, role: Analytics Engineering Lead, team: Analytics, level: 2}\n',
};
