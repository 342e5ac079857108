/** People for the examples of the criteria, as a packet states them. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'people/timeline.yaml': `responders:
  - {key: DC, name: Dmitri Castellane, role: Director Data Platform, team: Data Platform}
  - {key: KD, name: Kofi Darrow, role: Senior Data Engineer, team: Streaming Platform}
  - {key: YB, name: Yuki Brannigan, role: EM Streaming Platform, team: Streaming Platform}
`,
};
