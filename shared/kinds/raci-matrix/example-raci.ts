/** People of the criteria's examples, as lines of YAML. */
const PEOPLE = [
  '{key: DC, name: Dmitri Castellane, role: Director, team: Data Platform, level: 3}',
  '{key: YB, name: Yuki Brannigan, role: EM, team: Streaming Platform, level: 2}',
  '{key: OP, name: Odalys Petrov, role: Lead, team: Data Governance, level: 2}',
];

/** A sound RACI matrix of three people and eight activities. */
export const EXAMPLE_RACI = raci([
  'Approve the design; decide; {DC: A, YB: R, OP: C}',
  'Score the options; decide; {YB: AR, OP: C}',
  'Build the pipeline; build; {YB: AR, DC: I}',
  'Set the schema policy; build; {OP: AR, YB: C}',
  'Operate the cluster; operate; {YB: AR, OP: I}',
  'Measure freshness; measure; {OP: AR, DC: I}',
  'Review personal data; build; {OP: AR, DC: C}',
  'Retire the batch; retire; {DC: A, YB: R}',
]);

/** A matrix of rows given as `name; phase; assignments`, with the example's people and any further ones. */
export function raci(rows: readonly string[], morePeople: readonly string[] = []): string {
  const people = [...PEOPLE, ...morePeople].map((person) => `  - ${person}\n`).join('');
  const activities = rows.map((row, i) => {
    const [name, phase, assignments] = row.split('; ');
    return `  - {id: RA-${String(i + 1).padStart(2, '0')}, name: ${name}, phase: ${phase}, assignments: ${assignments}}\n`;
  });
  return `people:\n${people}activities:\n${activities.join('')}`;
}

/** The example with one passage replaced. Throws when the passage is not there: an example must show what it says. */
export function changed(from: string, to: string, text: string = EXAMPLE_RACI): string {
  if (!text.includes(from)) throw new Error(`The example matrix does not hold ${from}`);
  return text.replace(from, to);
}

/** An agenda that names captain and voters. */
export function agenda(captain: string, voters: readonly string[] = []): Record<string, string> {
  const participants = voters.map((name) => `  - {name: ${name}, role: voter, vote: "yes"}\n`).join('');
  const list = participants === '' ? '' : `participants:\n${participants}`;
  return { 'p/review-agenda.md': `---\nid: AG-1\ncaptain: ${captain}\n${list}---\n\n# Agenda\n` };
}
