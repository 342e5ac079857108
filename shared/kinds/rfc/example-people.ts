/** People for the examples of the criteria, as a packet states them. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'people/timeline.yaml': `responders:
  - {key: IOV, name: Ines Okonkwo-Vale, role: Staff Data Engineer, team: Data Platform}
  - {key: DC, name: Dmitri Castellane, role: Director Data Platform, team: Data Platform}
  - {key: YB, name: Yuki Brannigan, role: EM Streaming Platform, team: Streaming Platform}
  - {key: OP, name: Odalys Petrov, role: Data Governance Lead, team: Data Governance}
`,
};
