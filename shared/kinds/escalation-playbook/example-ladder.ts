/** Ladders for the examples of the criteria: one row per level, each as the cells decider, entry, acknowledge, decide. */
export function ladder(...rows: readonly (readonly [string, string, string, string])[]): string {
  const body = rows.map((cells, i) => `| L${i} | ${cells.join(' | ')} |\n`).join('');
  return `# Playbook\n\n## Ladder\n\n| Level | Decider | Entry condition | Acknowledge within | Decide within |\n| --- | --- | --- | --- | --- |\n${body}`;
}

export const PEOPLE = {
  'kit/raci-matrix.yaml':
    'people:\n' +
    '  - {key: AR, name: Ana Ruiz, role: Staff Engineer, team: Data, level: 1}\n' +
    '  - {key: BO, name: Bo Lind, role: EM Streaming, team: Streaming, level: 2}\n' +
    '  - {key: CW, name: Cy Wren, role: Director, team: Platform, level: 3}\n',
};
