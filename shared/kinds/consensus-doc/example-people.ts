/** People for the examples of the criteria, as a packet states them. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'people/timeline.yaml':
    'responders:\n  - {key: OP, name: Odalys Petrov, role: Data Governance Lead, team: Data Governance}\n',
};
