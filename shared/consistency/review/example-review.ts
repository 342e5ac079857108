/** People of the examples: captain, facilitator, scribe and a voter, with rising authority. */
export const RACI: Readonly<Record<string, string>> = {
  'kit/raci-matrix.yaml':
    'people:\n' +
    '  - {key: AR, name: Ana Ruiz, role: Director, team: Platform, level: 3}\n' +
    '  - {key: BL, name: Bo Lindgren, role: Staff Engineer, team: Tools, level: 1}\n' +
    '  - {key: CW, name: Cy Wren, role: Senior Engineer, team: Tools, level: 1}\n' +
    '  - {key: DM, name: Di Moreau, role: EM Data, team: Data, level: 2}\n' +
    'activities:\n' +
    '  - {id: RA-01, name: Approve, phase: decide, assignments: {AR: A, BL: R, CW: R, DM: C}}\n',
};

const SEATS = [
  '{name: Ana Ruiz, role: Director, vote: "yes"}',
  '{name: Bo Lindgren, role: Staff Engineer, vote: "no"}',
  '{name: Cy Wren, role: Senior Engineer, vote: "no"}',
  '{name: Di Moreau, role: EM Data, vote: "yes"}',
];

/** An agenda with those participants, unless others are given, and the body. */
export function agenda(body = '', seats: readonly string[] = SEATS, header = ''): Record<string, string> {
  const participants = seats.map((seat) => `  - ${seat}\n`).join('');
  return {
    'kit/review-agenda.md': `---\nid: AGENDA\ncaptain: Ana Ruiz\nfacilitator: Bo Lindgren\nscribe: Cy Wren\n${header}participants:\n${participants}---\n\n# Agenda\n\n${body}`,
  };
}

export function seats(...names: readonly string[]): readonly string[] {
  return SEATS.filter((seat) => names.some((name) => seat.includes(`name: ${name}`)));
}

/** A consensus document with rows "name | position | score" and further text. */
export function consensus(rows: readonly string[], text = ''): Record<string, string> {
  const table = rows.map((row) => `| ${row} | it is what was said there |\n`).join('');
  return {
    'kit/consensus-doc.md': `---\nid: CONSENSUS\nrfc: RFC-001\n---\n\n# Record\n\n## Positions\n\n| Name | Position | Score | Reason |\n|---|---|---|---|\n${table}\n${text}`,
  };
}
