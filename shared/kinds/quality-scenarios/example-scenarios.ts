/** Scenarios for the examples of the criteria: one flow mapping per entry, completed with an id. */
export function scenarios(...entries: readonly string[]): string {
  const rows = entries.map((entry, i) => `  - {id: QA-0${i + 1}, ${entry}}\n`);
  return `scenarios:\n${rows.join('')}`;
}

export const REGISTER = {
  'kit/risk-register.json': '{"risks": [{"id": "R-03", "title": "Missing money data"}]}\n',
};
